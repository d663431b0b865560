"""Compare values of unknown class, and test their truth.

`eq`, `lt` ... answer a bool, for conditions and the runtime's own use; `eq_value`, `lt_value` ...
answer whatever the classes' methods give. Identity is no shortcut here: containers look at it
themselves before they call `eq`.
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import FALSE, INT_MASK, NONE, TRUE
from sesha.guest.builtins.float import unbox
from sesha.guest.builtins.operators_arithmetic import both_inline_floats, both_small
from sesha.guest.builtins.operators_length import length_or_none
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import derives_properly, has_exact_class
from sesha.guest.cpu.intrinsics import bits, class_id_of, cold, inline, method_or, unchecked


@cold
def not_ordered(symbol: str, left: object, right: object) -> NoReturn:
    raise TypeError(
        f"'{symbol}' not supported between instances of '{type_name(left)}' and '{type_name(right)}'"
    )


# --- truth ---------------------------------------------------------------------------------------
@inline
def truth(value: object) -> bool:
    """`bool(value)`"""
    if bits(value) == TRUE:
        return True
    if bits(value) == FALSE or bits(value) == NONE:
        return False
    return truth_of_object(value)


def truth_of_object(value: object) -> bool:
    if bits(value) & INT_MASK == 0:
        return bits(value) != 0
    if has_exact_class(value, class_id_of(float)) or both_inline_floats(value, value):
        return unbox(value) != 0.0
    result: Any = method_or(None, value, "__bool__")
    if result is None:
        length: Any = length_or_none(value)
        return length is None or bits(length) != 0
    if isinstance(result, bool):
        return result
    raise TypeError(f"__bool__ should return bool, returned {type_name(result)}")


def not_(value: object) -> bool:
    return not truth(value)


# --- equality ------------------------------------------------------------------------------------
@inline
def eq(left: object, right: object) -> bool:
    """`left == right` as a bool"""
    if both_small(left, right):
        return bits(left) == bits(right)
    return eq_any(left, right)


def eq_any(left: object, right: object) -> bool:
    if has_exact_class(left, class_id_of(str)) and has_exact_class(right, class_id_of(str)):
        text: str = unchecked(left)
        other: str = unchecked(right)
        return text == other
    return truth(eq_value(left, right))


@inline
def ne(left: object, right: object) -> bool:
    """`left != right` as a bool"""
    if both_small(left, right):
        return bits(left) != bits(right)
    return ne_any(left, right)


def ne_any(left: object, right: object) -> bool:
    if has_exact_class(left, class_id_of(str)) and has_exact_class(right, class_id_of(str)):
        text: str = unchecked(left)
        other: str = unchecked(right)
        return text != other
    return truth(ne_value(left, right))


@inline
def same_or_eq(left: object, right: object) -> bool:
    """What containers mean by "equal": the same value, or equal to it."""
    return bits(left) == bits(right) or eq(left, right)


def eq_value(left: object, right: object) -> Any:
    """`left == right`"""
    if both_small(left, right):
        return bits(left) == bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__eq__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__eq__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__eq__", left)
    if result is NotImplemented:
        return bits(left) == bits(right)
    return result


def ne_value(left: object, right: object) -> Any:
    """`left != right`"""
    if both_small(left, right):
        return bits(left) != bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__ne__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__ne__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__ne__", left)
    if result is NotImplemented:
        return bits(left) != bits(right)
    return result


# --- order -----------------------------------------------------------------------------------------
@inline
def lt(left: object, right: object) -> bool:
    """`left < right` as a bool"""
    if both_small(left, right):
        return bits(left) < bits(right)
    return lt_any(left, right)


def lt_any(left: object, right: object) -> bool:
    if both_inline_floats(left, right):
        return unbox(left) < unbox(right)
    return truth(lt_value(left, right))


def lt_value(left: object, right: object) -> Any:
    """`left < right`"""
    if both_small(left, right):
        return bits(left) < bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__gt__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__lt__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__gt__", left)
    if result is NotImplemented:
        not_ordered("<", left, right)
    return result


@inline
def le(left: object, right: object) -> bool:
    """`left <= right` as a bool"""
    if both_small(left, right):
        return bits(left) <= bits(right)
    return le_any(left, right)


def le_any(left: object, right: object) -> bool:
    if both_inline_floats(left, right):
        return unbox(left) <= unbox(right)
    return truth(le_value(left, right))


def le_value(left: object, right: object) -> Any:
    """`left <= right`"""
    if both_small(left, right):
        return bits(left) <= bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__ge__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__le__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__ge__", left)
    if result is NotImplemented:
        not_ordered("<=", left, right)
    return result


@inline
def gt(left: object, right: object) -> bool:
    """`left > right` as a bool"""
    if both_small(left, right):
        return bits(left) > bits(right)
    return gt_any(left, right)


def gt_any(left: object, right: object) -> bool:
    if both_inline_floats(left, right):
        return unbox(left) > unbox(right)
    return truth(gt_value(left, right))


def gt_value(left: object, right: object) -> Any:
    """`left > right`"""
    if both_small(left, right):
        return bits(left) > bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__lt__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__gt__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__lt__", left)
    if result is NotImplemented:
        not_ordered(">", left, right)
    return result


@inline
def ge(left: object, right: object) -> bool:
    """`left >= right` as a bool"""
    if both_small(left, right):
        return bits(left) >= bits(right)
    return ge_any(left, right)


def ge_any(left: object, right: object) -> bool:
    if both_inline_floats(left, right):
        return unbox(left) >= unbox(right)
    return truth(ge_value(left, right))


def ge_value(left: object, right: object) -> Any:
    """`left >= right`"""
    if both_small(left, right):
        return bits(left) >= bits(right)
    early = derives_properly(right, left)
    if early:
        result: Any = method_or(NotImplemented, right, "__le__", left)
        if result is not NotImplemented:
            return result
    result = method_or(NotImplemented, left, "__ge__", right)
    if result is NotImplemented and not early:
        result = method_or(NotImplemented, right, "__le__", left)
    if result is NotImplemented:
        not_ordered(">=", left, right)
    return result
