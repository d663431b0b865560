"""Implement getattr, hasattr, setattr and delattr for names that are computed.

Where the name is a literal, the compiler reads the attribute itself. These are what a program that
passes the functions around gets; every name that any class has is looked for.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import TYPE_FLAG_LIBRARY, TYPE_FLAGS, UNSET
from sesha.guest.builtins.text_type import subject, type_name
from sesha.guest.builtins.type import id_of_class
from sesha.guest.cpu.attribute_intrinsics import (
    attribute_of,
    attribute_or,
    remove_attribute,
    store_attribute,
)
from sesha.guest.cpu.intrinsics import (
    bits,
    class_record,
    cold,
    load_u16,
    word,
)


def getattr(value: Any, name: Any, *default: Any) -> Any:
    if default:
        return attribute_or(value, checked_name(name), default[0])
    return attribute_of(value, checked_name(name))


def hasattr(value: Any, name: Any) -> bool:
    return bits(attribute_or(value, checked_name(name), word(UNSET))) != UNSET


def setattr(value: Any, name: Any, new: Any) -> None:
    store_attribute(value, checked_name(name), new)


def delattr(value: Any, name: Any) -> None:
    remove_attribute(value, checked_name(name))


def checked_name(name: Any) -> str:
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type_name(name)}'")
    return name


def position(names: tuple[str, ...], name: str) -> i64:
    """The index of a name among sorted names, or -1."""
    low: i64 = 0
    high: i64 = len(names)
    while low < high:
        middle = (low + high) >> 1
        found = names[int(middle)]
        if found == name:
            return middle
        if found < name:
            low = middle + 1
        else:
            high = middle
    return -1


def check_left_out(names: tuple[str, ...], value: Any, name: str) -> None:
    """Tell of an attribute that the library has and the image has not."""
    flags = load_u16(class_record(id_of_class(value)) + TYPE_FLAGS)
    if flags & TYPE_FLAG_LIBRARY != 0 and position(names, name) >= 0:
        raise NotImplementedError(
            f"the attribute '{name}' of a '{type_name(value)}' is not in the image: "
            "its name is computed, and the program mentions it nowhere"
        )


# --- attributes that no class declares -----------------------------------------------------------
def with_extra(extra: Any, name: str, value: Any) -> Any:
    """The dict of an object's undeclared attributes, with one more."""
    if bits(extra) == UNSET:
        return {name: value}
    attributes: dict[str, Any] = extra
    attributes[name] = value
    return attributes


def extra_or(extra: Any, name: str, default: Any) -> Any:
    if bits(extra) == UNSET:
        return default
    attributes: dict[str, Any] = extra
    return attributes.get(name, default)


def without_extra(extra: Any, name: str, value: Any) -> None:
    """Delete an undeclared attribute."""
    if bits(extra) == UNSET:
        no_attribute(value, name)
    attributes: dict[str, Any] = extra
    if name not in attributes:
        no_attribute(value, name)
    del attributes[name]


def note(attributes: dict[str, Any], name: str, value: Any) -> None:
    """Put what a slot holds into an object's `__dict__`, if it holds anything."""
    if bits(value) != UNSET:
        attributes[name] = value


def note_all(attributes: dict[str, Any], extra: Any) -> None:
    if bits(extra) != UNSET:
        attributes.update(extra)


@cold
def no_attribute(value: Any, name: str) -> NoReturn:
    raise AttributeError(f"{subject(value)} has no attribute '{name}'", name=name, obj=value)
