"""Raise ints to powers: `**` with an int on both sides, and the three-argument pow().

A negative exponent gives a float, as Python's does; hence this stands apart from
bigint_arithmetic.py, which knows no floats.
"""

from typing import Any

from sesha.guest.builtins import bigint_arithmetic
from sesha.guest.builtins.float_power import pow as float_pow
from sesha.guest.builtins.int_division import to_float


def power(base: int, exponent: int) -> Any:
    """base ** exponent"""
    if exponent < 0:
        return float_pow(to_float(base), to_float(exponent))
    return bigint_arithmetic.power(base, exponent)


def power_modulo(base: int, exponent: int, modulus: int) -> int:
    """pow(base, exponent, modulus)"""
    return bigint_arithmetic.power_modulo(base, exponent, modulus)
