"""Format integers: the types b c d n o x X, and those of floats on the converted value."""

from mypy_extensions import i64

from sesha.guest.builtins.format_float import format_float_spec
from sesha.guest.builtins.format_number import assemble
from sesha.guest.builtins.format_spec import (
    DECIMAL,
    NOT_GIVEN,
    FormatSpec,
    is_float_type,
    parse_spec,
    unknown_type,
)
from sesha.guest.builtins.int_text import to_text
from sesha.guest.builtins.text_index import index_of
from sesha.guest.builtins.text_units import text_from_code, text_length
from sesha.guest.cpu.intrinsics import address

CHARACTER = 99  # the type c
LOCAL = 110  # the type n
BINARY = 98
OCTAL = 111
HEXADECIMAL = 120
UPPER_HEXADECIMAL = 88
GREATEST_CODE = 0x10FFFF


def format_int(value: int, spec: str) -> str:
    if text_length(address(spec)) == 0:
        return to_text(value, 10)
    return format_int_spec(value, parse_spec(spec, "int", DECIMAL), "int")


def format_bool(value: bool, spec: str) -> str:
    if text_length(address(spec)) == 0:
        return "True" if value else "False"
    return format_int_spec(int(value), parse_spec(spec, "bool", DECIMAL), "bool")


def format_int_spec(value: int, spec: FormatSpec, value_type: str) -> str:
    if is_float_type(spec.type):
        return format_float_spec(float(value), spec)
    base = base_of(spec.type)
    if base == 0 and spec.type != CHARACTER:
        raise unknown_type(spec.type, value_type)
    if spec.precision != NOT_GIVEN:
        raise ValueError("Precision not allowed in integer format specifier")
    if spec.positive_zero:
        raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
    if spec.type == CHARACTER:
        return _format_character(value, spec)
    digits = to_text(-value if value < 0 else value, base)
    prefix = ""
    if spec.type == UPPER_HEXADECIMAL:
        digits = digits.upper()
    if spec.alternate and base != 10:
        prefix = "0" + text_from_code(spec.type)
    return assemble(spec, value < 0, prefix, digits, "", 3 if base == 10 else 4)


def base_of(type: i64) -> i64:
    """The base of an integer's type, 0 for another type."""
    if type == DECIMAL or type == LOCAL:
        return 10
    if type == HEXADECIMAL or type == UPPER_HEXADECIMAL:
        return 16
    if type == BINARY:
        return 2
    return 8 if type == OCTAL else 0


def _format_character(value: int, spec: FormatSpec) -> str:
    if spec.sign != 0:
        raise ValueError("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    code = index_of(value)
    if code < 0 or code > GREATEST_CODE:
        raise OverflowError("%c arg not in range(0x110000)")
    return assemble(spec, False, "", text_from_code(code), "", 3)
