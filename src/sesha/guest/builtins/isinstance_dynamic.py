"""Answer isinstance and issubclass for classes that are known only at run time."""

from typing import Any

from sesha.guest.builtins.type import class_of, derives, is_class
from sesha.guest.cpu.intrinsics import method_or


def isinstance_dynamic(value: object, classes: object) -> bool:
    """`isinstance(value, classes)`: a class, a tuple or a union of them."""
    if is_class(classes):
        return derives(class_of(value), classes)
    if isinstance(classes, tuple):
        for cls in classes:
            if isinstance_dynamic(value, cls):
                return True
        return False
    result: Any = method_or(NotImplemented, classes, "__instancecheck__", value)
    if result is NotImplemented:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    return bool(result)


def issubclass_dynamic(cls: object, classes: object) -> bool:
    """`issubclass(cls, classes)`"""
    if not is_class(cls):
        raise TypeError("issubclass() arg 1 must be a class")
    return _is_subclass(cls, classes)


def _is_subclass(cls: object, classes: object) -> bool:
    if is_class(classes):
        return derives(cls, classes)
    if isinstance(classes, tuple):
        for other in classes:
            if _is_subclass(cls, other):
                return True
        return False
    result: Any = method_or(NotImplemented, classes, "__subclasscheck__", cls)
    if result is NotImplemented:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return bool(result)
