"""Loops over several iterables at once, and with numbers: zip and enumerate, of everything."""

from collections.abc import Iterable, Iterator
from typing import Any


def numbers(n: int) -> Iterator[int]:
    for i in range(n):
        print("give", i)
        yield i
    print("end", n)


def pairs(left: Iterable[Any], right: Iterable[Any]) -> list[Any]:
    return [(a, b) for a, b in zip(left, right)]


def untyped(left, right):
    found = []
    for a, b in zip(left, right):
        found.append((a, b))
        if len(found) == 2:
            continue
        if len(found) == 4:
            break
    else:
        found.append("end")
    for i, a in enumerate(left):
        found.append((i, a))
    return found


def nested(rows: list[tuple[str, int]]) -> str:
    out = ""
    for i, (name, count) in enumerate(rows):
        out += f"{i}:{name}*{count} "
    for (a, b), [c, d] in zip(rows, [[1, 2], (3, 4)]):
        out += f"{a}{b}{c}{d} "
    return out


def changing() -> list[int]:
    left = [1, 2]
    seen: list[int] = []
    for i, x in enumerate(left):
        if len(left) < 5:
            left.append(x * 10)
        i += 100
        seen.append(i)
    for a, b in zip(left, [1, 2, 3]):
        left.clear()
        seen.append(a + b)
    return seen


def generated(texts: list[str]) -> Iterator[str]:
    for i, text in enumerate(texts):
        yield f"{i}{text}"
    for a, b, c in zip(texts, "xyz", range(9)):
        yield f"{a}{b}{c}"


class Own(list):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[Any]:
        return iter("own")


print(pairs(numbers(2), numbers(3)))
print(pairs(numbers(2), []), pairs([], numbers(2)), pairs([1, 2], (3, 4)), pairs("ab", {1: 2, 3: 4}))
print(untyped([1, 2, 3, 4, 5], "abcde"), untyped([1], (2, 3)), untyped("ab", [1]), untyped({5: 6}, [1]))
print(untyped(Own([1]), [1, 2, 3, 4]))
print(nested([("a", 1), ("b", 2)]), changing())
print(list(generated(["p", "q"])))
for wrong in ((5, [1]), ([1], 5), ([], 5)):
    try:
        untyped(*wrong)
    except TypeError as error:
        print(error)
try:
    for a, b in zip([(1, 2, 3)]):  # type: ignore[misc]
        print(a, b)
except ValueError as error:
    print(error)
try:
    for x, (y, z) in enumerate([(1, 2), (3,)]):  # type: ignore[misc]
        print(x, y, z)
except ValueError as error:
    print(error)
i = -1
for i, x in enumerate([]):
    pass
print(i, [i * x for i, x in enumerate([5, 6])], {k: v for k, v in zip("ab", [1, 2])}, i)
for [p, q] in zip((1, 2), (3, 4)):
    print(p, q)
for n, line in enumerate(["a", "b"], 1):
    print(n, line)
grid = [[1, 2], [3, 4]]
print(sum(v * (r + c) for r, row in enumerate(grid) for c, v in enumerate(row)))
for left, right in zip(grid, grid[1:]):
    print([a + b for a, b in zip(left, right)])
