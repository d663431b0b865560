"""Iterate over lists, tuples, strings and bytes, forwards and backwards.

What `iter()` and `reversed()` give for them. Rules: an exhausted iterator stays exhausted even if
its list grows; a position of -1 says so (unsigned, it is beyond every length).
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import DONE, TUPLE_ITEMS, TUPLE_LENGTH
from sesha.guest.builtins.iteration import Iterator
from sesha.guest.builtins.list_storage import items_of, length_of_list
from sesha.guest.cpu.intrinsics import address, from_small, load_i64, load_word, ult, word


class list_iterator(Iterator):
    source: list[Any]
    position: i64

    def __init__(self, source: list[Any]) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        position = self.position
        if ult(position, length_of_list(self.source)):
            self.position = position + 1
            return load_word(items_of(self.source) + (position << 3))
        self.position = -1
        return word(DONE)

    def __length_hint__(self) -> int:
        if self.position < 0:
            return 0
        left = length_of_list(self.source) - self.position
        return from_small(left) if left > 0 else 0


class list_reverseiterator(Iterator):
    source: list[Any]
    position: i64

    def __init__(self, source: list[Any]) -> None:
        self.source = source
        self.position = length_of_list(source) - 1

    def __step__(self) -> object:
        position = self.position
        if ult(position, length_of_list(self.source)):
            self.position = position - 1
            return load_word(items_of(self.source) + (position << 3))
        self.position = -1
        return word(DONE)


class tuple_iterator(Iterator):
    source: tuple[Any, ...]
    position: i64

    def __init__(self, source: tuple[Any, ...]) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        position = self.position
        place = address(self.source)
        if ult(position, load_i64(place + TUPLE_LENGTH)):
            self.position = position + 1
            return load_word(place + TUPLE_ITEMS + (position << 3))
        return word(DONE)


class tuple_reverseiterator(Iterator):
    source: tuple[Any, ...]
    position: i64

    def __init__(self, source: tuple[Any, ...]) -> None:
        self.source = source
        self.position = load_i64(address(source) + TUPLE_LENGTH) - 1

    def __step__(self) -> object:
        position = self.position
        if position < 0:
            return word(DONE)
        self.position = position - 1
        return load_word(address(self.source) + TUPLE_ITEMS + (position << 3))


class str_iterator(Iterator):
    source: str
    position: int

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        position = self.position
        if position >= len(self.source):
            return word(DONE)
        self.position = position + 1
        return self.source[position]


class bytes_iterator(Iterator):
    source: bytes
    position: int

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        position = self.position
        if position >= len(self.source):
            return word(DONE)
        self.position = position + 1
        return self.source[position]


class bytearray_iterator(Iterator):
    source: bytearray
    position: int

    def __init__(self, source: bytearray) -> None:
        self.source = source
        self.position = 0

    def __step__(self) -> object:
        position = self.position
        if position < 0 or position >= len(self.source):
            self.position = -1
            return word(DONE)
        self.position = position + 1
        return self.source[position]
