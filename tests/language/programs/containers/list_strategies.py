"""Lists that change what they hold: ints, floats, big ints, bools, None, text, and back."""

from typing import Any


def show(items: list[Any]) -> None:
    print(items, [type(item).__name__ for item in items])


def main() -> None:
    numbers: list[Any] = []
    show(numbers)
    for value in (1, 2, 1 << 61, -(1 << 61), 1 << 62, 1 << 63, 1 << 64, True, 1.5, None, "x"):
        numbers.append(value)
    show(numbers)
    floats: list[Any] = [0.5, 1.5]
    floats.append(2)
    floats.append(float("nan"))
    floats[0] = True
    show(floats)
    print(floats[1] + floats[2], sum(floats[:3]), 2 in floats, 2.0 in floats, True in floats, 1 in floats)
    typed: list[float] = [1.0, 2.0]
    typed.append(3)
    typed[0] = 4
    print(typed, [item * 2 for item in typed], max(typed), sum(typed))
    ints: list[int] = [5, 6]
    ints.append(True)
    ints.extend([False, 7])
    ints[1] = 10 ** 30
    print(ints, sum(ints), ints[2] is True, ints.index(1), sorted(ints))
    mixed: list[object] = list(ints)
    mixed += ["a", (1, 2)]
    print(mixed, mixed[:3] == ints[:3], mixed[2:5])
    optional: list[int | None] = [None] * 3
    optional[1] = 4
    print(optional, [0 if item is None else item for item in optional])
    backwards = ints + [2]
    backwards.sort(reverse=True)
    print(backwards, backwards[::-1], ints * 2)
    matrix: list[list[float]] = [[0.0] * 3 for _ in range(2)]
    matrix[1][2] = 9
    matrix[0] = [1, 2.5, 3]
    print(matrix, [sum(row) for row in matrix])
    words = ["b", "a"]
    words.sort()
    objects: list[object] = [*words, *floats[1:3], None]
    objects.remove(None)
    print(objects, -0.0, [0.0, -0.0], [-0.0] == [0.0])
    empty: list[int] = [1, 2]
    empty.clear()
    generic: list[Any] = empty
    generic.append("text")
    show(generic)


main()
