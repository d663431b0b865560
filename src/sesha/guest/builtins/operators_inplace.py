"""Do the augmented assignments `+=`, `-=` ... on values of unknown class.

The in-place method of the left operand if it has one and it accepts the right one, else the
binary operator. Small ints and inline floats go to the binary operator at once.
"""

from typing import Any

from sesha.guest.builtins.operators_arithmetic import (
    add,
    both_inline_floats,
    both_small,
    sub,
    try_add,
    try_and,
    try_floordiv,
    try_lshift,
    try_matmul,
    try_mod,
    try_mul,
    try_or,
    try_pow,
    try_rshift,
    try_sub,
    try_truediv,
    try_xor,
    unsupported,
)
from sesha.guest.cpu.intrinsics import method_or


def inplace_add(left: object, right: object) -> Any:
    """`left += right`"""
    if both_small(left, right) or both_inline_floats(left, right):
        return add(left, right)
    result: Any = method_or(NotImplemented, left, "__iadd__", right)
    if result is NotImplemented:
        result = try_add(left, right)
    if result is NotImplemented:
        unsupported("+=", left, right)
    return result


def inplace_sub(left: object, right: object) -> Any:
    """`left -= right`"""
    if both_small(left, right) or both_inline_floats(left, right):
        return sub(left, right)
    result: Any = method_or(NotImplemented, left, "__isub__", right)
    if result is NotImplemented:
        result = try_sub(left, right)
    if result is NotImplemented:
        unsupported("-=", left, right)
    return result


def inplace_mul(left: object, right: object) -> Any:
    """`left *= right`"""
    result: Any = method_or(NotImplemented, left, "__imul__", right)
    if result is NotImplemented:
        result = try_mul(left, right)
    if result is NotImplemented:
        unsupported("*=", left, right)
    return result


def inplace_matmul(left: object, right: object) -> Any:
    """`left @= right`"""
    result: Any = method_or(NotImplemented, left, "__imatmul__", right)
    if result is NotImplemented:
        result = try_matmul(left, right)
    if result is NotImplemented:
        unsupported("@=", left, right)
    return result


def inplace_truediv(left: object, right: object) -> Any:
    """`left /= right`"""
    result: Any = method_or(NotImplemented, left, "__itruediv__", right)
    if result is NotImplemented:
        result = try_truediv(left, right)
    if result is NotImplemented:
        unsupported("/=", left, right)
    return result


def inplace_floordiv(left: object, right: object) -> Any:
    """`left //= right`"""
    result: Any = method_or(NotImplemented, left, "__ifloordiv__", right)
    if result is NotImplemented:
        result = try_floordiv(left, right)
    if result is NotImplemented:
        unsupported("//=", left, right)
    return result


def inplace_mod(left: object, right: object) -> Any:
    """`left %= right`"""
    result: Any = method_or(NotImplemented, left, "__imod__", right)
    if result is NotImplemented:
        result = try_mod(left, right)
    if result is NotImplemented:
        unsupported("%=", left, right)
    return result


def inplace_pow(left: object, right: object) -> Any:
    """`left **= right`"""
    result: Any = method_or(NotImplemented, left, "__ipow__", right)
    if result is NotImplemented:
        result = try_pow(left, right)
    if result is NotImplemented:
        unsupported("**=", left, right)
    return result


def inplace_lshift(left: object, right: object) -> Any:
    """`left <<= right`"""
    result: Any = method_or(NotImplemented, left, "__ilshift__", right)
    if result is NotImplemented:
        result = try_lshift(left, right)
    if result is NotImplemented:
        unsupported("<<=", left, right)
    return result


def inplace_rshift(left: object, right: object) -> Any:
    """`left >>= right`"""
    result: Any = method_or(NotImplemented, left, "__irshift__", right)
    if result is NotImplemented:
        result = try_rshift(left, right)
    if result is NotImplemented:
        unsupported(">>=", left, right)
    return result


def inplace_and_(left: object, right: object) -> Any:
    """`left &= right`"""
    result: Any = method_or(NotImplemented, left, "__iand__", right)
    if result is NotImplemented:
        result = try_and(left, right)
    if result is NotImplemented:
        unsupported("&=", left, right)
    return result


def inplace_or_(left: object, right: object) -> Any:
    """`left |= right`"""
    result: Any = method_or(NotImplemented, left, "__ior__", right)
    if result is NotImplemented:
        result = try_or(left, right)
    if result is NotImplemented:
        unsupported("|=", left, right)
    return result


def inplace_xor(left: object, right: object) -> Any:
    """`left ^= right`"""
    result: Any = method_or(NotImplemented, left, "__ixor__", right)
    if result is NotImplemented:
        result = try_xor(left, right)
    if result is NotImplemented:
        unsupported("^=", left, right)
    return result
