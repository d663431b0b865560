"""Turn index objects into machine integers: `__index__`, and the ends of slices.

Used by every sequence. Rules: a raw index is exact or IndexError is raised; slice ends beyond
64 bits are clamped, as CPython does.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, INT_SHIFT
from sesha.guest.builtins.type import type_name
from sesha.guest.cpu.intrinsics import bits, cold, inline, likely, method_or, small, unchecked

I64_MAX = (1 << 63) - 1
I64_MIN = -(1 << 63)


@inline
def is_small(value: object) -> bool:
    return bits(value) & INT_MASK == 0


def fits_i64(number: int) -> bool:
    """Whether a machine integer can hold the int."""
    return I64_MIN <= number <= I64_MAX


@inline
def index_of(value: object) -> i64:
    """`operator.index(value)` as a raw integer; TypeError or IndexError when there is none."""
    if bits(value) & INT_MASK == 0:
        return bits(value) >> INT_SHIFT
    return exact_index(value)


@cold
def exact_index(value: object) -> i64:
    number = as_integer(value)
    if fits_i64(number):
        return i64(number)
    raise IndexError(f"cannot fit '{type_name(value)}' into an index-sized integer")


@inline
def size_index(value: object) -> i64:
    """As `index_of`, where CPython's function takes a C size: another error beyond it."""
    if bits(value) & INT_MASK == 0:
        return bits(value) >> INT_SHIFT
    return exact_size(value)


@cold
def exact_size(value: object) -> i64:
    number = as_integer(value)
    if fits_i64(number):
        return i64(number)
    raise OverflowError("Python int too large to convert to C ssize_t")


@cold
def count_of_repeats(value: object) -> i64:
    """The right operand of `sequence * n`."""
    number = as_integer(value)
    if fits_i64(number):
        return i64(number)
    raise OverflowError(f"cannot fit '{type_name(value)}' into an index-sized integer")


def clamped_index(value: object) -> i64:
    """As `index_of`, with values beyond 64 bits cut to the nearest; the ends of a slice."""
    if bits(value) & INT_MASK == 0:
        return bits(value) >> INT_SHIFT
    if not has_index(value):
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    number = as_integer(value)
    if number > I64_MAX:
        return I64_MAX
    if number < I64_MIN:
        return I64_MIN
    return i64(number)


def as_integer(value: object) -> int:
    """`operator.index(value)`: an int, through `__index__` where the value is none."""
    if isinstance(value, int):
        return value if not isinstance(value, bool) else int(value)
    result: Any = method_or(NotImplemented, value, "__index__")
    if result is NotImplemented:
        raise TypeError(f"'{type_name(value)}' object cannot be interpreted as an integer")
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type_name(result)})")
    return result


@inline
def as_small(value: object) -> int:
    """As `as_integer`; most values are small."""
    if likely(is_small(value)):
        number: int = unchecked(value)
        return number
    return as_integer(value)


def has_index(value: object) -> bool:
    if isinstance(value, int):
        return True
    return method_or(NotImplemented, value, "__index__") is not NotImplemented


def small_or(value: int, default: i64) -> i64:
    """The raw value of an int that is small, else the default."""
    return small(value) if is_small(value) else default
