"""Give method objects their comparison, hash and repr."""

from typing import Any

from sesha.guest.abi.layout import FUNCTION_NAME, METHOD_FUNCTION, METHOD_SELF
from sesha.guest.builtins.hash import hash_of_identity
from sesha.guest.builtins.text_of import repr_of
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import address, class_id_of, load_i64, load_word


def function_of(self: Any) -> Any:
    return load_word(address(self) + METHOD_FUNCTION)


def self_of(self: Any) -> Any:
    return load_word(address(self) + METHOD_SELF)


def qualname_of(self: Any) -> str:
    result: str = load_word(address(function_of(self)) + FUNCTION_NAME)
    return result


def name_of(self: Any) -> str:
    return qualname_of(self).rpartition(".")[2]


def __eq__(self: Any, other: Any) -> Any:
    """The same function bound to the same object."""
    if not has_exact_class(other, class_id_of("method")):
        return NotImplemented
    mine, theirs = address(self), address(other)
    return load_i64(mine + METHOD_FUNCTION) == load_i64(theirs + METHOD_FUNCTION) and load_i64(
        mine + METHOD_SELF
    ) == load_i64(theirs + METHOD_SELF)


def __hash__(self: Any) -> int:
    function = load_word(address(self) + METHOD_FUNCTION)
    receiver = load_word(address(self) + METHOD_SELF)
    return int(hash_of_identity(function) ^ hash_of_identity(receiver))


def __repr__(self: Any) -> str:
    function = load_word(address(self) + METHOD_FUNCTION)
    name: str = load_word(address(function) + FUNCTION_NAME)
    return "<bound method " + name + " of " + repr_of(load_word(address(self) + METHOD_SELF)) + ">"
