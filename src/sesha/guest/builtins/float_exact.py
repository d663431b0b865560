"""Compute what rounding cut off: the errors of sums and products of doubles.

A sum or product and its error together are a *double-double*: an unevaluated sum of two doubles
with about 106 bits. The elementary functions carry their leading terms so, and round once at the
end. (T. J. Dekker, "A floating-point technique for extending the available precision", 1971.)
"""

from sesha.guest.cpu.intrinsics import inline

SPLITTER = 134217729.0
"""2**27 + 1: halves a double's 53 bits."""


@inline
def sum_error(a: float, b: float, total: float) -> float:
    """a + b - total, exactly, where total is the rounded sum."""
    part = total - a
    return (a - (total - part)) + (b - part)


@inline
def product_error(a: float, b: float, product: float) -> float:
    """a * b - product, exactly, where product is the rounded one; |a|, |b| below 2**995."""
    turn = SPLITTER * a
    a_high = turn - (turn - a)
    a_low = a - a_high
    turn = SPLITTER * b
    b_high = turn - (turn - b)
    b_low = b - b_high
    return ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low
