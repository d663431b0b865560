"""Give method objects their comparison, hash and repr."""

from typing import Any

from sesha.guest.abi.layout import METHOD_FUNCTION, METHOD_SELF
from sesha.guest.builtins import function
from sesha.guest.builtins.hash import hash_of_identity
from sesha.guest.builtins.text_of import repr_of
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import address, class_id_of, load_i64, load_word


def function_of(self: Any) -> Any:
    return load_word(address(self) + METHOD_FUNCTION)


def self_of(self: Any) -> Any:
    return load_word(address(self) + METHOD_SELF)


def qualname_of(self: Any) -> str:
    return function.qualname_of(function_of(self))


def name_of(self: Any) -> str:
    return function.name_of(function_of(self))


def doc_of(self: Any) -> Any:
    return function.doc_of(function_of(self))


def module_of(self: Any) -> Any:
    return function.module_of(function_of(self))


def __eq__(self: Any, other: Any) -> Any:
    """The same function bound to the same object."""
    if not has_exact_class(other, class_id_of("method")):
        return NotImplemented
    mine, theirs = address(self), address(other)
    return load_i64(mine + METHOD_FUNCTION) == load_i64(theirs + METHOD_FUNCTION) and load_i64(
        mine + METHOD_SELF
    ) == load_i64(theirs + METHOD_SELF)


def __hash__(self: Any) -> int:
    called = load_word(address(self) + METHOD_FUNCTION)
    receiver = load_word(address(self) + METHOD_SELF)
    return int(hash_of_identity(called) ^ hash_of_identity(receiver))


def __repr__(self: Any) -> str:
    return (
        "<bound method " + qualname_of(self) + " of " + repr_of(load_word(address(self) + METHOD_SELF)) + ">"
    )
