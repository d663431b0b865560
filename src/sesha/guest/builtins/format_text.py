"""Format strings, and put formatted text into its width."""

from mypy_extensions import i64

from sesha.guest.builtins.format_spec import (
    AFTER_SIGN,
    LEFT,
    NOT_GIVEN,
    RIGHT,
    SPACE,
    STRING,
    FormatSpec,
    parse_spec,
    unknown_type,
)
from sesha.guest.builtins.str_justify import padded
from sesha.guest.builtins.text_units import slice_text, text_length
from sesha.guest.cpu.intrinsics import address


def in_width(text: str, spec: FormatSpec, usual: i64) -> str:
    """The text padded as the specification says; aligned as `usual` where it does not say how."""
    gap = spec.width - text_length(address(text))
    if gap <= 0:
        return text
    fill = spec.fill if spec.fill != 0 else SPACE
    align = spec.align if spec.align != 0 else usual
    if align == LEFT:
        return padded(text, 0, gap, fill)
    if align == RIGHT:
        return padded(text, gap, 0, fill)
    return padded(text, gap // 2, gap - gap // 2, fill)


def format_str(value: str, spec: str) -> str:
    if text_length(address(spec)) == 0:
        return value
    parsed = parse_spec(spec, "str", STRING)
    check_string_spec(parsed)
    length = text_length(address(value))
    if parsed.precision != NOT_GIVEN and parsed.precision < length:
        value = slice_text(address(value), 0, parsed.precision)
    return in_width(value, parsed, LEFT)


def check_string_spec(spec: FormatSpec) -> None:
    """Refuse what only numbers have."""
    if spec.type != STRING:
        raise unknown_type(spec.type, "str")
    if spec.sign == SPACE:
        raise ValueError("Space not allowed in string format specifier")
    if spec.sign != 0:
        raise ValueError("Sign not allowed in string format specifier")
    if spec.positive_zero:
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if spec.align == AFTER_SIGN:
        raise ValueError("'=' alignment not allowed in string format specifier")
