"""Take floats apart, round them to integers, compare them: the functions without rounding."""

from typing import Any

from sesha.guest.builtins import float_parts
from sesha.guest.builtins.float_integer import ceil_to_int, floor_to_int, to_int
from sesha.guest.builtins.float_parts import (
    copy_sign,
    exponent_of,
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    is_negative,
    scale,
    truncate,
)
from sesha.guest.cpu.intrinsics import float_bits, float_from_bits
from sesha.guest.stdlib.math.errors import DOMAIN, out_of_range

NOT_A_NUMBER = "must be real number, not "


# --- to integers --------------------------------------------------------------------------------
def floor(x: object, /) -> Any:
    if isinstance(x, float):
        return floor_to_int(x)
    if isinstance(x, int):
        return int(x)
    value: Any = x
    if hasattr(value, "__floor__"):
        return value.__floor__()
    return floor_to_int(float(value))


def ceil(x: object, /) -> Any:
    if isinstance(x, float):
        return ceil_to_int(x)
    if isinstance(x, int):
        return int(x)
    value: Any = x
    if hasattr(value, "__ceil__"):
        return value.__ceil__()
    return ceil_to_int(float(value))


def trunc(x: object, /) -> Any:
    if isinstance(x, float):
        return to_int(x)
    if isinstance(x, int):
        return int(x)
    value: Any = x
    if not hasattr(value, "__trunc__"):
        raise TypeError("type " + type(x).__name__ + " doesn't define __trunc__ method")
    return value.__trunc__()


# --- sign and size ------------------------------------------------------------------------------
def fabs(x: float, /) -> float:
    return abs(x)


def copysign(x: float, y: float, /) -> float:
    return copy_sign(x, y)


def isnan(x: float, /) -> bool:
    return is_nan(x)


def isinf(x: float, /) -> bool:
    return is_infinite(x)


def isfinite(x: float, /) -> bool:
    return is_finite(x)


def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if is_infinite(a) or is_infinite(b):
        return False
    difference = abs(b - a)
    return difference <= abs(rel_tol * b) or difference <= abs(rel_tol * a) or difference <= abs_tol


# --- parts --------------------------------------------------------------------------------------
def frexp(x: float, /) -> tuple[float, int]:
    if x == 0.0 or not is_finite(x):
        return x, 0
    exponent = int(exponent_of(x)) + 1
    return scale(x, -exponent), exponent


def ldexp(x: float, i: int, /) -> float:
    if x == 0.0 or not is_finite(x):
        return x
    exponent = 5000 if i > 5000 else -5000 if i < -5000 else i
    result = scale(x, exponent)
    if is_infinite(result):
        out_of_range()
    return result


def modf(x: float, /) -> tuple[float, float]:
    if is_infinite(x):
        return copy_sign(0.0, x), x
    if is_nan(x):
        return x, x
    whole = truncate(x)
    return copy_sign(x - whole, x), copy_sign(whole, x)


# --- remainders ---------------------------------------------------------------------------------
def fmod(x: float, y: float, /) -> float:
    if is_nan(x) or is_nan(y):
        return x + y
    if is_infinite(x) or y == 0.0:
        raise ValueError(DOMAIN)
    return float_parts.fmod(x, y)


def remainder(x: float, y: float, /) -> float:
    """x less the nearest multiple of y, of two equally near the even one."""
    if is_nan(x) or is_nan(y):
        return x + y
    if is_infinite(x) or y == 0.0:
        raise ValueError(DOMAIN)
    if is_infinite(y):
        return x
    size = abs(x)
    unit = abs(y)
    rest = float_parts.fmod(size, unit)
    other = unit - rest
    if rest > other or (rest == other and float_parts.fmod(0.5 * (size - rest), unit) != 0.0):
        rest = -other
    return copy_sign(1.0, x) * rest


# --- neighbours ---------------------------------------------------------------------------------
def nextafter(x: float, y: float, /, *, steps: int | None = None) -> float:
    """The double after x towards y, or the one so many steps away."""
    if is_nan(x) or is_nan(y):
        return x + y
    count = 1 if steps is None else steps
    if count < 0:
        raise ValueError("steps must be a non-negative integer")
    if x == y:
        return y
    start = rank(x)
    end = rank(y)
    if end > start:
        return from_rank(end if count > end - start else start + count)
    return from_rank(end if count > start - end else start - count)


def rank(x: float) -> int:
    """The position of a double among all in order; zero has 0."""
    image = int(float_bits(abs(x)))
    return -image if is_negative(x) else image


def from_rank(position: int) -> float:
    return -float_from_bits(-position) if position < 0 else float_from_bits(position)


def ulp(x: float, /) -> float:
    """The value of the least significant bit."""
    if is_nan(x):
        return x
    size = abs(x)
    if is_infinite(size):
        return size
    up = nextafter(size, infinity())
    return size - nextafter(size, 0.0) if is_infinite(up) else up - size
