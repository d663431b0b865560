"""Ask the right operand for the reflected operator, once the left one has declined.

Operands of one class are not asked twice: they have the same methods.
"""

from typing import Any

from sesha.guest.builtins.type import same_class
from sesha.guest.cpu.intrinsics import method_or


def reflected_add(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__radd__", left)


def reflected_sub(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rsub__", left)


def reflected_mul(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rmul__", left)


def reflected_matmul(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rmatmul__", left)


def reflected_truediv(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rtruediv__", left)


def reflected_floordiv(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rfloordiv__", left)


def reflected_mod(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rmod__", left)


def reflected_pow(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rpow__", left)


def reflected_divmod(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rdivmod__", left)


def reflected_lshift(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rlshift__", left)


def reflected_rshift(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rrshift__", left)


def reflected_and(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rand__", left)


def reflected_or(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__ror__", left)


def reflected_xor(left: object, right: object) -> Any:
    if same_class(left, right):
        return NotImplemented
    return method_or(NotImplemented, right, "__rxor__", left)
