"""Ask what a string consists of: isalpha, isdigit, islower and their like."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins import unicode_ranges
from sesha.guest.builtins.text_units import load_unit, text_is_ascii, text_kind, text_length
from sesha.guest.builtins.unicode_space import is_space
from sesha.guest.cpu.intrinsics import address, inline

UNDERSCORE = 95


@inline
def ascii_alpha(code: i64) -> bool:
    return 97 <= (code | 0x20) <= 122


@inline
def ascii_digit(code: i64) -> bool:
    return 48 <= code <= 57


def code_is_alpha(code: i64) -> bool:
    return ascii_alpha(code) if code < 0x80 else unicode_ranges.is_alpha(code)


def code_is_decimal(code: i64) -> bool:
    return ascii_digit(code) if code < 0x80 else unicode_ranges.is_decimal(code)


def code_is_digit(code: i64) -> bool:
    return ascii_digit(code) if code < 0x80 else unicode_ranges.is_digit(code)


def code_is_numeric(code: i64) -> bool:
    return ascii_digit(code) if code < 0x80 else unicode_ranges.is_numeric(code)


def code_is_alnum(code: i64) -> bool:
    if code < 0x80:
        return ascii_alpha(code) or ascii_digit(code)
    return unicode_ranges.is_alpha(code) or unicode_ranges.is_numeric(code)


def code_is_printable(code: i64) -> bool:
    return 32 <= code < 127 if code < 0x80 else unicode_ranges.is_printable(code)


def code_is_lower(code: i64) -> bool:
    return 97 <= code <= 122 if code < 0x80 else unicode_ranges.is_lower(code)


def code_is_upper(code: i64) -> bool:
    return 65 <= code <= 90 if code < 0x80 else unicode_ranges.is_upper(code)


def code_is_title(code: i64) -> bool:
    return code >= 0x80 and unicode_ranges.is_title(code)


# --- every character -------------------------------------------------------------------------------
def isalpha(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_alpha(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isdecimal(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_decimal(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isdigit(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_digit(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isnumeric(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_numeric(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isalnum(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_alnum(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isspace(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and is_space(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length and length > 0


def isprintable(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length and code_is_printable(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length


def isascii(self: str) -> bool:
    return text_is_ascii(address(self))


# --- case ------------------------------------------------------------------------------------------
def islower(self: str) -> bool:
    """At least one cased character, and none that is not lower."""
    base = address(self)
    kind = text_kind(base)
    seen = False
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code_is_upper(code) or code_is_title(code):
            return False
        seen = seen or code_is_lower(code)
        i += 1
    return seen


def isupper(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    seen = False
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code_is_lower(code) or code_is_title(code):
            return False
        seen = seen or code_is_upper(code)
        i += 1
    return seen


def istitle(self: str) -> bool:
    """Large letters only where no letter precedes, small ones only where one does."""
    base = address(self)
    kind = text_kind(base)
    seen = False
    inside = False
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code_is_upper(code) or code_is_title(code):
            if inside:
                return False
            inside = True
            seen = True
        elif code_is_lower(code):
            if not inside:
                return False
        else:
            inside = False
        i += 1
    return seen


# --- identifiers -----------------------------------------------------------------------------------
def isidentifier(self: str) -> bool:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    if length == 0 or not _starts_identifier(load_unit(base + STR_DATA, kind, 0)):
        return False
    i: i64 = 1
    while i < length and _continues_identifier(load_unit(base + STR_DATA, kind, i)):
        i += 1
    return i == length


def _starts_identifier(code: i64) -> bool:
    if code < 0x80:
        return ascii_alpha(code) or code == UNDERSCORE
    return unicode_ranges.is_identifier_start(code)


def _continues_identifier(code: i64) -> bool:
    if code < 0x80:
        return ascii_alpha(code) or ascii_digit(code) or code == UNDERSCORE
    return unicode_ranges.is_identifier_part(code)
