"""Index and search values of unknown class: `x[i]`, `x in y`, and the unary operators.

Typed code calls the built-in types' own forms; these find the method by the class of the value.
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import INT_MASK, SMALL_MIN, UNSET
from sesha.guest.builtins.iteration import is_done, iter_of, next_or_done, sequence_iterator
from sesha.guest.builtins.list import getitem as list_getitem
from sesha.guest.builtins.operators_index import is_small
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class, is_class, name_of
from sesha.guest.cpu.intrinsics import (
    bits,
    class_id_of,
    cold,
    method_or,
    unchecked,
    word,
)


# --- items -----------------------------------------------------------------------------------------
def getitem(container: object, index: object) -> Any:
    """`container[index]`"""
    if bits(index) & INT_MASK == 0 and has_exact_class(container, class_id_of(list)):
        return list_getitem(unchecked(container), unchecked(index))
    result: Any = method_or(word(UNSET), container, "__getitem__", index)
    if bits(result) == UNSET:
        _not_subscriptable(container)
    return result


@cold
def _not_subscriptable(container: object) -> None:
    if is_class(container):
        cls: type = unchecked(container)
        raise TypeError(f"type '{name_of(cls)}' is not subscriptable")
    raise TypeError(f"'{type_name(container)}' object is not subscriptable")


def setitem(container: object, index: object, value: object) -> None:
    """`container[index] = value`"""
    result: Any = method_or(word(UNSET), container, "__setitem__", index, value)
    if bits(result) == UNSET:
        raise TypeError(f"'{type_name(container)}' object does not support item assignment")


def delitem(container: object, index: object) -> None:
    """`del container[index]`"""
    result: Any = method_or(word(UNSET), container, "__delitem__", index)
    if bits(result) == UNSET:
        raise TypeError(f"'{type_name(container)}' object doesn't support item deletion")


def getslice(container: object, start: object, stop: object, step: object) -> Any:
    """`container[start:stop:step]`"""
    return getitem(container, slice(start, stop, step))


def setslice(container: object, start: object, stop: object, step: object, value: object) -> None:
    setitem(container, slice(start, stop, step), value)


def delslice(container: object, start: object, stop: object, step: object) -> None:
    delitem(container, slice(start, stop, step))


def contains(container: object, value: object) -> bool:
    """`value in container`"""
    result: Any = method_or(word(UNSET), container, "__contains__", value)
    if bits(result) != UNSET:
        return bool(result)
    iterator = iter_of(container)
    if isinstance(iterator, sequence_iterator):
        iterator = container_iterator(container)
    return find_equal(iterator, value)


class container_iterator(sequence_iterator):
    """Complains in the words of `in`."""

    @cold
    def complain(self) -> NoReturn:
        raise TypeError(f"argument of type '{type_name(self.source)}' is not a container or iterable")


def find_equal(iterator: object, value: object) -> bool:
    """Step the iterator until it gives the value or one equal to it."""
    while True:
        item = next_or_done(iterator)
        if is_done(item):
            return False
        if bits(item) == bits(value) or item == value:
            return True


# --- unary operators ---------------------------------------------------------------------------------
def neg(value: object) -> Any:
    if is_small(value) and bits(value) != SMALL_MIN << 2:
        return word(-bits(value))
    return _unary(method_or(NotImplemented, value, "__neg__"), "-", value)


def pos(value: object) -> Any:
    return _unary(method_or(NotImplemented, value, "__pos__"), "+", value)


def invert(value: object) -> Any:
    return _unary(method_or(NotImplemented, value, "__invert__"), "~", value)


def _unary(result: Any, symbol: str, value: object) -> Any:
    if result is NotImplemented:
        raise TypeError(f"bad operand type for unary {symbol}: '{type_name(value)}'")
    return result
