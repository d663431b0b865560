"""Do what named tuples have beside the methods of tuples; `names` are the fields of the class.

The compiler declares the methods themselves, one set for each class (`lower/classes/named_tuples.py`).
"""

from typing import Any, NoReturn

from sesha.guest.builtins import tuple as tuples
from sesha.guest.builtins.repr_guard import enter, leave
from sesha.guest.builtins.text_of import repr_of
from sesha.guest.builtins.type import class_of, name_of
from sesha.guest.cpu.intrinsics import cold, unchecked


def repr_named(self: Any, names: tuple[str, ...]) -> str:
    """`Point(x=1, y=2)`"""
    if not enter(self):
        return "..."
    try:
        pieces: list[str] = []
        items: tuple[Any, ...] = unchecked(self)
        for index, name in enumerate(names):
            pieces.append(name + "=" + repr_of(items[index]))
        return name_of(class_of(self)) + "(" + ", ".join(pieces) + ")"
    finally:
        leave()


def as_dict(self: Any, names: tuple[str, ...]) -> dict[str, Any]:
    items: tuple[Any, ...] = unchecked(self)
    result: dict[str, Any] = {}
    for index, name in enumerate(names):
        result[name] = items[index]
    return result


def replaced(self: Any, names: tuple[str, ...], changes: dict[str, Any]) -> Any:
    """A tuple of the same class with some fields changed."""
    items: list[Any] = []
    for item in self:
        items.append(item)
    for index, name in enumerate(names):
        if name in changes:
            items[index] = changes.pop(name)
    if changes:
        raise TypeError(f"Got unexpected field names: {list(changes)!r}")
    return tuples.__new__(class_of(self), items)


def made(cls: Any, names: tuple[str, ...], iterable: Any) -> Any:
    """A tuple of the class with the items of an iterable."""
    items: list[Any] = list(iterable)
    if len(items) != len(names):
        raise TypeError(f"Expected {len(names)} arguments, got {len(items)}")
    return tuples.__new__(cls, items)


def plain(self: Any) -> tuple[Any, ...]:
    """What the constructor is given to make a copy."""
    result: tuple[Any, ...] = tuples.__new__(tuple, self)
    return result


@cold
def refuse_field() -> NoReturn:
    raise AttributeError("can't set attribute")
