"""Functions of integers: divisors, combinations, factorials, integer roots."""

from typing import Any


def index(value: object) -> int:
    """operator.index(value)"""
    if isinstance(value, int):
        return value
    number: Any = value
    if not hasattr(number, "__index__"):
        raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    result: int = number.__index__()
    return result


def gcd(*integers: object) -> int:
    result = 0
    for value in integers:
        result = gcd_of_two(result, index(value))
    return result


def gcd_of_two(a: int, b: int) -> int:
    while b != 0:
        a, b = b, a % b
    return -a if a < 0 else a


def lcm(*integers: object) -> int:
    result = 1
    for value in integers:
        number = index(value)
        if number == 0:
            return 0
        result = result // gcd_of_two(result, number) * number
    return -result if result < 0 else result


def factorial(n: int, /) -> int:
    if isinstance(n, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return product_of_range(2, n + 1)


def product_of_range(start: int, stop: int) -> int:
    """start * (start + 1) * ... * (stop - 1), by halves so that the factors have like sizes."""
    if stop - start <= 8:
        result = 1
        for factor in range(start, stop):
            result *= factor
        return result
    middle = (start + stop) // 2
    return product_of_range(start, middle) * product_of_range(middle, stop)


def perm(n: int, k: object = None, /) -> int:
    if k is None:
        return factorial(n)
    count = index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if count < 0:
        raise ValueError("k must be a non-negative integer")
    return product_of_range(n - count + 1, n + 1) if count <= n else 0


def comb(n: int, k: int, /) -> int:
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    least = n - k if n - k < k else k
    return product_of_range(n - least + 1, n + 1) // product_of_range(2, least + 1)


def isqrt(n: object, /) -> int:
    """The integer part of the square root."""
    number = index(n)
    if number < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if number == 0:
        return 0
    return root(number)


def root(number: int) -> int:
    """Newton's iteration from above, which falls until it reaches the root. The first guess is
    the root of the upper half of the bits, so it is off in the lower half only."""
    size = number.bit_length()
    if size <= 8:
        guess = 16
    else:
        shift = size // 4
        guess = (root(number >> (2 * shift)) + 1) << shift
    while True:
        better = (guess + number // guess) >> 1
        if better >= guess:
            return guess
        guess = better
