"""Add, subtract, multiply ... values of unknown class: the binary operators.

Lowering calls these where a static type is missing. Small ints and inline floats are settled here;
everything else goes by the classes' methods, as Python's data model says: the reflected method
of a proper subclass first, then the left operand's, then the right one's. operators_inplace.py
has the augmented forms.
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import FLOAT_TAGS, INT_MASK, INT_SHIFT, TAG_MASK
from sesha.guest.builtins.float import unbox
from sesha.guest.builtins.operators_reflected import (
    reflected_add,
    reflected_and,
    reflected_divmod,
    reflected_floordiv,
    reflected_lshift,
    reflected_matmul,
    reflected_mod,
    reflected_mul,
    reflected_or,
    reflected_pow,
    reflected_rshift,
    reflected_sub,
    reflected_truediv,
    reflected_xor,
)
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.attribute_intrinsics import overrides
from sesha.guest.cpu.intrinsics import (
    add_overflows,
    bits,
    cold,
    inline,
    method_or,
    mul_overflows,
    sub_overflows,
    word,
)


@inline
def both_small(left: object, right: object) -> bool:
    return (bits(left) | bits(right)) & INT_MASK == 0


@inline
def both_inline_floats(left: object, right: object) -> bool:
    return (FLOAT_TAGS >> (bits(left) & TAG_MASK)) & (FLOAT_TAGS >> (bits(right) & TAG_MASK)) & 1 != 0


@cold
def unsupported(symbol: str, left: object, right: object) -> NoReturn:
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{type_name(left)}' and '{type_name(right)}'")


@inline
def add(left: object, right: object) -> Any:
    """`left + right`"""
    if both_small(left, right) and not add_overflows(bits(left), bits(right)):
        return word(bits(left) + bits(right))
    return add_any(left, right)


def add_any(left: object, right: object) -> Any:
    if both_inline_floats(left, right):
        return unbox(left) + unbox(right)
    result: Any = try_add(left, right)
    if result is NotImplemented:
        unsupported("+", left, right)
    return result


def try_add(left: object, right: object) -> Any:
    early = overrides(left, right, "__radd__")
    if early:
        result: Any = method_or(NotImplemented, right, "__radd__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__add__", right)
    if result is NotImplemented and not early:
        result = reflected_add(left, right)
    return result


@inline
def sub(left: object, right: object) -> Any:
    """`left - right`"""
    if both_small(left, right) and not sub_overflows(bits(left), bits(right)):
        return word(bits(left) - bits(right))
    return sub_any(left, right)


def sub_any(left: object, right: object) -> Any:
    if both_inline_floats(left, right):
        return unbox(left) - unbox(right)
    result: Any = try_sub(left, right)
    if result is NotImplemented:
        unsupported("-", left, right)
    return result


def try_sub(left: object, right: object) -> Any:
    early = overrides(left, right, "__rsub__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rsub__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__sub__", right)
    if result is NotImplemented and not early:
        result = reflected_sub(left, right)
    return result


def mul(left: object, right: object) -> Any:
    """`left * right`"""
    if both_small(left, right) and not mul_overflows(bits(left) >> INT_SHIFT, bits(right)):
        return word((bits(left) >> INT_SHIFT) * bits(right))
    if both_inline_floats(left, right):
        return unbox(left) * unbox(right)
    result: Any = try_mul(left, right)
    if result is NotImplemented:
        unsupported("*", left, right)
    return result


def try_mul(left: object, right: object) -> Any:
    early = overrides(left, right, "__rmul__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rmul__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__mul__", right)
    if result is NotImplemented and not early:
        result = reflected_mul(left, right)
    return result


def matmul(left: object, right: object) -> Any:
    """`left @ right`"""
    result: Any = try_matmul(left, right)
    if result is NotImplemented:
        unsupported("@", left, right)
    return result


def try_matmul(left: object, right: object) -> Any:
    early = overrides(left, right, "__rmatmul__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rmatmul__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__matmul__", right)
    if result is NotImplemented and not early:
        result = reflected_matmul(left, right)
    return result


def truediv(left: object, right: object) -> Any:
    """`left / right`"""
    if both_inline_floats(left, right) and unbox(right) != 0.0:
        return unbox(left) / unbox(right)
    result: Any = try_truediv(left, right)
    if result is NotImplemented:
        unsupported("/", left, right)
    return result


def try_truediv(left: object, right: object) -> Any:
    early = overrides(left, right, "__rtruediv__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rtruediv__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__truediv__", right)
    if result is NotImplemented and not early:
        result = reflected_truediv(left, right)
    return result


def floordiv(left: object, right: object) -> Any:
    """`left // right`"""
    if both_small(left, right) and bits(right) > 0:
        return word((bits(left) // bits(right)) << INT_SHIFT)
    result: Any = try_floordiv(left, right)
    if result is NotImplemented:
        unsupported("//", left, right)
    return result


def try_floordiv(left: object, right: object) -> Any:
    early = overrides(left, right, "__rfloordiv__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rfloordiv__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__floordiv__", right)
    if result is NotImplemented and not early:
        result = reflected_floordiv(left, right)
    return result


def mod(left: object, right: object) -> Any:
    """`left % right`"""
    if both_small(left, right) and bits(right) > 0:
        return word(bits(left) % bits(right))
    result: Any = try_mod(left, right)
    if result is NotImplemented:
        unsupported("%", left, right)
    return result


def try_mod(left: object, right: object) -> Any:
    early = overrides(left, right, "__rmod__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rmod__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__mod__", right)
    if result is NotImplemented and not early:
        result = reflected_mod(left, right)
    return result


def pow(left: object, right: object) -> Any:
    """`left ** right`"""
    result: Any = try_pow(left, right)
    if result is NotImplemented:
        unsupported("** or pow()", left, right)
    return result


def try_pow(left: object, right: object) -> Any:
    early = overrides(left, right, "__rpow__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rpow__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__pow__", right)
    if result is NotImplemented and not early:
        result = reflected_pow(left, right)
    return result


def divmod(left: object, right: object) -> Any:
    """`divmod(left, right)`"""
    result: Any = try_divmod(left, right)
    if result is NotImplemented:
        unsupported("divmod()", left, right)
    return result


def try_divmod(left: object, right: object) -> Any:
    early = overrides(left, right, "__rdivmod__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rdivmod__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__divmod__", right)
    if result is NotImplemented and not early:
        result = reflected_divmod(left, right)
    return result


def lshift(left: object, right: object) -> Any:
    """`left << right`"""
    result: Any = try_lshift(left, right)
    if result is NotImplemented:
        unsupported("<<", left, right)
    return result


def try_lshift(left: object, right: object) -> Any:
    early = overrides(left, right, "__rlshift__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rlshift__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__lshift__", right)
    if result is NotImplemented and not early:
        result = reflected_lshift(left, right)
    return result


def rshift(left: object, right: object) -> Any:
    """`left >> right`"""
    result: Any = try_rshift(left, right)
    if result is NotImplemented:
        unsupported(">>", left, right)
    return result


def try_rshift(left: object, right: object) -> Any:
    early = overrides(left, right, "__rrshift__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rrshift__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__rshift__", right)
    if result is NotImplemented and not early:
        result = reflected_rshift(left, right)
    return result


def and_(left: object, right: object) -> Any:
    """`left & right`"""
    if both_small(left, right):
        return word(bits(left) & bits(right))
    result: Any = try_and(left, right)
    if result is NotImplemented:
        unsupported("&", left, right)
    return result


def try_and(left: object, right: object) -> Any:
    early = overrides(left, right, "__rand__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rand__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__and__", right)
    if result is NotImplemented and not early:
        result = reflected_and(left, right)
    return result


def or_(left: object, right: object) -> Any:
    """`left | right`"""
    if both_small(left, right):
        return word(bits(left) | bits(right))
    result: Any = try_or(left, right)
    if result is NotImplemented:
        unsupported("|", left, right)
    return result


def try_or(left: object, right: object) -> Any:
    early = overrides(left, right, "__ror__")
    if early:
        result: Any = method_or(NotImplemented, right, "__ror__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__or__", right)
    if result is NotImplemented and not early:
        result = reflected_or(left, right)
    return result


def xor(left: object, right: object) -> Any:
    """`left ^ right`"""
    if both_small(left, right):
        return word(bits(left) ^ bits(right))
    result: Any = try_xor(left, right)
    if result is NotImplemented:
        unsupported("^", left, right)
    return result


def try_xor(left: object, right: object) -> Any:
    early = overrides(left, right, "__rxor__")
    if early:
        result: Any = method_or(NotImplemented, right, "__rxor__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__xor__", right)
    if result is NotImplemented and not early:
        result = reflected_xor(left, right)
    return result
