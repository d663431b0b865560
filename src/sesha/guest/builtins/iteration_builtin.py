"""Implement enumerate, zip, map, filter and reversed, over any iterables."""

from typing import Any

from sesha.guest.abi.layout import DONE
from sesha.guest.builtins.iteration import Iterator, iter_of, next_or_done, sequence_iterator
from sesha.guest.builtins.operators_index import as_integer
from sesha.guest.builtins.operators_length import length_or_none
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits, method_or, word


class enumerate(Iterator):
    iterator: Any
    count: int

    def __init__(self, iterable: Any, start: Any = 0) -> None:
        self.iterator = iter_of(iterable)
        self.count = as_integer(start)

    def __step__(self) -> object:
        value = next_or_done(self.iterator)
        if bits(value) == DONE:
            return value
        count = self.count
        self.count = count + 1
        return (count, value)


class zip(Iterator):
    iterators: list[Any]
    strict: bool

    def __init__(self, *iterables: Any, strict: bool = False) -> None:
        self.iterators = []
        self.strict = strict
        for iterable in iterables:
            self.iterators.append(iter_of(iterable))

    def __step__(self) -> object:
        values: list[Any] = []
        for iterator in self.iterators:
            value = next_or_done(iterator)
            if bits(value) == DONE:
                if self.strict:
                    self._check_lengths(len(values))
                return value
            values.append(value)
        return tuple(values) if values else word(DONE)

    def _check_lengths(self, ended: int) -> None:
        """The iterator at position `ended` has ended: all others must end here too."""
        if ended > 0:
            raise ValueError(f"zip() argument {ended + 1} is shorter than {_arguments_up_to(ended)}")
        for position in range(1, len(self.iterators)):
            if bits(next_or_done(self.iterators[position])) != DONE:
                raise ValueError(f"zip() argument {position + 1} is longer than {_arguments_up_to(position)}")


def _arguments_up_to(count: int) -> str:
    return "argument 1" if count == 1 else f"arguments 1-{count}"


class map(Iterator):
    function: Any
    iterator: Any
    others: list[Any]

    def __init__(self, function: Any, iterable: Any, *iterables: Any) -> None:
        self.function = function
        self.iterator = iter_of(iterable)
        self.others = []
        for other in iterables:
            self.others.append(iter_of(other))

    def __step__(self) -> object:
        value = next_or_done(self.iterator)
        if bits(value) == DONE:
            return value
        if not self.others:
            return self.function(value)
        values: list[Any] = [value]
        for iterator in self.others:
            value = next_or_done(iterator)
            if bits(value) == DONE:
                return value
            values.append(value)
        return self.function(*values)


class filter(Iterator):
    function: Any
    iterator: Any

    def __init__(self, function: Any, iterable: Any) -> None:
        self.function = function
        self.iterator = iter_of(iterable)

    def __step__(self) -> object:
        while True:
            value = next_or_done(self.iterator)
            if bits(value) == DONE:
                return value
            if self.function is None:
                if value:
                    return value
            elif self.function(value):
                return value


class reversed(Iterator):
    """Steps through what `__reversed__` gave, or a sequence from its end."""

    iterator: Any

    def __init__(self, sequence: Any) -> None:
        iterator: Any = method_or(NotImplemented, sequence, "__reversed__")
        if iterator is NotImplemented:
            if length_or_none(sequence) is None:
                raise TypeError(f"'{type_name(sequence)}' object is not reversible")
            iterator = reverse_sequence_iterator(sequence)
        self.iterator = iterator

    def __step__(self) -> object:
        result: object = next_or_done(self.iterator)
        return result


class reverse_sequence_iterator(sequence_iterator):
    """A sequence's items from the last to the first."""

    def __init__(self, source: Any) -> None:
        self.source = source
        self.position = len(source) - 1

    def __step__(self) -> object:
        position = self.position
        if position < 0:
            return word(DONE)
        self.position = position - 1
        try:
            value: object = self.source[position]
        except IndexError:
            self.position = -1
            return word(DONE)
        return value
