"""Words, objects and their classes (compiled code only)."""

from typing import Any

from mypy_extensions import i64


def bits(value: object) -> i64:
    """The word itself, as an integer."""
    raise NotImplementedError


def word(bits_: i64) -> Any:
    """The value whose word this is. The caller vouches for it."""
    raise NotImplementedError


def address(value: object) -> i64:
    """Where the object lies; the value is a pointer (bits - 1)."""
    raise NotImplementedError


def object_at(address_: i64) -> Any:
    """The value that points to the object at the address (address + 1)."""
    raise NotImplementedError


def small(value: int) -> i64:
    """The integer in a small int's word; the caller knows that it is small."""
    raise NotImplementedError


def from_small(value: i64) -> int:
    """The small int of a value within SMALL_MIN..SMALL_MAX; the caller knows that it is."""
    raise NotImplementedError


def unchecked(value: object) -> Any:
    """The same word, taken as whatever type the context declares, without any test."""
    raise NotImplementedError


def slot_offset(cls: str, attribute: str) -> i64:
    """Where an attribute lies in the instances of a class that is named in full; both are literals."""
    raise NotImplementedError


def class_id_of(cls: type | str) -> i64:
    """The class id of a class named in the source (also "array", "buffer", "cell" ...)."""
    raise NotImplementedError


def class_id(value: object) -> i64:
    """The class id in the header of a pointer word."""
    raise NotImplementedError


def class_record(id_: i64) -> i64:
    """Address of the class record of a class id."""
    raise NotImplementedError


def method_entry(id_: i64, name: str) -> i64:
    """The generic entry of the method of that name in a class, or 0. The name is a literal."""
    raise NotImplementedError


def method_or(default: object, value: Any, name: str, *arguments: object) -> Any:
    """Call value.name(*arguments) if its class has such a method, else give `default`; also
    when an argument does not fit a built-in method's declared type. The name is a literal."""
    raise NotImplementedError
