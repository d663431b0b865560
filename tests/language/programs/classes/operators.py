"""Operators by dunder methods: arithmetic, reflected and in-place forms, comparison, containers, calls."""

from __future__ import annotations

from collections.abc import Iterator


class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: Vector) -> Vector:
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor)

    def __rmul__(self, factor: float) -> Vector:
        return self * factor

    def __matmul__(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y

    def __neg__(self) -> Vector:
        return Vector(-self.x, -self.y)

    def __pos__(self) -> Vector:
        return self

    def __invert__(self) -> Vector:
        return Vector(self.y, self.x)

    def __abs__(self) -> float:
        return (self @ self) ** 0.5

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y

    def __getitem__(self, index: int) -> float:
        return (self.x, self.y)[index]

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"


class Stack:
    def __init__(self, *items: int) -> None:
        self.items = list(items)

    def __iadd__(self, item: int) -> Stack:
        self.items.append(item)
        return self

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def __setitem__(self, index: int, value: int) -> None:
        self.items[index] = value

    def __getitem__(self, index: int) -> int:
        return self.items[index]

    def __delitem__(self, index: int) -> None:
        del self.items[index]

    def __call__(self, *extra: int) -> list[int]:
        return [*self.items, *extra]


class Version:
    def __init__(self, *parts: int) -> None:
        self.parts = parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __le__(self, other: Version) -> bool:
        return self.parts <= other.parts

    def __int__(self) -> int:
        return self.parts[0]

    def __float__(self) -> float:
        return self.parts[0] + self.parts[1] / 10

    def __index__(self) -> int:
        return len(self.parts)

    def __divmod__(self, n: int) -> str:
        return f"divmod {n}"

    def __rpow__(self, n: int) -> str:
        return f"{n} rpow"

    def __lshift__(self, n: int) -> str:
        return f"<< {n}"

    def __rfloordiv__(self, n: int) -> str:
        return f"{n} // version"

    def __round__(self, digits: int = 0) -> str:
        return f"round {digits}"


def main() -> None:
    a, b = Vector(1, 2), Vector(3, -4.5)
    print(a + b, a - b, a * 2, 2 * a, a @ b, -a, +a, ~b, abs(Vector(3, 4)), a == Vector(1, 2), a != b, a == 5)
    print(list(a), a[0], a[-1], max(b), bool(Vector(0, 0)), not a, len({a, Vector(1, 2), b}), sum([a, b], Vector(0, 0)))
    x, y = a
    a += b
    a *= 2
    print(x, y, a)
    for action in (lambda: a + 1, lambda: 1 + a, lambda: a / 2, lambda: a < b, lambda: a[7]):  # type: ignore[operator]
        try:
            print(action())
        except (TypeError, IndexError) as error:
            print(type(error).__name__, error)
    stack = Stack(1, 2)
    same = stack
    stack += 3
    stack[0] = 10
    del stack[1]
    print(len(stack), stack is same, 3 in stack, 2 not in stack, stack(7, 8), bool(Stack()), stack[1], list(stack))  # type: ignore[call-overload]
    v, w = Version(1, 4), Version(2, 0, 1)
    print(v < w, v > w, v <= v, v >= w, sorted([w, v])[0] is v, max(v, w) is w, int(w), float(v), [10, 20, 30, 40][v], hex(w), range(5)[w])
    print(divmod(v, 3), 2 ** v, v << 1, 7 // v, round(v), round(v, 2), "ab" * v)


main()
