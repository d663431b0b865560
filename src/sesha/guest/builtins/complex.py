"""Implement complex numbers: pairs of floats.

Arithmetic with a real number goes part by part, as the newest CPython has it (the real number has no
imaginary part, not one that is zero). Powers are those with an integer as exponent.
"""

from typing import Any

from sesha.guest.builtins.complex_text import parse, text_of
from sesha.guest.builtins.float_exact import product_error, sum_error
from sesha.guest.builtins.float_integer import hash_ as hash_of_float
from sesha.guest.builtins.float_parts import (
    exponent_of,
    infinity,
    is_infinite,
    is_nan,
    scale,
    square_root,
)
from sesha.guest.builtins.text_type import type_name

HASH_FACTOR = 1000003
LARGEST_POWER = 100
"""Beyond it CPython goes by logarithms."""


class complex:
    """A complex number."""

    real: float
    imag: float

    def __init__(self, real: Any = 0.0, imag: Any = 0.0) -> None:
        if isinstance(real, float) and isinstance(imag, float):
            self.real, self.imag = real, imag
            return
        if isinstance(real, str):
            self.real, self.imag = parse(real)
            return
        a, b = parts_of(real, "real")
        c, d = parts_of(imag, "imag")
        self.real = a - d if isinstance(imag, complex) else a
        self.imag = b + c if isinstance(real, complex) else c

    def conjugate(self) -> Any:
        return make(self.real, -self.imag)

    def __complex__(self) -> Any:
        return self

    def __repr__(self) -> str:
        return text_of(self.real, self.imag)

    def __format__(self, format_spec: str) -> str:
        if format_spec:
            raise NotImplementedError("format specifications of complex numbers")
        return text_of(self.real, self.imag)

    def __bool__(self) -> bool:
        return self.real != 0.0 or self.imag != 0.0

    def __hash__(self) -> int:
        result = int(hash_of_float(self.real)) + HASH_FACTOR * int(hash_of_float(self.imag))
        result &= (1 << 64) - 1
        if result >> 63:
            result -= 1 << 64
        return -2 if result == -1 else result

    def __eq__(self, other: Any) -> Any:
        if isinstance(other, complex):
            return self.real == other.real and self.imag == other.imag
        if isinstance(other, (int, float)):
            return self.imag == 0.0 and self.real == other
        return NotImplemented

    def __abs__(self) -> float:
        return length_of(self.real, self.imag)

    def __neg__(self) -> Any:
        return make(-self.real, -self.imag)

    def __pos__(self) -> Any:
        return self

    # --- arithmetic -----------------------------------------------------------------------------
    def __add__(self, other: Any) -> Any:
        if isinstance(other, complex):
            return make(self.real + other.real, self.imag + other.imag)
        if isinstance(other, (int, float)):
            return make(self.real + float(other), self.imag)
        return NotImplemented

    def __radd__(self, other: Any) -> Any:
        if isinstance(other, (int, float)):
            return make(float(other) + self.real, self.imag)
        return NotImplemented

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, complex):
            return make(self.real - other.real, self.imag - other.imag)
        if isinstance(other, (int, float)):
            return make(self.real - float(other), self.imag)
        return NotImplemented

    def __rsub__(self, other: Any) -> Any:
        if isinstance(other, (int, float)):
            return make(float(other) - self.real, -self.imag)
        return NotImplemented

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, complex):
            a, b, c, d = self.real, self.imag, other.real, other.imag
            return make(a * c - b * d, a * d + b * c)
        if isinstance(other, (int, float)):
            return make(self.real * float(other), self.imag * float(other))
        return NotImplemented

    def __rmul__(self, other: Any) -> Any:
        return self.__mul__(other) if isinstance(other, (int, float)) else NotImplemented

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, complex):
            return quotient(self, other)
        if isinstance(other, (int, float)):
            if other == 0:
                raise ZeroDivisionError("division by zero")
            return make(self.real / float(other), self.imag / float(other))
        return NotImplemented

    def __rtruediv__(self, other: Any) -> Any:
        return quotient(make(float(other), 0.0), self) if isinstance(other, (int, float)) else NotImplemented

    def __pow__(self, other: Any) -> Any:
        if isinstance(other, complex) and other.imag == 0.0:
            other = other.real
        if isinstance(other, float) and other == float(int(other)):
            other = int(other)
        if isinstance(other, int) and -LARGEST_POWER <= other <= LARGEST_POWER:
            return power(self, other)
        if isinstance(other, (int, float, complex)):
            raise NotImplementedError("powers of complex numbers that are not small integers")
        return NotImplemented


def make(real: float, imag: float) -> complex:
    """The number of two parts."""
    return complex(real, imag)


def parts_of(value: Any, argument: str) -> tuple[float, float]:
    """The two parts of what `complex()` is given."""
    if hasattr(value, "__complex__"):
        value = value.__complex__()
    if isinstance(value, complex):
        return value.real, value.imag
    if isinstance(value, (int, float)) or hasattr(value, "__float__") or hasattr(value, "__index__"):
        return float(value), 0.0
    raise TypeError(f"complex() argument '{argument}' must be a real number, not {type_name(value)}")


def quotient(left: complex, right: complex) -> complex:
    """Smith's method: the divisor's greater part is divided out, so that nothing overflows early."""
    a, b, c, d = left.real, left.imag, right.real, right.imag
    if abs(c) >= abs(d):
        if c == 0.0:
            raise ZeroDivisionError("division by zero")
        ratio = d / c
        whole = c + d * ratio
        return make((a + b * ratio) / whole, (b - a * ratio) / whole)
    if abs(d) >= abs(c):
        ratio = c / d
        whole = c * ratio + d
        return make((a * ratio + b) / whole, (b * ratio - a) / whole)
    not_a_number = infinity() - infinity()
    return make(not_a_number, not_a_number)


def power(base: complex, exponent: int) -> complex:
    """By squaring, from the lowest bit of the exponent, as CPython does."""
    result = make(1.0, 0.0)
    factor = base
    rest = abs(exponent)
    while rest:
        if rest & 1:
            result = result.__mul__(factor)
        factor = factor.__mul__(factor)
        rest >>= 1
    if exponent >= 0:
        return result
    if base.real == 0.0 and base.imag == 0.0:
        raise ZeroDivisionError("zero to a negative or complex power")
    return quotient(make(1.0, 0.0), result)


def length_of(a: float, b: float) -> float:
    """The root of the sum of squares, from a pair, scaled so that no square overflows."""
    if is_infinite(a) or is_infinite(b):
        return infinity()
    if is_nan(a) or is_nan(b):
        return a + b
    greatest = max(abs(a), abs(b))
    if greatest == 0.0:
        return 0.0
    exponent = int(exponent_of(greatest))
    x, y = scale(a, -exponent), scale(b, -exponent)
    first, second = x * x, y * y
    total = first + second
    low = sum_error(first, second, total) + product_error(x, x, first) + product_error(y, y, second)
    root = square_root(total)
    square = root * root
    rest = (total - square) - product_error(root, root, square) + low
    length = scale(root + rest / (2.0 * root), exponent)
    if is_infinite(length):
        raise OverflowError("absolute value too large")
    return length
