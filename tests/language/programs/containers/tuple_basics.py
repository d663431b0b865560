"""tuple: literals, unpacking, comparison, hashing, methods, functions that return them."""


def bounds(values: list[float]) -> tuple[float, float, int]:
    return min(values), max(values), len(values)


def swap(pair: tuple[int, str]) -> tuple[str, int]:
    number, text = pair
    return text, number


def variadic(values: tuple[int, ...]) -> int:
    total = 0
    for value in values:
        total += value
    return total


def items_of(values: list[int]) -> list[int]:
    return values


def main() -> None:
    empty = ()
    one = (1,)
    three = 1, "two", 3.0
    print(empty, one, three, len(three), three[1], three[-1], three[:2], three[::-1], three + one, one * 3)
    low, high, count = bounds([2.5, -1.0, 7.0])
    print(low, high, count, swap((4, "x")), variadic((1, 2, 3)), variadic(()))
    a, b = 1, 2
    a, b = b, a
    first, *middle, last = [1, 2, 3, 4, 5]
    *init, end = list("abc")
    (x, (y, z)), w = (1, (2, 3)), 4
    [p, q] = (8, 9)
    print(a, b, first, middle, last, init, end, x, y, z, w, p, q)
    try:
        a, b = items_of([1, 2, 3])
    except ValueError as error:
        print(str(error).split(" (")[0])
    try:
        a, b, c = items_of([1, 2])
    except ValueError as error:
        print(str(error).split(" (")[0])
    try:
        first, *middle, last = items_of([1])
    except ValueError as error:
        print(error)
    print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") == (1, "a"), (1, 2) != (2, 1), (2,) > (1, 9))
    print(three.index("two"), three.count(1), "two" in three, 5 not in three, tuple([1, 2]), tuple("ab"), tuple(range(3)))
    table = {(0, 0): "origin", (1, 2): "p"}
    print(table[(0, 0)], table[1, 2], (1, 2) in table, hash((1, "a")) == hash((1, "a")), {(1, 2), (1, 2)})
    points = [(3, "c"), (1, "b"), (1, "a")]
    points.sort()
    print(points, max(points), sorted(points, key=lambda p: p[1]), list(zip(*points)))
    try:
        three.index(99)
    except ValueError as error:
        print(error)
    try:
        print(tuple(items_of([1]))[1])
    except IndexError as error:
        print(error)
    try:
        hash(([],))
    except TypeError as error:
        print(type(error).__name__)
    nested = ((1, 2), [3, 4])
    nested[1].append(5)
    print(nested, (1, *nested[0], *"ab"), repr(("a",)), ((),), bool(()), bool((0,)), one is one)
    for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
        print(i, k, v, end="; ")
    print()


main()
