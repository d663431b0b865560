"""Keep the members of every enumeration, by class."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import TYPE_ID, TYPE_SIZE
from sesha.guest.cpu.intrinsics import address, load_u32, object_at
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


def set_member(instance: Enum, name: Any, value: Any, order: int) -> None:
    instance._value_ = value
    instance._name_ = name
    instance._sort_order_ = order


def new_instance(cls: Any) -> Any:
    """An instance of an enum class, its attributes not set."""
    record = address(cls)
    size: i64 = load_u32(record + TYPE_SIZE)
    return object_at(allocate((size + 15) & -16, load_u32(record + TYPE_ID)))
