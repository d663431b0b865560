"""Map code points between cases by the tables of unicode_data.py, one to one or one to many."""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, BYTES_LENGTH
from sesha.guest.builtins import unicode_data
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.cpu.intrinsics import address, load_i64, load_u16, lshr

NOT_MAPPED = -1
RECORD_SHIFT = 3
"""Runs and specials are 8 bytes each."""
FIRST_MASK = 0xFFFFFF
CAPITAL_I_WITH_DOT = 0x130


def last_record(table: bytes, code: i64, mask: i64) -> i64:
    """Address of the last record whose first code point (under `mask`) is at most `code`, or 0."""
    data = address(table) + BYTES_DATA
    low: i64 = 0
    high = load_i64(address(table) + BYTES_LENGTH) >> RECORD_SHIFT
    while low < high:
        middle = (low + high) >> 1
        if load_i64(data + (middle << RECORD_SHIFT)) & mask <= code:
            low = middle + 1
        else:
            high = middle
    return data + ((low - 1) << RECORD_SHIFT) if low > 0 else 0


def mapped(table: bytes, code: i64) -> i64:
    """What a table of runs maps the code point to, or NOT_MAPPED."""
    place = last_record(table, code, FIRST_MASK)
    if place == 0:
        return NOT_MAPPED
    record = load_i64(place)
    offset = code - (record & FIRST_MASK)
    if offset > (lshr(record, 32) & 0xFFFF) or offset & ((lshr(record, 24) & 0xFF) - 1) != 0:
        return NOT_MAPPED
    return (code & 0xFF0000) | ((code + lshr(record, 48)) & 0xFFFF)


def append_special(builder: StringBuilder, table: bytes, code: i64) -> bool:
    """Append the several code points that a table of specials has for the code point, if it has."""
    place = last_record(table, code, 0xFFFF)
    if place == 0 or load_u16(place) != code:
        return False
    at = place + 2
    while at < place + 8 and load_u16(at) != 0:
        builder.append_code(load_u16(at))
        at += 2
    return True


# --- the four conversions of one code point beyond ASCII ------------------------------------------
def append_upper(builder: StringBuilder, code: i64) -> None:
    to = mapped(unicode_data.TO_UPPER, code)
    if to != NOT_MAPPED:
        builder.append_code(to)
    elif not append_special(builder, unicode_data.TO_UPPER_SPECIAL, code):
        builder.append_code(code)


def append_lower(builder: StringBuilder, code: i64) -> None:
    """Except for the capital sigma, which depends on where it stands."""
    to = mapped(unicode_data.TO_LOWER, code)
    if to != NOT_MAPPED:
        builder.append_code(to)
    elif code == CAPITAL_I_WITH_DOT:
        builder.append_code(0x69)
        builder.append_code(0x307)
    else:
        builder.append_code(code)


def append_title(builder: StringBuilder, code: i64) -> None:
    to = mapped(unicode_data.TO_TITLE, code)
    if to != NOT_MAPPED:
        builder.append_code(to)
    elif not append_special(builder, unicode_data.TO_TITLE_SPECIAL, code):
        append_upper(builder, code)


def append_folded(builder: StringBuilder, code: i64) -> None:
    to = mapped(unicode_data.TO_FOLDED, code)
    if to != NOT_MAPPED:
        builder.append_code(to)
    elif not append_special(builder, unicode_data.TO_FOLDED_SPECIAL, code):
        append_lower(builder, code)
