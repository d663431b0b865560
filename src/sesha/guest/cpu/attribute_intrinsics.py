"""Name the operations that look at what classes have; each is one IR operation (intrinsics.py).

The compiler makes what looks for the names: of all live classes, so they are for getattr and the like.
"""

from typing import Any


def attribute_of(value: object, name: str) -> Any:
    """The attribute of a computed name; every name that a class has is looked for."""
    raise NotImplementedError


def attribute_or(value: object, name: str, default: object) -> Any:
    """The same, or a default."""
    raise NotImplementedError


def formatted_attribute(value: object, name: str) -> Any:
    """The attribute that a format string names; only names that the program's own texts have in
    replacement fields are looked for."""
    raise NotImplementedError


def store_attribute(value: object, name: str, new: object) -> None:
    """Set the attribute of a computed name."""
    raise NotImplementedError


def remove_attribute(value: object, name: str) -> None:
    """Delete the attribute of a computed name."""
    raise NotImplementedError


def overrides(left: object, right: object, name: str) -> bool:
    """Whether the right value's class is a proper subclass of the left one's and has another method
    of that name. The name is a literal."""
    raise NotImplementedError


def passes_abstract(cls: object, abstract: object, instance: object) -> bool:
    """Whether a class is one of those that pass the test for an abstract class or protocol; `instance`
    is one of the class, or UNSET."""
    raise NotImplementedError
