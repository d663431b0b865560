"""Limb arithmetic over the bytes that play the memory, against CPython's own integers."""

import random

import pytest

from sesha.guest.builtins import bigint_divide, bigint_limbs, bigint_multiply
from sesha.guest.cpu import intrinsics

pytestmark = pytest.mark.fast

A, B, OUT, REST, NORMAL, SCRATCH = (place << 16 for place in (1, 2, 3, 4, 5, 8))


def put(place: int, value: int, count: int) -> None:
    intrinsics.MEMORY[place : place + 8 * count] = value.to_bytes(8 * count, "little")


def get(place: int, count: int) -> int:
    return int.from_bytes(intrinsics.MEMORY[place : place + 8 * count], "little")


def limbs(value: int) -> int:
    return (value.bit_length() + 63) // 64


def awkward(source: random.Random, count: int) -> int:
    """A number of that many limbs, often with runs of ones or zeros."""
    result = 0
    for _ in range(count):
        result = result << 64 | source.choice((0, 1, 1 << 63, (1 << 64) - 1, source.getrandbits(64)))
    return result | 1 << 64 * count - source.choice((1, 2, 30, 64))


def test_add_and_subtract() -> None:
    source = random.Random(1)
    for _ in range(300):
        n = source.randint(1, 6)
        m = source.randint(1, n)
        a, b = awkward(source, n), awkward(source, m)
        put(A, a, n)
        put(B, b, m)
        carry = bigint_limbs.add(OUT, A, n, B, m)
        assert get(OUT, n) + (carry << 64 * n) == a + b
        borrow = bigint_limbs.sub(OUT, A, n, B, m)
        assert get(OUT, n) - (borrow << 64 * n) == a - b
        assert bigint_limbs.compare(A, n, B, m) == (a > b) - (a < b)


def test_shifts() -> None:
    source = random.Random(2)
    for _ in range(200):
        n, bits = source.randint(1, 5), source.randint(0, 63)
        a = awkward(source, n)
        put(A, a, n)
        out = bigint_limbs.shift_left(OUT, A, n, bits)
        assert get(OUT, n) + ((out & (1 << 64) - 1) << 64 * n) == a << bits
        bigint_limbs.shift_right(OUT, A, n, bits)
        assert get(OUT, n) == a >> bits
        assert bigint_limbs.bit_length(A, n) == a.bit_length()


@pytest.mark.parametrize("sizes", [(1, 1), (5, 3), (40, 40), (41, 41), (95, 95), (130, 45), (100, 97)])
def test_multiplication(sizes: tuple[int, int]) -> None:
    source = random.Random(3)
    for _ in range(3):
        n, m = sizes
        a, b = awkward(source, n), awkward(source, m)
        put(A, a, n)
        put(B, b, m)
        bigint_multiply.multiply(OUT, A, n, B, m, SCRATCH)
        assert get(OUT, n + m) == a * b


def test_scratch_suffices() -> None:
    for n in (40, 77, 160):
        size = 8 * bigint_multiply.scratch_limbs(n)
        intrinsics.MEMORY[SCRATCH + size : SCRATCH + size + 64] = bytes(64)
        put(A, (1 << 64 * n) - 1, n)
        bigint_multiply.multiply(OUT, A, n, A, n, SCRATCH)
        assert get(OUT, 2 * n) == ((1 << 64 * n) - 1) ** 2
        assert not any(intrinsics.MEMORY[SCRATCH + size : SCRATCH + size + 64])


def test_division_by_a_limb() -> None:
    source = random.Random(4)
    for _ in range(300):
        n = source.randint(1, 5)
        a = awkward(source, n)
        d = source.choice((1, 10, 3, 1 << 63, (1 << 64) - 1, 10**19, source.getrandbits(64) | 1))
        put(A, a, n)
        rest = bigint_divide.divide_by_limb(OUT, A, n, intrinsics.wrap(d))
        assert (get(OUT, n), rest & (1 << 64) - 1) == divmod(a, d)


def test_long_division() -> None:
    source = random.Random(5)
    for _ in range(500):
        m = source.randint(2, 6)
        n = source.randint(m, 9)
        a, b = awkward(source, n), awkward(source, m)
        n, m = limbs(a), limbs(b)
        if m < 2 or n < m:
            continue
        put(A, a, n)
        put(B, b, m)
        bigint_divide.divide(OUT, REST, A, n, B, m, NORMAL)
        assert (get(OUT, n - m + 1), get(REST, m)) == divmod(a, b)


def test_long_division_where_the_estimate_is_too_great() -> None:
    for b in ((1 << 191) + 1, (1 << 192) - 1, (1 << 127) + (1 << 64) - 1):
        for quotient in ((1 << 64) - 1, (1 << 128) - 1, 1 << 64):
            for rest in (0, 1, b - 1):
                a = b * quotient + rest
                put(A, a, limbs(a))
                put(B, b, limbs(b))
                bigint_divide.divide(OUT, REST, A, limbs(a), B, limbs(b), NORMAL)
                count = limbs(a) - limbs(b) + 1
                assert (get(OUT, count), get(REST, limbs(b))) == (quotient, rest)
