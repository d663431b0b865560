"""Members of IntEnum where an int is declared, in every operation; True there too; beyond 64 bits."""

from enum import IntEnum


class Color(IntEnum):
    RED = 1
    GREEN = 2
    BIG = 1 << 70


def show(x: int, y: int) -> None:
    print(x + y, x - y, x * y, x // y, x % y, x & y, x | y, x == y, x < y, -x, ~int(x), x << 2, x >> 1)
    print(hash(x) == hash(int(x)), bool(x), abs(x), x / y, float(x), int(x), x.bit_length(), [10, 20, 30][y % 3])
    print(f"{x:d} {x:>5}", divmod(x, y), x**2, round(x, -1))


def main() -> None:
    show(Color.RED, 5)
    show(Color.GREEN, Color.RED)
    show(Color.BIG, Color.GREEN)
    show(7, Color.GREEN)
    show(True, 3)
    print(Color.RED + 1, Color.GREEN == 2, Color(2), sorted([Color.GREEN, Color.RED]), {1: "one"}[Color.RED])


main()
