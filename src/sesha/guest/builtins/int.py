"""Implement int: Python's unbounded integers, with small ones inside their word.

Here stand the typed forms of the operators: a test of both tags and one machine instruction,
inlined; whatever does not fit goes to bigint_*.py, out of line. int_dynamic.py has the dunder
methods, int_methods.py the named ones, int_text.py text in both directions, int_division.py
division to a float. A word typed `int` may also be True, False or an instance of a subclass:
the slow paths see to these.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import FALSE, INT_LIMBS, INT_MASK, INT_SHIFT, TRUE
from sesha.guest.builtins import bigint_arithmetic, bigint_bits
from sesha.guest.builtins.bigint_divide import divide_by_limb
from sesha.guest.builtins.bigint_limbs import compare as compare_limbs
from sesha.guest.builtins.bigint_value import (
    big_from_i64 as big_from_i64,
    from_i64 as from_i64,
    from_u64 as from_u64,
    limbs_of,
    magnitude,
    new_limbs,
    plain as plain,
    signed_count,
    to_i64 as to_i64,
)
from sesha.guest.builtins.int_division import truediv as truediv
from sesha.guest.builtins.int_dynamic import (
    __abs__ as __abs__,
    __add__ as __add__,
    __and__ as __and__,
    __bool__ as __bool__,
    __divmod__ as __divmod__,
    __eq__ as __eq__,
    __float__ as __float__,
    __floordiv__ as __floordiv__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __invert__ as __invert__,
    __le__ as __le__,
    __lshift__ as __lshift__,
    __lt__ as __lt__,
    __mod__ as __mod__,
    __mul__ as __mul__,
    __ne__ as __ne__,
    __neg__ as __neg__,
    __or__ as __or__,
    __pos__ as __pos__,
    __pow__ as __pow__,
    __radd__ as __radd__,
    __rand__ as __rand__,
    __rdivmod__ as __rdivmod__,
    __rfloordiv__ as __rfloordiv__,
    __rlshift__ as __rlshift__,
    __rmod__ as __rmod__,
    __rmul__ as __rmul__,
    __ror__ as __ror__,
    __rpow__ as __rpow__,
    __rrshift__ as __rrshift__,
    __rshift__ as __rshift__,
    __rsub__ as __rsub__,
    __rtruediv__ as __rtruediv__,
    __rxor__ as __rxor__,
    __sub__ as __sub__,
    __truediv__ as __truediv__,
    __xor__ as __xor__,
)
from sesha.guest.builtins.int_methods import (
    __ceil__ as __ceil__,
    __floor__ as __floor__,
    __format__ as __format__,
    __index__ as __index__,
    __int__ as __int__,
    __new__ as __new__,
    __repr__ as __repr__,
    __round__ as __round__,
    __trunc__ as __trunc__,
    as_integer_ratio as as_integer_ratio,
    bit_count as bit_count,
    bit_length as bit_length,
    conjugate as conjugate,
    convert as convert,
    denominator as denominator,
    from_bytes as from_bytes,
    imag as imag,
    is_integer as is_integer,
    numerator as numerator,
    real as real,
    to_bytes as to_bytes,
)
from sesha.guest.builtins.int_power import power
from sesha.guest.builtins.int_text import repr_ as repr_, str_ as str_
from sesha.guest.cpu.intrinsics import (
    add_overflows,
    bits,
    cold,
    copy_memory,
    inline,
    likely,
    mul_overflows,
    stack_words,
    sub_overflows,
    unchecked,
    word,
)

HASH_MODULUS = (1 << 61) - 1


@inline
def both_small(left: int, right: int) -> bool:
    return (bits(left) | bits(right)) & INT_MASK == 0


# --- arithmetic ---------------------------------------------------------------------------------
@inline
def add(self: int, other: int) -> int:
    if likely(both_small(self, other)) and likely(not add_overflows(bits(self), bits(other))):
        result: int = unchecked(word(bits(self) + bits(other)))
        return result
    return bigint_arithmetic.add(self, other)


@inline
def sub(self: int, other: int) -> int:
    if likely(both_small(self, other)) and likely(not sub_overflows(bits(self), bits(other))):
        result: int = unchecked(word(bits(self) - bits(other)))
        return result
    return bigint_arithmetic.sub(self, other)


@inline
def mul(self: int, other: int) -> int:
    if likely(both_small(self, other)):
        factor = bits(self) >> INT_SHIFT
        if likely(not mul_overflows(factor, bits(other))):
            result: int = unchecked(word(factor * bits(other)))
            return result
    return bigint_arithmetic.mul(self, other)


@inline
def floordiv(self: int, other: int) -> int:
    if likely(both_small(self, other)) and likely(bits(other) != 0):
        return from_i64(bits(self) // bits(other))
    return bigint_arithmetic.floordiv(self, other)


@inline
def mod(self: int, other: int) -> int:
    if likely(both_small(self, other)) and likely(bits(other) != 0):
        result: int = unchecked(word(bits(self) % bits(other)))
        return result
    return bigint_arithmetic.mod(self, other)


def divmod(self: int, other: int) -> tuple[int, int]:
    return floordiv(self, other), mod(self, other)


@inline
def pow(self: int, other: int) -> Any:
    if bits(other) == 2 << INT_SHIFT:
        return mul(self, self)
    return power(self, other)


@inline
def neg(self: int) -> int:
    if likely(bits(self) & INT_MASK == 0) and likely(not sub_overflows(0, bits(self))):
        result: int = unchecked(word(-bits(self)))
        return result
    return bigint_arithmetic.neg(self)


@inline
def pos(self: int) -> int:
    if likely(bits(self) & INT_MASK == 0):
        return self
    return plain(self)


# --- bits ---------------------------------------------------------------------------------------
@inline
def and_(self: int, other: int) -> int:
    if likely(both_small(self, other)):
        result: int = unchecked(word(bits(self) & bits(other)))
        return result
    return bigint_bits.combine(self, other, bigint_bits.AND)


@inline
def or_(self: int, other: int) -> int:
    if likely(both_small(self, other)):
        result: int = unchecked(word(bits(self) | bits(other)))
        return result
    return bigint_bits.combine(self, other, bigint_bits.OR)


@inline
def xor(self: int, other: int) -> int:
    if likely(both_small(self, other)):
        result: int = unchecked(word(bits(self) ^ bits(other)))
        return result
    return bigint_bits.combine(self, other, bigint_bits.XOR)


@inline
def invert(self: int) -> int:
    if likely(bits(self) & INT_MASK == 0):
        result: int = unchecked(word(~bits(self) & ~INT_MASK))
        return result
    return bigint_bits.invert(self)


@inline
def lshift(self: int, other: int) -> int:
    if likely(both_small(self, other)):
        count = bits(other) >> INT_SHIFT
        if likely(0 <= count) and likely(count < 62):
            shifted = bits(self) << count
            if likely(shifted >> count == bits(self)):
                result: int = unchecked(word(shifted))
                return result
    return bigint_bits.lshift(self, other)


@inline
def rshift(self: int, other: int) -> int:
    if likely(both_small(self, other)) and likely(bits(other) >= 0):
        count = bits(other) >> INT_SHIFT
        result: int = unchecked(word((bits(self) >> (count if count < 63 else 63)) & ~INT_MASK))
        return result
    return bigint_bits.rshift(self, other)


# --- comparison ---------------------------------------------------------------------------------
@cold
def compare(left: int, right: int) -> i64:
    """Negative, zero or positive as left is less than, equal to or greater than right."""
    a = plain(left)
    b = plain(right)
    a_signed = signed_count(a)
    b_signed = signed_count(b)
    if a_signed != b_signed:
        return -1 if a_signed < b_signed else 1
    scratch = stack_words(2)
    count = magnitude(a_signed)
    result = compare_limbs(limbs_of(a, scratch), count, limbs_of(b, scratch + 8), count)
    return result if a_signed >= 0 else -result


@inline
def eq(self: int, other: int) -> bool:
    if bits(self) == bits(other):
        return True
    if likely(both_small(self, other)):
        return False
    return compare(self, other) == 0


@inline
def ne(self: int, other: int) -> bool:
    return not eq(self, other)


@inline
def lt(self: int, other: int) -> bool:
    if likely(both_small(self, other)):
        return bits(self) < bits(other)
    return compare(self, other) < 0


@inline
def le(self: int, other: int) -> bool:
    if likely(both_small(self, other)):
        return bits(self) <= bits(other)
    return compare(self, other) <= 0


@inline
def gt(self: int, other: int) -> bool:
    if likely(both_small(self, other)):
        return bits(self) > bits(other)
    return compare(self, other) > 0


@inline
def ge(self: int, other: int) -> bool:
    if likely(both_small(self, other)):
        return bits(self) >= bits(other)
    return compare(self, other) >= 0


# --- conversions --------------------------------------------------------------------------------
@inline
def truth(self: int) -> bool:
    if likely(bits(self) & INT_MASK == 0):
        return bits(self) != 0
    return truth_of_object(self)


@cold
def truth_of_object(self: int) -> bool:
    if bits(self) == TRUE:
        return True
    return bits(self) != FALSE and bits(plain(self)) != 0


@inline
@inline
def hash_(self: int) -> i64:
    """The value modulo 2**61 - 1 with its sign, and -2 in place of -1."""
    raw = bits(self) >> INT_SHIFT
    if likely(bits(self) & INT_MASK == 0) and -HASH_MODULUS < raw and raw < HASH_MODULUS:
        return raw if raw != -1 else -2
    return hash_of_big(self)


@cold
def hash_of_big(self: int) -> i64:
    value = plain(self)
    scratch = stack_words(1)
    signed = signed_count(value)
    count = magnitude(signed)
    if count == 0:
        return 0
    quotient = new_limbs(count)
    copy_memory(quotient + INT_LIMBS, limbs_of(value, scratch), count << 3)
    rest = divide_by_limb(quotient + INT_LIMBS, quotient + INT_LIMBS, count, HASH_MODULUS)
    if signed < 0:
        rest = -rest
    return rest if rest != -1 else -2


def __hash__(self: int) -> int:
    return from_i64(hash_(self))
