"""Iterate: the base class of the runtime's iterators, `iter()` and one step of anything.

A loop over a value of unknown class calls `iter_of` once and `next_or_done` until it answers the
DONE marker; runtime iterators and generators answer it without an exception, a program's own
`__next__` through StopIteration. iteration_sequence.py and iteration_builtin.py have the iterators.
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import DONE, RESUME_SEND, UNSET
from sesha.guest.builtins.generator import resume
from sesha.guest.builtins.type import has_exact_class, id_of_class, type_name
from sesha.guest.cpu.intrinsics import bits, class_id_of, cold, method_entry, method_or, word


class Iterator:
    """An iterator that says DONE instead of raising StopIteration."""

    def __iter__(self) -> Any:
        return self

    def __step__(self) -> object:
        """The next value, or the DONE marker, from then on always."""
        raise NotImplementedError

    def __next__(self) -> Any:
        value = self.__step__()
        if bits(value) == DONE:
            raise StopIteration
        return value


class sequence_iterator(Iterator):
    """What `iter()` gives for an object that has `__getitem__` only."""

    source: Any
    position: int

    def __init__(self, source: Any) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        if self.position < 0:
            return word(DONE)
        try:
            value: Any = method_or(word(UNSET), self.source, "__getitem__", self.position)
        except (IndexError, StopIteration):
            self.position = -1
            return word(DONE)
        if bits(value) == UNSET:
            self.complain()
        self.position += 1
        return value

    @cold
    def complain(self) -> NoReturn:
        """It has no `__getitem__` either: found out at the first step."""
        raise TypeError(f"'{type_name(self.source)}' object is not iterable")


class callable_iterator(Iterator):
    """`iter(function, sentinel)`."""

    function: Any
    sentinel: Any
    finished: bool

    def __init__(self, function: Any, sentinel: Any) -> None:
        self.function = function
        self.sentinel = sentinel
        self.finished = False

    def __step__(self) -> object:
        if self.finished:
            return word(DONE)
        try:
            value: object = self.function()
        except StopIteration:
            self.finished = True
            return word(DONE)
        if value is self.sentinel or value == self.sentinel:
            self.finished = True
            return word(DONE)
        return value


def iter_of(value: object) -> Any:
    """What a loop over the value steps through. That it is not iterable shows at the first step."""
    if isinstance(value, Iterator) or has_exact_class(value, class_id_of("generator")):
        return value
    result: Any = method_or(word(UNSET), value, "__iter__")
    return sequence_iterator(value) if bits(result) == UNSET else result


def checked_iter(value: object) -> Any:
    """`iter(value)`, which complains at once."""
    result = iter_of(value)
    if isinstance(result, sequence_iterator):
        if method_entry(id_of_class(value), "__getitem__") == 0:
            result.complain()
    elif method_entry(id_of_class(result), "__next__") == 0:
        raise TypeError(f"iter() returned non-iterator of type '{type_name(result)}'")
    return result


def next_or_done(iterator: object) -> Any:
    """The next value of any iterator, or the DONE marker."""
    if isinstance(iterator, Iterator):
        return iterator.__step__()
    if has_exact_class(iterator, class_id_of("generator")):
        return resume(iterator, None, RESUME_SEND)
    return _step_by_next(iterator)


def _step_by_next(iterator: object) -> Any:
    try:
        result: Any = method_or(NotImplemented, iterator, "__next__")
    except StopIteration:
        return word(DONE)
    if result is NotImplemented:
        raise TypeError(f"'{type_name(iterator)}' object is not an iterator")
    return result


def is_done(value: object) -> bool:
    """Whether a step answered the DONE marker."""
    return bits(value) == DONE
