"""Raise what lowered code raises by itself: unset names, broken type claims, failed unpacking.

Each is the cold end of a test that the compiler emits inline.
"""

from typing import NoReturn

from sesha.guest.builtins.text_type import subject, type_name
from sesha.guest.cpu.intrinsics import cold


@cold
def claim_failed(value: object, expected: str) -> NoReturn:
    """A value is not what its declared type says."""
    raise TypeError(f"{expected} object expected; got {type_name(value)}")


@cold
def unset_local(name: str) -> NoReturn:
    raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")


@cold
def unset_free(name: str) -> NoReturn:
    raise NameError(
        f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
    )


@cold
def unset_global(name: str) -> NoReturn:
    raise NameError(f"name '{name}' is not defined", name=name)


@cold
def unset_attribute(value: object, name: str) -> NoReturn:
    raise AttributeError(f"{subject(value)} has no attribute '{name}'", name=name, obj=value)


@cold
def absent_from_module(module: str, name: str) -> NoReturn:
    raise AttributeError(f"module '{module}' has no attribute '{name}'")


@cold
def not_callable(value: object) -> NoReturn:
    raise TypeError(f"'{type_name(value)}' object is not callable")


@cold
def wrong_arguments(message: str) -> NoReturn:
    """A call that cannot fit the method of the receiver's class."""
    raise TypeError(message)


@cold
def abstract_class(name: str, methods: str, count: int) -> NoReturn:
    """`methods` are the quoted names, joined."""
    plural = "" if count == 1 else "s"
    raise TypeError(
        f"Can't instantiate abstract class {name} without an implementation for abstract"
        f" method{plural} {methods}"
    )


@cold
def assertion_failed(message: object) -> NoReturn:
    raise AssertionError(message)


@cold
def division_by_zero() -> NoReturn:
    raise ZeroDivisionError("division by zero")


@cold
def unhashable(value: object) -> NoReturn:
    """`hash` of an instance whose class has __eq__ and no __hash__."""
    raise TypeError(f"unhashable type: '{type_name(value)}'")


@cold
def not_a_manager(value: object, method: str) -> NoReturn:
    """`with` on a value whose class lacks one of the two methods."""
    kind = "asynchronous context manager" if method.startswith("__a") else "context manager"
    raise TypeError(
        f"'{type_name(value)}' object does not support the {kind} protocol (missed {method} method)"
    )


@cold
def fixed_property(value: object, name: str, what: str) -> NoReturn:
    """`what` is the setter or deleter that a property has not."""
    raise AttributeError(f"property '{name}' of '{type_name(value)}' object has no {what}")


@cold
def no_room(value: object, name: str) -> NoReturn:
    """Setting an attribute that the object has no place for."""
    raise AttributeError(
        f"'{type_name(value)}' object has no attribute '{name}' and no __dict__ for setting new attributes"
    )
