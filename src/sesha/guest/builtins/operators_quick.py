"""Settle operators on small ints and inline floats, before anything is asked of classes.

What lowering calls where static types are missing. Whatever does not fit goes on, out of line, to
operators_arithmetic.py, operators_inplace.py, operators_compare.py and operators_items.py. An int
beside a float is converted, as CPython does; they are compared here only where that is exact.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, INT_SHIFT, NUMBER_TAGS, TAG_MASK
from sesha.guest.builtins import (
    operators_arithmetic as arithmetic,
    operators_compare as compare,
    operators_inplace as inplace,
    operators_items as items,
)
from sesha.guest.builtins.float import is_inline, unbox
from sesha.guest.builtins.int import (
    floordiv as int_floordiv,
    lshift as int_lshift,
    mod as int_mod,
    rshift as int_rshift,
)
from sesha.guest.builtins.list_storage import items_of, length_of_list
from sesha.guest.builtins.operators_arithmetic import both_small
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import (
    add_overflows,
    bits,
    class_id_of,
    float_div,
    float_from_i64,
    inline,
    likely,
    load_word,
    mul_overflows,
    store_word,
    sub_overflows,
    ult,
    unchecked,
    word,
)

EXACT = 1 << 55
"""Words of ints between this and its negative are floats without rounding."""


@inline
def both_floats(left: object, right: object) -> bool:
    """Whether both are inline floats."""
    return is_inline(left) and is_inline(right)


@inline
def is_number(value: object) -> bool:
    """Whether the word is a small int or an inline float."""
    return (NUMBER_TAGS >> (bits(value) & TAG_MASK)) & 1 != 0


@inline
def mixed(left: object, right: object) -> bool:
    """Whether both are numbers, and not both ints."""
    return is_number(left) and is_number(right) and not both_small(left, right)


@inline
def as_float(value: object) -> float:
    """The value of a small int or an inline float."""
    return float_from_i64(bits(value) >> INT_SHIFT) if bits(value) & INT_MASK == 0 else unbox(value)


@inline
def is_exact(value: object) -> bool:
    """Whether `as_float` does not round."""
    return bits(value) & INT_MASK != 0 or (-EXACT <= bits(value) and bits(value) <= EXACT)


@inline
def comparable(left: object, right: object) -> bool:
    return mixed(left, right) and is_exact(left) and is_exact(right)


# --- arithmetic -----------------------------------------------------------------------------------
@inline
def add(left: object, right: object) -> Any:
    """`left + right`"""
    if likely(both_small(left, right)):
        if likely(not add_overflows(bits(left), bits(right))):
            return word(bits(left) + bits(right))
    elif likely(both_floats(left, right)):
        return unbox(left) + unbox(right)
    return add_slowly(left, right)


def add_slowly(left: object, right: object) -> Any:
    if mixed(left, right):
        return as_float(left) + as_float(right)
    return arithmetic.add(left, right)


@inline
def sub(left: object, right: object) -> Any:
    """`left - right`"""
    if likely(both_small(left, right)):
        if likely(not sub_overflows(bits(left), bits(right))):
            return word(bits(left) - bits(right))
    elif likely(both_floats(left, right)):
        return unbox(left) - unbox(right)
    return sub_slowly(left, right)


def sub_slowly(left: object, right: object) -> Any:
    if mixed(left, right):
        return as_float(left) - as_float(right)
    return arithmetic.sub(left, right)


@inline
def mul(left: object, right: object) -> Any:
    """`left * right`"""
    if likely(both_small(left, right)):
        factor = bits(left) >> INT_SHIFT
        if likely(not mul_overflows(factor, bits(right))):
            return word(factor * bits(right))
    elif likely(both_floats(left, right)):
        return unbox(left) * unbox(right)
    return mul_slowly(left, right)


def mul_slowly(left: object, right: object) -> Any:
    if mixed(left, right):
        return as_float(left) * as_float(right)
    return arithmetic.mul(left, right)


@inline
def truediv(left: object, right: object) -> Any:
    """`left / right`"""
    if likely(both_floats(left, right)):
        divisor = unbox(right)
        if likely(divisor != 0.0):
            return float_div(unbox(left), divisor)
    return truediv_slowly(left, right)


def truediv_slowly(left: object, right: object) -> Any:
    if is_number(left) and is_number(right) and is_exact(left) and is_exact(right):
        divisor = as_float(right)
        if divisor != 0.0:
            return float_div(as_float(left), divisor)
    return arithmetic.truediv(left, right)


@inline
def floordiv(left: object, right: object) -> Any:
    """`left // right`"""
    if likely(both_small(left, right)):
        return int_floordiv(unchecked(left), unchecked(right))
    return arithmetic.floordiv(left, right)


@inline
def mod(left: object, right: object) -> Any:
    """`left % right`"""
    if likely(both_small(left, right)):
        return int_mod(unchecked(left), unchecked(right))
    return arithmetic.mod(left, right)


@inline
def neg(value: object) -> Any:
    """`-value`"""
    if likely(bits(value) & INT_MASK == 0):
        if likely(not sub_overflows(0, bits(value))):
            return word(-bits(value))
    elif is_inline(value):
        return -unbox(value)
    return items.neg(value)


# --- bits -------------------------------------------------------------------------------------------
@inline
def and_(left: object, right: object) -> Any:
    """`left & right`"""
    if likely(both_small(left, right)):
        return word(bits(left) & bits(right))
    return arithmetic.and_(left, right)


@inline
def or_(left: object, right: object) -> Any:
    """`left | right`"""
    if likely(both_small(left, right)):
        return word(bits(left) | bits(right))
    return arithmetic.or_(left, right)


@inline
def xor(left: object, right: object) -> Any:
    """`left ^ right`"""
    if likely(both_small(left, right)):
        return word(bits(left) ^ bits(right))
    return arithmetic.xor(left, right)


@inline
def lshift(left: object, right: object) -> Any:
    """`left << right`"""
    if likely(both_small(left, right)):
        return int_lshift(unchecked(left), unchecked(right))
    return arithmetic.lshift(left, right)


@inline
def rshift(left: object, right: object) -> Any:
    """`left >> right`"""
    if likely(both_small(left, right)):
        return int_rshift(unchecked(left), unchecked(right))
    return arithmetic.rshift(left, right)


# --- augmented assignment ---------------------------------------------------------------------------
@inline
def numbers(left: object, right: object) -> bool:
    return is_number(left) and is_number(right)


@inline
def inplace_add(left: object, right: object) -> Any:
    """`left += right`"""
    return add(left, right) if likely(numbers(left, right)) else inplace.inplace_add(left, right)


@inline
def inplace_sub(left: object, right: object) -> Any:
    """`left -= right`"""
    return sub(left, right) if likely(numbers(left, right)) else inplace.inplace_sub(left, right)


@inline
def inplace_mul(left: object, right: object) -> Any:
    """`left *= right`"""
    return mul(left, right) if likely(numbers(left, right)) else inplace.inplace_mul(left, right)


@inline
def inplace_truediv(left: object, right: object) -> Any:
    """`left /= right`"""
    return truediv(left, right) if likely(numbers(left, right)) else inplace.inplace_truediv(left, right)


@inline
def inplace_floordiv(left: object, right: object) -> Any:
    """`left //= right`"""
    return floordiv(left, right) if likely(numbers(left, right)) else inplace.inplace_floordiv(left, right)


@inline
def inplace_mod(left: object, right: object) -> Any:
    """`left %= right`"""
    return mod(left, right) if likely(numbers(left, right)) else inplace.inplace_mod(left, right)


@inline
def inplace_and_(left: object, right: object) -> Any:
    """`left &= right`"""
    return and_(left, right) if likely(numbers(left, right)) else inplace.inplace_and_(left, right)


@inline
def inplace_or_(left: object, right: object) -> Any:
    """`left |= right`"""
    return or_(left, right) if likely(numbers(left, right)) else inplace.inplace_or_(left, right)


@inline
def inplace_xor(left: object, right: object) -> Any:
    """`left ^= right`"""
    return xor(left, right) if likely(numbers(left, right)) else inplace.inplace_xor(left, right)


@inline
def inplace_lshift(left: object, right: object) -> Any:
    """`left <<= right`"""
    return lshift(left, right) if likely(numbers(left, right)) else inplace.inplace_lshift(left, right)


@inline
def inplace_rshift(left: object, right: object) -> Any:
    """`left >>= right`"""
    return rshift(left, right) if likely(numbers(left, right)) else inplace.inplace_rshift(left, right)


# --- comparisons --------------------------------------------------------------------------------------
@inline
def eq(left: object, right: object) -> bool:
    """`left == right` as a bool"""
    if likely(both_small(left, right)):
        return bits(left) == bits(right)
    if both_floats(left, right):
        return unbox(left) == unbox(right)
    return eq_slowly(left, right)


def eq_slowly(left: object, right: object) -> bool:
    if comparable(left, right):
        return as_float(left) == as_float(right)
    return compare.eq(left, right)


@inline
def ne(left: object, right: object) -> bool:
    """`left != right` as a bool"""
    if likely(both_small(left, right)):
        return bits(left) != bits(right)
    if both_floats(left, right):
        return unbox(left) != unbox(right)
    return ne_slowly(left, right)


def ne_slowly(left: object, right: object) -> bool:
    if comparable(left, right):
        return as_float(left) != as_float(right)
    return compare.ne(left, right)


@inline
def lt(left: object, right: object) -> bool:
    """`left < right` as a bool"""
    if likely(both_small(left, right)):
        return bits(left) < bits(right)
    if both_floats(left, right):
        return unbox(left) < unbox(right)
    return lt_slowly(left, right)


def lt_slowly(left: object, right: object) -> bool:
    if comparable(left, right):
        return as_float(left) < as_float(right)
    return compare.lt(left, right)


@inline
def le(left: object, right: object) -> bool:
    """`left <= right` as a bool"""
    if likely(both_small(left, right)):
        return bits(left) <= bits(right)
    if both_floats(left, right):
        return unbox(left) <= unbox(right)
    return le_slowly(left, right)


def le_slowly(left: object, right: object) -> bool:
    if comparable(left, right):
        return as_float(left) <= as_float(right)
    return compare.le(left, right)


@inline
def gt(left: object, right: object) -> bool:
    """`left > right` as a bool"""
    return lt(right, left) if likely(numbers(left, right)) else compare.gt(left, right)


@inline
def ge(left: object, right: object) -> bool:
    """`left >= right` as a bool"""
    return le(right, left) if likely(numbers(left, right)) else compare.ge(left, right)


# --- items --------------------------------------------------------------------------------------------
@inline
def offset_in(container: object, index: object) -> i64:
    """The offset of an item that is certainly there, else -1: a plain list, an index from its start."""
    if likely(bits(index) & INT_MASK == 0) and likely(has_exact_class(container, class_id_of(list))):
        offset = bits(index) << 1
        if likely(ult(offset, length_of_list(unchecked(container)) << 3)):
            return offset
    return -1


@inline
def getitem(container: object, index: object) -> Any:
    """`container[index]`"""
    offset = offset_in(container, index)
    if likely(offset >= 0):
        return load_word(items_of(unchecked(container)) + offset)
    return items.getitem(container, index)


@inline
def setitem(container: object, index: object, value: object) -> None:
    """`container[index] = value`"""
    offset = offset_in(container, index)
    if likely(offset >= 0):
        store_word(items_of(unchecked(container)) + offset, value)
        return
    items.setitem(container, index, value)
