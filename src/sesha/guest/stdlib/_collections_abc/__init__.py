"""Implement the classes of `collections.abc`: what each gives to the classes that derive from it.

Which other classes count as instances is settled when the world is closed
(lower/classes/abstract_tests.py): nothing here is asked about that. Values are dynamic throughout,
since any class may come in: tests for a class stand in functions, so that nothing is concluded from them.
"""

from sesha.guest.stdlib._collections_abc.mappings import Mapping, MutableMapping
from sesha.guest.stdlib._collections_abc.protocols import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Container,
    Coroutine,
    Generator,
    Hashable,
    Iterable,
    Iterator,
    Reversible,
    Sized,
)
from sesha.guest.stdlib._collections_abc.sequences import MutableSequence, Sequence
from sesha.guest.stdlib._collections_abc.sets import MutableSet, Set
from sesha.guest.stdlib._collections_abc.views import ItemsView, KeysView, MappingView, ValuesView

__all__ = [
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Awaitable",
    "Callable",
    "Collection",
    "Container",
    "Coroutine",
    "Generator",
    "Hashable",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "Mapping",
    "MappingView",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "Set",
    "Sized",
    "ValuesView",
]
