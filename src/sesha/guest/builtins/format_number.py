"""Put the parts of a number together: sign, prefix, digits in groups, padding."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.format_spec import (
    AFTER_SIGN,
    COMMA,
    PLUS,
    RIGHT,
    SPACE,
    ZERO,
    FormatSpec,
)
from sesha.guest.builtins.format_text import in_width
from sesha.guest.builtins.str_justify import padded
from sesha.guest.builtins.text_units import new_text, text_length
from sesha.guest.cpu.intrinsics import address, load_u8, object_at, store_u8


def sign_text(negative: bool, wanted: i64) -> str:
    """The sign to show; `wanted` is the code of `+`, a space, or anything else."""
    if negative:
        return "-"
    if wanted == PLUS:
        return "+"
    return " " if wanted == SPACE else ""


def grouped(digits: str, separator: i64, size: i64, min_width: i64) -> str:
    """The digits after zeros up to a width, a separator between groups of `size` (0: none)."""
    count = text_length(address(digits))
    if separator == 0:
        return padded(digits, min_width - count, 0, ZERO)
    wanted = count
    while wanted + (wanted - 1) // size < min_width:
        wanted += 1
    total = wanted + (wanted - 1) // size
    made = new_text(total, 0)
    at = made + STR_DATA + total
    i: i64 = 0
    while i < wanted:
        if i > 0 and i % size == 0:
            at -= 1
            store_u8(at, separator)
        at -= 1
        store_u8(at, load_u8(address(digits) + STR_DATA + count - 1 - i) if i < count else ZERO)
        i += 1
    result: str = object_at(made)
    return result


def grouped_fraction(digits: str, separator: i64) -> str:
    """The digits after the point, a separator after each three."""
    parts: list[str] = []
    i = 0
    while i < len(digits):
        parts.append(digits[i : i + 3])
        i += 3
    return ("," if separator == COMMA else "_").join(parts)


def assemble(spec: FormatSpec, negative: bool, prefix: str, digits: str, rest: str, group: i64) -> str:
    """The number in its width; `rest` is what follows the digits that can be grouped."""
    lead = sign_text(negative, spec.sign) + prefix
    inner: i64 = 0
    if spec.align == AFTER_SIGN and spec.fill == ZERO:
        inner = spec.width - text_length(address(lead)) - text_length(address(rest))
    # Infinities and NaN have no digits: the zeros before them are not grouped.
    separator = spec.grouping if digits != "" else 0
    body = grouped(digits, separator, group, inner) + rest
    if spec.align == AFTER_SIGN:
        gap = spec.width - text_length(address(lead)) - text_length(address(body))
        return lead + padded(body, gap, 0, spec.fill if spec.fill != 0 else SPACE)
    return in_width(lead + body, spec, RIGHT)
