"""Sorting: stability, keys, reverse, mixed comparisons, custom __lt__, errors during comparison."""

from typing import Any


class Card:
    def __init__(self, rank: int, suit: str) -> None:
        self.rank = rank
        self.suit = suit

    def __lt__(self, other: "Card") -> bool:
        return self.rank < other.rank

    def __repr__(self) -> str:
        return f"{self.rank}{self.suit}"


def pseudo_random(count: int) -> list[int]:
    values: list[int] = []
    state = 12345
    for _ in range(count):
        state = (state * 1103515245 + 12345) % (1 << 31)
        values.append(state % 1000 - 500)
    return values


def main() -> None:
    values = pseudo_random(500)
    ordered = sorted(values)
    print(ordered[:5], ordered[-5:], all(a <= b for a, b in zip(ordered, ordered[1:])), sum(ordered) == sum(values))
    print(sorted(values, reverse=True) == ordered[::-1], sorted(values, key=abs)[:6], sorted(values, key=lambda v: -v)[0])
    words = "the Quick brown fox Jumps over the lazy dog".split()
    print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
    print(sorted(words, key=len, reverse=True), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([(2, "b"), (1, "z"), (2, "a")]))
    cards = [Card(3, "h"), Card(1, "s"), Card(3, "d"), Card(2, "c"), Card(1, "d")]
    print(sorted(cards), min(cards), max(cards), sorted(cards, reverse=True), sorted(cards, key=lambda c: c.suit))
    cards.sort(key=lambda c: (c.suit, c.rank), reverse=True)
    print(cards)
    print(sorted([3.5, 2, True, -1.0, 10 ** 20]), sorted([[2], [1, 9], [1]]), sorted([b"b", b"a"]), sorted([(1, 2), (1,)]))
    bad: list[Any] = [3, "a", 1]
    try:
        bad.sort()
    except TypeError as error:
        print(error)
    print(sorted(bad, key=str), len(bad))
    try:
        values.sort(key=lambda v: 1 // (v - values[7]) if values else 0)
    except ZeroDivisionError:
        print("kept", len(values))
    try:
        sorted([None, None])  # type: ignore[type-var]
    except TypeError as error:
        print(error)
    print(list(reversed([1, 2, 3])), sorted([]), sorted([1]), sorted(range(10), key=lambda n: n % 3), sorted([0.0, -0.0, 0]))
    data = list(range(64)) + list(range(64, 0, -1)) + [5] * 20
    data.sort()
    print(data[:12], data[-3:], data == sorted(data[::-1]))


main()


def pairs() -> None:
    words = ["b", "a", "\u00e9", "aa", "", "b"]
    records = [(w, n, n / 2) for n, w in enumerate(words)] + [("b", 0, 9.0), ("b", -(2**70), 1.0)]
    print(sorted(records), sorted(records, reverse=True))
    print(sorted([(1, "x"), (1,), (), (0, "z"), (1, "a", None), (True, "b")]))
    print(sorted([(1.5, 2), (float("inf"), 1), (-0.0, 1), (0.0, 0), (1.5, 1)]))
    print(sorted(words, key=lambda w: (-len(w), w)), max(records), min(records))
    try:
        sorted([(1, "x"), (1, 2)])  # type: ignore[type-var]
    except TypeError as error:
        print(error)


pairs()
