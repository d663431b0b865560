"""Make ASCII of text that spells a number in another script: what int() and float() read."""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_LIMBS, STR_DATA
from sesha.guest.builtins.bigint_value import new_limbs
from sesha.guest.builtins.text_units import load_unit, text_from_ascii, text_kind, text_length
from sesha.guest.builtins.unicode_ranges import decimal_value
from sesha.guest.builtins.unicode_space import is_space
from sesha.guest.cpu.intrinsics import address, cold, store_u8

OTHER = 63
"""A question mark stands for what is neither: no number contains one."""


@cold
def ascii_digits(text: str) -> str:
    """The text with every decimal digit as 0..9 and every kind of space as a space."""
    place = address(text)
    length = text_length(place)
    kind = text_kind(place)
    buffer = new_limbs((length >> 3) + 1) + INT_LIMBS
    index: i64 = 0
    while index < length:
        code = load_unit(place + STR_DATA, kind, index)
        if code >= 128:
            digit = decimal_value(code)
            code = digit + 48 if digit >= 0 else 32 if is_space(code) else OTHER
        store_u8(buffer + index, code)
        index += 1
    return text_from_ascii(buffer, length)
