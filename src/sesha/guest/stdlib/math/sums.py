"""Sums and products of many numbers: fsum, sumprod, prod, hypot, dist."""

from collections.abc import Iterable, Sequence
from typing import Any

from sesha.guest.builtins.float_exact import product_error, sum_error
from sesha.guest.builtins.float_parts import (
    exponent_of,
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    scale,
    square_root,
)
from sesha.guest.stdlib.math.pairs import add

FRACTION_BITS = 52


def fsum(seq: Iterable[float], /) -> float:
    """The sum, rounded once. The partial sums do not overlap, so their exact sum is kept."""
    partials: list[float] = []
    special = 0.0
    infinities = 0.0
    for item in seq:
        x: float = item
        if not is_finite(x):
            special += x
            if is_infinite(x):
                infinities += x
            continue
        count = 0
        for y in partials:
            total = x + y
            rest = sum_error(x, y, total)
            if rest != 0.0:
                partials[count] = rest
                count += 1
            x = total
        if not is_finite(x):
            raise OverflowError("intermediate overflow in fsum")
        del partials[count:]
        partials.append(x)
    if is_nan(infinities):
        raise ValueError("-inf + inf in fsum")
    if special != 0.0:
        return special
    return sum_of_partials(partials)


def sum_of_partials(partials: list[float]) -> float:
    """Numbers of growing size that do not overlap: from the greatest down until one is lost, whose
    sign and that of the next decide whether a tie is one."""
    position = len(partials)
    high = 0.0
    while position > 0:
        position -= 1
        x = high
        y = partials[position]
        high = x + y
        low = sum_error(x, y, high)
        if low != 0.0:
            return settle_tie(high, low, partials[position - 1] if position > 0 else 0.0)
    return high


def settle_tie(high: float, low: float, below: float) -> float:
    if (low < 0.0 and below < 0.0) or (low > 0.0 and below > 0.0):
        double = low * 2.0
        other = high + double
        if other - high == double:
            return other
    return high


def sumprod(p: Iterable[Any], q: Iterable[Any], /) -> Any:
    """The sum of the products of two sequences of the same length."""
    left = list(p)
    right = list(q)
    if len(left) != len(right):
        raise ValueError("Inputs are not the same length")
    total: Any = 0
    position = 0
    while position < len(left):
        total = total + left[position] * right[position]
        position += 1
    return total


def prod(iterable: Iterable[Any], /, *, start: Any = 1) -> Any:
    result = start
    for item in iterable:
        result = result * item
    return result


# --- distances ----------------------------------------------------------------------------------
def hypot(*coordinates: float) -> float:
    return length_of(list(coordinates))


def dist(p: Sequence[float], q: Sequence[float], /) -> float:
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    differences: list[float] = []
    position = 0
    while position < len(p):
        differences.append(p[position] - q[position])
        position += 1
    return length_of(differences)


def length_of(vector: list[float]) -> float:
    """The root of the sum of squares, from a pair, scaled so that no square overflows."""
    greatest = 0.0
    nan = False
    for value in vector:
        size = -value if value < 0.0 else value
        if is_nan(size):
            nan = True
        elif size > greatest:
            greatest = size
    if is_infinite(greatest):
        return infinity()
    if nan:
        return vector_nan(vector)
    if greatest == 0.0:
        return 0.0
    exponent = int(exponent_of(greatest))
    high, low = 0.0, 0.0
    for value in vector:
        part = scale(value, -exponent)
        square = part * part
        high, low = add(high, low, square, product_error(part, part, square))
    root = square_root(high)
    square = root * root
    rest = (high - square) - product_error(root, root, square) + low
    return scale(root + rest / (2.0 * root), exponent)


def vector_nan(vector: list[float]) -> float:
    for value in vector:
        if is_nan(value):
            return value
    return 0.0
