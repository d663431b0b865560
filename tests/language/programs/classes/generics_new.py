"""PEP 695 generics: class and function type parameters, bounds, type aliases, defaults by inference."""
# needs-python: 3.12

from collections.abc import Callable, Iterable, Iterator

type Pairs[A, B] = list[tuple[A, B]]
type Number = int | float
type Tree[T] = T | list[Tree[T]]


class Queue[T]:
    def __init__(self, *items: T) -> None:
        self.items: list[T] = list(items)

    def put(self, item: T) -> None:
        self.items.append(item)

    def get(self) -> T:
        return self.items.pop(0)

    def __iter__(self) -> Iterator[T]:
        yield from self.items

    def map[R](self, function: Callable[[T], R]) -> "Queue[R]":
        return Queue(*(function(item) for item in self.items))

    def __repr__(self) -> str:
        return f"Queue{tuple(self.items)}"


class Cache[K, V]:
    def __init__(self, make: Callable[[K], V]) -> None:
        self.make = make
        self.made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self.made:
            self.made[key] = self.make(key)
        return self.made[key]


class Priority[T: (int, float)](Queue[T]):
    def get(self) -> T:
        best = min(self.items)
        self.items.remove(best)
        return best


class Shape:
    area = 1.0


class Square(Shape):
    area = 4.0


def identity[T](value: T) -> T:
    return value


def largest[S: Shape](shapes: Iterable[S]) -> S:
    return max(shapes, key=lambda shape: shape.area)


def pairs[A, B](left: list[A], right: list[B]) -> Pairs[A, B]:
    return list(zip(left, right))


def apply[**P, R](function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return function(*args, **kwargs)


def collect[*Ts](*args: *Ts) -> tuple[*Ts]:
    return args


def leaves(tree: Tree[int]) -> list[int]:
    return [tree] if isinstance(tree, int) else [leaf for part in tree for leaf in leaves(part)]


def total(values: list[Number]) -> Number:
    return sum(values)


def main() -> None:
    queue = Queue(1, 2)
    queue.put(3)
    print(queue, queue.get(), queue.map(lambda n: n * 1.5), queue.map(str), list(queue))
    cache = Cache[int, str](lambda n: "x" * n)
    print(cache[3], cache[3] is cache[3], cache.made)
    urgent = Priority(5, 1, 3)
    print(urgent.get(), urgent.get(), urgent, isinstance(urgent, Queue))
    print(identity("s"), identity(4) + 1, largest([Square(), Square()]).area, pairs([1, 2], ["a", "b"]))
    print(apply(lambda a, b: a - b, 5, 3), apply(sorted, [2, 1], reverse=True), collect(1, "a", None), leaves([1, [2, [3]]]), total([1, 2.5]))


main()
