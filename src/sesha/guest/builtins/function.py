"""Bind functions to their receivers: method objects, and what attribute access makes of values.

A `function` object is laid out by layout.py FUNCTION_*, a `method` by METHOD_*; the compiler makes
the former, `bind_method` the latter.
"""

from typing import Any

from sesha.guest.abi.layout import FUNCTION_NAME, METHOD_FUNCTION, METHOD_SELF, METHOD_SIZE, UNSET
from sesha.guest.builtins.text_of import address_text
from sesha.guest.builtins.type import class_of, has_exact_class
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id_of,
    load_word,
    method_or,
    object_at,
    store_word,
    word,
)
from sesha.guest.memory.allocate import allocate


def bind_method(function: Any, receiver: Any) -> Any:
    """`receiver.function`: a method object."""
    place = allocate(METHOD_SIZE, class_id_of("method"))
    store_word(place + METHOD_FUNCTION, function)
    store_word(place + METHOD_SELF, receiver)
    return object_at(place)


def bind_if_function(value: Any, receiver: Any) -> Any:
    """What `receiver.name` gives when the class has the value under that name."""
    if has_exact_class(value, class_id_of("function")):
        return bind_method(value, receiver)
    result: Any = method_or(word(UNSET), value, "__get__", receiver, class_of(receiver))
    return value if bits(result) == UNSET else result


def of_class(value: Any, owner: Any) -> Any:
    """What `owner.name` gives when the class has the value under that name."""
    result: Any = method_or(word(UNSET), value, "__get__", None, owner)
    return value if bits(result) == UNSET else result


def take_name(function: Any, other: Any) -> None:
    """Give a function another one's name: `functools.wraps`."""
    if has_exact_class(function, class_id_of("function")) and has_exact_class(other, class_id_of("function")):
        store_word(address(function) + FUNCTION_NAME, load_word(address(other) + FUNCTION_NAME))


def qualname_of(self: Any) -> str:
    result: str = load_word(address(self) + FUNCTION_NAME)
    return result


def name_of(self: Any) -> str:
    """`__name__`: the last part of the qualified name."""
    return qualname_of(self).rpartition(".")[2]


def __repr__(self: Any) -> str:
    return "<function " + qualname_of(self) + " at " + address_text(address(self)) + ">"
