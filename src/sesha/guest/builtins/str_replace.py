"""Replace parts of strings: replace, expandtabs, translate, maketrans."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_search import needle_units
from sesha.guest.builtins.text_index import BEYOND, index_of
from sesha.guest.builtins.text_search import count_units, find_unit, find_units
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import (
    LENGTH_LIMIT,
    bits_of_units,
    copy_units,
    exact,
    kind_for,
    load_unit,
    new_text,
    store_unit,
    text_bits,
    text_from_units,
    text_is_ascii,
    text_kind,
    text_length,
)
from sesha.guest.cpu.intrinsics import address, object_at

GREATEST_CODE = 0x10FFFF


# --- replace -------------------------------------------------------------------------------------
def replace(self: str, old: str, new: str, count: int = -1) -> str:
    limit = index_of(count)
    if limit < 0:
        limit = BEYOND
    base = address(self)
    kind = text_kind(base)
    units = needle_units(address(old), kind)
    if units == 0 or limit == 0:
        return exact(self)
    width = text_length(address(old))
    times = min(limit, count_units(base + STR_DATA, kind, 0, text_length(base), units, width))
    if times == 0:
        return exact(self)
    if width == 1 and text_length(address(new)) == 1:
        return _replace_unit(base, load_unit(units, kind, 0), address(new), times)
    return _replace_parts(base, units, width, address(new), times)


def _replace_unit(base: i64, old: i64, new: i64, times: i64) -> str:
    """One code point by another."""
    length = text_length(base)
    kind = text_kind(base)
    new_kind = text_kind(new)
    code = load_unit(new + STR_DATA, new_kind, 0)
    wide = max(kind, new_kind)
    scratch = new_text(length, text_bits(base) | code)
    data = scratch + STR_DATA
    copy_units(data, wide, base + STR_DATA, kind, length)
    i: i64 = -1
    while times > 0:
        i = find_unit(data, wide, i + 1, length, old)
        store_unit(data, wide, i, code)
        times -= 1
    return _settled(scratch, base, code)


def _replace_parts(base: i64, units: i64, width: i64, new: i64, times: i64) -> str:
    length = text_length(base)
    kind = text_kind(base)
    new_length = text_length(new)
    new_kind = text_kind(new)
    if new_length > 0 and times > LENGTH_LIMIT // new_length:
        raise MemoryError
    total = length + times * (new_length - width)
    if total == 0:
        return ""
    bound = text_bits(base) | (text_bits(new) if new_length > 0 else 0)
    wide = kind_for(bound)
    scratch = new_text(total, bound)
    at = scratch + STR_DATA
    data = base + STR_DATA
    start: i64 = 0
    while times > 0:
        if width == 0:
            found = start
        else:
            found = find_units(data, kind, start, length, units, width)
        copy_units(at, wide, data + start * kind, kind, found - start)
        at += (found - start) * wide
        copy_units(at, wide, new + STR_DATA, new_kind, new_length)
        at += new_length * wide
        start = found + width
        times -= 1
        if width == 0 and start < length:
            # An empty needle stands before each code point and after the last.
            store_unit(at, wide, 0, load_unit(data, kind, start))
            at += wide
            start += 1
    copy_units(at, wide, data + start * kind, kind, length - start)
    return _settled(scratch, base, text_bits(new))


def _settled(scratch: i64, base: i64, added: i64) -> str:
    """The finished text, narrowed if what was taken out was all that made it wide."""
    if not text_is_ascii(scratch) and added < text_bits(base):
        kind = text_kind(scratch)
        exact = bits_of_units(scratch + STR_DATA, kind, text_length(scratch))
        if kind_for(exact) != kind or exact < 0x80:
            return text_from_units(scratch + STR_DATA, kind, text_length(scratch))
    result: str = object_at(scratch)
    return result


# --- expandtabs ----------------------------------------------------------------------------------
def expandtabs(self: str, tabsize: int = 8) -> str:
    size = index_of(tabsize)
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    builder = StringBuilder()
    column: i64 = 0
    i: i64 = 0
    while i < length:
        code = load_unit(base + STR_DATA, kind, i)
        if code == 9:
            if size > 0:
                gap = size - column % size
                builder.append_codes(32, gap)
                column += gap
        else:
            builder.append_code(code)
            column = 0 if code == 10 or code == 13 else column + 1
        i += 1
    return builder.text()


# --- translate -----------------------------------------------------------------------------------
def translate(self: str, table: Any) -> str:
    base = address(self)
    kind = text_kind(base)
    length = text_length(base)
    builder = StringBuilder()
    i: i64 = 0
    while i < length:
        _append_translated(builder, load_unit(base + STR_DATA, kind, i), table)
        i += 1
    return builder.text()


def _append_translated(builder: StringBuilder, code: i64, table: Any) -> None:
    try:
        to: object = table[int(code)]
    except LookupError:
        builder.append_code(code)
        return
    if to is None:
        return
    if isinstance(to, str):
        builder.append(to)
    elif isinstance(to, int):
        value = index_of(to)
        if value < 0 or value > GREATEST_CODE:
            raise ValueError("character mapping must be in range(0x110000)")
        builder.append_code(value)
    else:
        raise TypeError("character mapping must return integer, None or str")


def maketrans(x: object, y: object = None, z: object = None) -> dict[int, object]:
    """`str.maketrans`: from a dictionary, or from two strings of the same length and a third."""
    if y is None:
        return _table_of_dict(x)
    if not isinstance(x, str):
        raise TypeError("first maketrans argument must be a string if there is a second argument")
    if not isinstance(y, str):
        raise TypeError("maketrans() argument 2 must be str, not " + type_name(y))
    if len(x) != len(y):
        raise ValueError("the first two maketrans arguments must have equal length")
    result: dict[int, object] = {}
    i = 0
    while i < len(x):
        result[ord(x[i])] = ord(y[i])
        i += 1
    if z is not None:
        if not isinstance(z, str):
            raise TypeError("maketrans() argument 3 must be str, not " + type_name(z))
        for char in z:
            result[ord(char)] = None
    return result


def _table_of_dict(mapping: object) -> dict[int, object]:
    if not isinstance(mapping, dict):
        raise TypeError("if you give only one argument to maketrans it must be a dict")
    result: dict[int, object] = {}
    for key, value in mapping.items():
        if isinstance(key, str):
            if len(key) != 1:
                raise ValueError("string keys in translate table must be of length 1")
            result[ord(key)] = value
        elif isinstance(key, int):
            result[key] = value
        else:
            raise TypeError("keys in translate table must be strings or integers")
    return result
