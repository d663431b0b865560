"""Recursion: deep but finite, mutual, Ackermann, permutations, and RecursionError that is caught."""
# machine: qemu

import sys


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items: list[str]) -> list[str]:
    if len(items) <= 1:
        return ["".join(items)]
    return [head + tail for i, head in enumerate(items) for tail in permutations(items[:i] + items[i + 1 :])]


def hanoi(n: int, source: str, target: str, spare: str, moves: list[str]) -> None:
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)


def forever(n: int) -> int:
    return forever(n + 1) + 1


def flatten(value: object) -> list[int]:
    if isinstance(value, list):
        return [leaf for item in value for leaf in flatten(item)]
    assert isinstance(value, int)
    return [value]


def main() -> None:
    print(depth(500), is_even(100), is_odd(7), ackermann(2, 3))
    print(permutations(list("abc")), flatten([1, [2, [3, [4]], []], 5]))
    moves: list[str] = []
    hanoi(4, "A", "C", "B", moves)
    print(len(moves), " ".join(moves))
    for attempt in range(3):
        try:
            forever(0)
        except RecursionError as error:
            print(attempt, type(error).__name__, str(error)[:32], isinstance(error, RuntimeError))
    print(depth(400), sys.getrecursionlimit() > 100)


main()
