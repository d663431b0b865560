"""Generics with TypeVar and Generic: classes, functions, bounds, several parameters, inheritance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
N = TypeVar("N", int, float)
S = TypeVar("S", bound="Sized")


class Sized:
    def __init__(self, size: int) -> None:
        self.size = size


class Box(Sized):
    pass


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items: list[T] = list(items)

    def push(self, item: T) -> Stack[T]:
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()

    def map(self, function: Callable[[T], V]) -> Stack[V]:
        return Stack([function(item) for item in self.items])

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"Stack({self.items})"


class Pair(Generic[K, V]):
    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value

    def swap(self) -> Pair[V, K]:
        return Pair(self.value, self.key)


class IntStack(Stack[int]):
    def total(self) -> int:
        return sum(self.items)


class Node(Generic[T]):
    def __init__(self, value: T, rest: Node[T] | None = None) -> None:
        self.value = value
        self.rest = rest

    def __iter__(self) -> Iterator[T]:
        node: Node[T] | None = self
        while node is not None:
            yield node.value
            node = node.rest


def first(items: Iterable[T], default: T) -> T:
    for item in items:
        return item
    return default


def twice(value: N) -> N:
    return value + value


def larger(a: S, b: S) -> S:
    return a if a.size >= b.size else b


def group(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def main() -> None:
    stack: Stack[int] = Stack()
    print(stack.push(1).push(2).push(3), stack.pop() + 1, stack.map(str), stack.map(lambda n: n / 2), list(stack))
    texts = Stack(["a", "b"])
    print(texts.pop().upper(), [t for t in texts], Stack[float]([1, 2.5]).map(lambda f: f * 2))
    pair = Pair("k", 1.5)
    print(pair.swap().key, pair.swap().swap().value, first([3, 4], 0), first([], "none"), first("xyz", ""))
    print(twice(4), twice(2.5), larger(Box(3), Box(9)).size, type(larger(Box(1), Box(0))).__name__)
    print(IntStack([1, 2, 3]).total(), group(range(7), lambda n: n % 3), group(["aa", "b", "cc"], len))
    print(list(Node(1, Node(2, Node(3)))), sum(Node(0.5, Node(0.25))), list(Node("a", Node("b"))))
    anything: Stack[Any] = Stack([1, "two", None])
    print(anything, [type(item).__name__ for item in anything], isinstance(anything, Stack), isinstance(IntStack(), Stack))
    mixed: list[Stack[Any]] = [Stack([1]), texts, IntStack([5])]
    print([s.pop() for s in mixed])


main()
