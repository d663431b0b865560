"""Change the case of strings: ASCII byte by byte, the rest by the Unicode tables."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_units import (
    load_unit,
    new_text,
    text_is_ascii,
    text_kind,
    text_length,
)
from sesha.guest.builtins.unicode_case import append_folded, append_lower, append_title, append_upper
from sesha.guest.builtins.unicode_ranges import is_case_ignorable, is_cased, is_lower, is_title, is_upper
from sesha.guest.cpu.intrinsics import address, inline, load_u8, object_at, store_u8

CASE_BIT = 0x20
CAPITAL_SIGMA = 0x3A3
FINAL_SIGMA = 0x3C2
SMALL_SIGMA = 0x3C3


# --- ASCII -----------------------------------------------------------------------------------------
@inline
def ascii_is_lower(code: i64) -> bool:
    return 97 <= code <= 122


@inline
def ascii_is_upper(code: i64) -> bool:
    return 65 <= code <= 90


def copy_ascii_lower(target: i64, source: i64, count: i64) -> None:
    i: i64 = 0
    while i < count:
        code = load_u8(source + i)
        store_u8(target + i, code | CASE_BIT if ascii_is_upper(code) else code)
        i += 1


def copy_ascii_upper(target: i64, source: i64, count: i64) -> None:
    i: i64 = 0
    while i < count:
        code = load_u8(source + i)
        store_u8(target + i, code ^ CASE_BIT if ascii_is_lower(code) else code)
        i += 1


def copy_ascii_swapped(target: i64, source: i64, count: i64) -> None:
    i: i64 = 0
    while i < count:
        code = load_u8(source + i)
        letter = ascii_is_lower(code | CASE_BIT)
        store_u8(target + i, code ^ CASE_BIT if letter else code)
        i += 1


def copy_ascii_title(target: i64, source: i64, count: i64) -> None:
    """Letters after a letter small, other letters large."""
    inside = False
    i: i64 = 0
    while i < count:
        code = load_u8(source + i)
        letter = ascii_is_lower(code | CASE_BIT)
        if letter:
            code = code | CASE_BIT if inside else code & ~CASE_BIT
        store_u8(target + i, code)
        inside = letter
        i += 1


# --- methods ---------------------------------------------------------------------------------------
def lower(self: str) -> str:
    base = address(self)
    if not text_is_ascii(base):
        return _lower_wide(base, False)
    made = new_text(text_length(base), 0)
    copy_ascii_lower(made + STR_DATA, base + STR_DATA, text_length(base))
    result: str = object_at(made)
    return result


def upper(self: str) -> str:
    base = address(self)
    if not text_is_ascii(base):
        return _upper_wide(base)
    made = new_text(text_length(base), 0)
    copy_ascii_upper(made + STR_DATA, base + STR_DATA, text_length(base))
    result: str = object_at(made)
    return result


def casefold(self: str) -> str:
    if text_is_ascii(address(self)):
        return lower(self)
    return _lower_wide(address(self), True)


def swapcase(self: str) -> str:
    base = address(self)
    if not text_is_ascii(base):
        return _swap_wide(base)
    made = new_text(text_length(base), 0)
    copy_ascii_swapped(made + STR_DATA, base + STR_DATA, text_length(base))
    result: str = object_at(made)
    return result


def title(self: str) -> str:
    base = address(self)
    if not text_is_ascii(base):
        return _title_wide(base)
    made = new_text(text_length(base), 0)
    copy_ascii_title(made + STR_DATA, base + STR_DATA, text_length(base))
    result: str = object_at(made)
    return result


def capitalize(self: str) -> str:
    base = address(self)
    if not text_is_ascii(base):
        return _capitalize_wide(base)
    length = text_length(base)
    if length == 0:
        return ""
    made = new_text(length, 0)
    copy_ascii_upper(made + STR_DATA, base + STR_DATA, 1)
    copy_ascii_lower(made + STR_DATA + 1, base + STR_DATA + 1, length - 1)
    result: str = object_at(made)
    return result


# --- beyond ASCII ----------------------------------------------------------------------------------
def _upper_wide(base: i64) -> str:
    builder = StringBuilder()
    kind = text_kind(base)
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code < 0x80:
            builder.append_code(code ^ CASE_BIT if ascii_is_lower(code) else code)
        else:
            append_upper(builder, code)
        i += 1
    return builder.text()


def _lower_wide(base: i64, fold: bool) -> str:
    builder = StringBuilder()
    kind = text_kind(base)
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code < 0x80:
            builder.append_code(code | CASE_BIT if ascii_is_upper(code) else code)
        elif fold:
            append_folded(builder, code)
        else:
            _append_lower_at(builder, base, i, code)
        i += 1
    return builder.text()


def _swap_wide(base: i64) -> str:
    builder = StringBuilder()
    kind = text_kind(base)
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if is_upper(code):
            _append_lower_at(builder, base, i, code)
        elif is_lower(code):
            append_upper(builder, code)
        else:
            builder.append_code(code)
        i += 1
    return builder.text()


def _title_wide(base: i64) -> str:
    builder = StringBuilder()
    kind = text_kind(base)
    inside = False
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if inside:
            _append_lower_at(builder, base, i, code)
        else:
            append_title(builder, code)
        # CPython asks whether the letter is cased, ignorable or not.
        inside = is_upper(code) or is_lower(code) or is_title(code)
        i += 1
    return builder.text()


def _capitalize_wide(base: i64) -> str:
    builder = StringBuilder()
    kind = text_kind(base)
    append_title(builder, load_unit(base + STR_DATA, kind, 0))
    i: i64 = 1
    while i < text_length(base):
        _append_lower_at(builder, base, i, load_unit(base + STR_DATA, kind, i))
        i += 1
    return builder.text()


def _append_lower_at(builder: StringBuilder, base: i64, i: i64, code: i64) -> None:
    """Append the small form of the code point at index i, looking around for a final sigma."""
    if code == CAPITAL_SIGMA:
        builder.append_code(FINAL_SIGMA if _is_final(base, i) else SMALL_SIGMA)
    else:
        append_lower(builder, code)


def _is_final(base: i64, at: i64) -> bool:
    """Whether a letter stands before and none after, case-ignorable characters left aside."""
    kind = text_kind(base)
    i = at - 1
    while i >= 0 and is_case_ignorable(load_unit(base + STR_DATA, kind, i)):
        i -= 1
    if i < 0 or not is_cased(load_unit(base + STR_DATA, kind, i)):
        return False
    i = at + 1
    while i < text_length(base) and is_case_ignorable(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == text_length(base) or not is_cased(load_unit(base + STR_DATA, kind, i))
