"""Implement the built-in functions about numbers: abs divmod pow round, hex oct bin."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins import operators_arithmetic
from sesha.guest.builtins.int_text import to_text
from sesha.guest.builtins.operators_index import as_integer
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import method_or


def abs(value: Any) -> Any:
    result: Any = method_or(NotImplemented, value, "__abs__")
    if result is NotImplemented:
        raise TypeError(f"bad operand type for abs(): '{type_name(value)}'")
    return result


def divmod(left: Any, right: Any) -> Any:
    return operators_arithmetic.divmod(left, right)


def pow(base: Any, exp: Any, mod: Any = None) -> Any:
    if mod is None:
        return operators_arithmetic.pow(base, exp)
    result: Any = method_or(NotImplemented, base, "__pow__", exp, mod)
    if result is NotImplemented:
        raise TypeError(
            f"unsupported operand type(s) for ** or pow(): '{type_name(base)}', '{type_name(exp)}',"
            f" '{type_name(mod)}'"
        )
    return result


def round(number: Any, ndigits: Any = None) -> Any:
    if ndigits is None:
        result: Any = method_or(NotImplemented, number, "__round__")
    else:
        result = method_or(NotImplemented, number, "__round__", ndigits)
    if result is NotImplemented:
        raise TypeError(f"type {type_name(number)} doesn't define __round__ method")
    return result


def hex(number: Any) -> str:
    return _prefixed(as_integer(number), "0x", 16)


def oct(number: Any) -> str:
    return _prefixed(as_integer(number), "0o", 8)


def bin(number: Any) -> str:
    return _prefixed(as_integer(number), "0b", 2)


def _prefixed(number: int, prefix: str, base: i64) -> str:
    if number < 0:
        return "-" + prefix + to_text(-number, base)
    return prefix + to_text(number, base)
