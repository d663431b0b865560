"""Answer isinstance and issubclass for classes that are known only at run time."""

from typing import Any, NoReturn

from sesha.guest.abi.layout import UNSET
from sesha.guest.builtins.type import class_of, derives, is_class
from sesha.guest.cpu.attribute_intrinsics import passes_abstract
from sesha.guest.cpu.intrinsics import cold, method_or, word


def isinstance_dynamic(value: object, classes: object) -> bool:
    """`isinstance(value, classes)`: a class, a tuple or a union of them."""
    if is_class(classes):
        cls = class_of(value)
        return passes_abstract(cls, classes, value) or derives(cls, classes)
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
        return passes_abstract(cls, classes, word(UNSET)) or derives(cls, classes)
    if isinstance(classes, tuple):
        for other in classes:
            if _is_subclass(cls, other):
                return True
        return False
    result: Any = method_or(NotImplemented, classes, "__subclasscheck__", cls)
    if result is NotImplemented:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return bool(result)


@cold
def refuse_protocol() -> NoReturn:
    raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


@cold
def refuse_data_members(names: str) -> NoReturn:
    """`names` are those of the attributes that a protocol asks for."""
    raise TypeError(
        f"Protocols with non-method members don't support issubclass(). Non-method members: {names}."
    )
