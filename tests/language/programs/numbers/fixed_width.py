"""Fixed-width integers of mypy_extensions are plain ints in programs, as under CPython."""
from mypy_extensions import i64, i32, u8


def wrap(n: i64) -> i64:
    return n * 4611686018427387904 * 16


class C:
    n: i64
    def __init__(self, n: i64) -> None:
        self.n = n


def total(xs: list[i64]) -> i64:
    s: i64 = 0
    for x in xs:
        s += x
    return s


print(wrap(3), i64(5) + 1, i64("12"), C(2).n, total([1, 2, 3]), isinstance(3, i64))
k: i32 = 7
print(k // 2, k % 4, -k >> 1, int(k), u8(3) + 300)
for j in range(i64(3)):
    print(j, end=" ")
print()
