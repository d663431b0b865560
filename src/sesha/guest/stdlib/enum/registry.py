"""Keep the members of every enumeration, by class."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import FLAGS_BYTE, KIND_BYTE, STR_DATA, STR_HASH, STR_LENGTH, TYPE_ID, TYPE_SIZE
from sesha.guest.builtins.text_units import text_kind, text_length
from sesha.guest.cpu.intrinsics import (
    address,
    copy_memory,
    load_u8,
    load_u32,
    object_at,
    slot_offset,
    store_i64,
    store_u8,
)
from sesha.guest.memory.allocate import allocate
from sesha.guest.stdlib.enum.base import Enum


class Members:
    """The members of one class: without aliases in order, and all names."""

    members: list[Any]
    names: dict[str, Any]
    values: list[Any]
    combinations: dict[int, Any]

    def __init__(self) -> None:
        self.members = []
        self.names = {}
        self.values = []
        self.combinations = {}


registry: dict[str, Members] = {}
"""By qualified class name with its module."""


def key_of(cls: Any) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def members_of(cls: Any) -> Members:
    found = registry.get(key_of(cls))
    if found is None:
        raise TypeError("'type' object is not iterable")
    return found


def canonical(members: list[Any], value: object) -> Any:
    """The member of that value, or None."""
    for member in members:
        known = member._value_
        if known is value or known == value:
            return member
    return None


def hold_text(instance: Any, value: object) -> None:
    """Make a member that is a str hold a text; its class has room for that of every literal in its body."""
    if not isinstance(value, str):
        raise NotImplementedError(f"a member of an enumeration of texts that is no text: {value!r}")
    base, text = address(instance), address(value)
    size = text_length(text) * text_kind(text)
    if STR_DATA + size > slot_offset("sesha.guest.stdlib.enum.base.Enum", "_value_"):
        raise NotImplementedError(f"a text that is computed and too long for a member: {value!r}")
    store_u8(base + KIND_BYTE, load_u8(text + KIND_BYTE))
    store_u8(base + FLAGS_BYTE, load_u8(text + FLAGS_BYTE))
    store_i64(base + STR_LENGTH, text_length(text))
    store_i64(base + STR_HASH, 0)
    copy_memory(base + STR_DATA, text + STR_DATA, size)


def set_member(instance: Enum, name: Any, value: Any, order: int) -> None:
    instance._value_ = value
    instance._name_ = name
    instance._sort_order_ = order


def new_instance(cls: Any) -> Any:
    """An instance of an enum class, its attributes not set."""
    record = address(cls)
    size: i64 = load_u32(record + TYPE_SIZE)
    return object_at(allocate((size + 15) & -16, load_u32(record + TYPE_ID)))
