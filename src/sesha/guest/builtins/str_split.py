"""Cut strings: split, rsplit, splitlines, partition, and the strip family."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.str_search import find_between, needle_units, rfind_between
from sesha.guest.builtins.text_index import BEYOND, index_of
from sesha.guest.builtins.text_search import find_unit, find_units, rfind_units
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import exact, load_unit, slice_text, text_kind, text_length
from sesha.guest.builtins.unicode_space import is_line_end, is_space
from sesha.guest.cpu.intrinsics import address, load_u8


# --- split ---------------------------------------------------------------------------------------
def split(self: str, sep: object = None, maxsplit: int = -1) -> list[str]:
    limit = _limit(maxsplit)
    if sep is None:
        return _split_spaces(self, limit)
    return _split_at(self, _separator(sep), limit)


def rsplit(self: str, sep: object = None, maxsplit: int = -1) -> list[str]:
    limit = _limit(maxsplit)
    parts = _rsplit_spaces(self, limit) if sep is None else _rsplit_at(self, _separator(sep), limit)
    parts.reverse()
    return parts


def _limit(maxsplit: int) -> i64:
    value = index_of(maxsplit)
    return BEYOND if value < 0 else value


def _separator(sep: object) -> str:
    if not isinstance(sep, str):
        raise TypeError("must be str or None, not " + type_name(sep))
    if text_length(address(sep)) == 0:
        raise ValueError("empty separator")
    return sep


def _split_at(text: str, sep: str, limit: i64) -> list[str]:
    result: list[str] = []
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    width = text_length(address(sep))
    units = needle_units(address(sep), kind)
    start: i64 = 0
    while limit > 0 and units != 0:
        found = find_units(data, kind, start, length, units, width)
        if found < 0:
            break
        result.append(slice_text(base, start, found))
        start = found + width
        limit -= 1
    result.append(exact(text) if start == 0 else slice_text(base, start, length))
    return result


def _rsplit_at(text: str, sep: str, limit: i64) -> list[str]:
    """The parts from the last to the first."""
    result: list[str] = []
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    stop = text_length(base)
    width = text_length(address(sep))
    units = needle_units(address(sep), kind)
    while limit > 0 and units != 0:
        found = rfind_units(data, kind, 0, stop, units, width)
        if found < 0:
            break
        result.append(slice_text(base, found + width, stop))
        stop = found
        limit -= 1
    result.append(slice_text(base, 0, stop))
    return result


def _split_spaces(text: str, limit: i64) -> list[str]:
    result: list[str] = []
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while True:
        i = _strip_start(data, kind, i, length)
        if i == length:
            return result
        start = i
        if limit == 0:
            result.append(slice_text(base, start, length))
            return result
        i = _end_of_word(data, kind, start, length)
        result.append(slice_text(base, start, i))
        limit -= 1


def _end_of_word(data: i64, kind: i64, start: i64, stop: i64) -> i64:
    """Where the first white space at or after `start` is."""
    if kind == 1:
        while start < stop and not is_space(load_u8(data + start)):
            start += 1
        return start
    while start < stop and not is_space(load_unit(data, kind, start)):
        start += 1
    return start


def _rsplit_spaces(text: str, limit: i64) -> list[str]:
    """The parts from the last to the first."""
    result: list[str] = []
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    stop = text_length(base)
    while True:
        stop = _strip_end(data, kind, 0, stop)
        if stop == 0:
            return result
        if limit == 0:
            result.append(slice_text(base, 0, stop))
            return result
        start = stop
        while start > 0 and not is_space(load_unit(data, kind, start - 1)):
            start -= 1
        result.append(slice_text(base, start, stop))
        stop = start
        limit -= 1


def splitlines(self: str, keepends: object = False) -> list[str]:
    result: list[str] = []
    keep = bool(keepends)
    base = address(self)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    start: i64 = 0
    while start < length:
        end = start
        while end < length and not is_line_end(load_unit(data, kind, end)):
            end += 1
        after = end
        if end < length:
            after = end + 1
            crlf = load_unit(data, kind, end) == 13 and after < length
            if crlf and load_unit(data, kind, after) == 10:
                after += 1
        result.append(slice_text(base, start, after if keep else end))
        start = after
    return result


# --- partition -----------------------------------------------------------------------------------
def partition(self: str, sep: str) -> tuple[str, str, str]:
    width = text_length(address(sep))
    if width == 0:
        raise ValueError("empty separator")
    base = address(self)
    length = text_length(base)
    found = find_between(self, sep, 0, length)
    if found < 0:
        return (self, "", "")
    return (slice_text(base, 0, found), sep, slice_text(base, found + width, length))


def rpartition(self: str, sep: str) -> tuple[str, str, str]:
    width = text_length(address(sep))
    if width == 0:
        raise ValueError("empty separator")
    base = address(self)
    length = text_length(base)
    found = rfind_between(self, sep, 0, length)
    if found < 0:
        return ("", "", self)
    return (slice_text(base, 0, found), sep, slice_text(base, found + width, length))


# --- strip ---------------------------------------------------------------------------------------
def strip(self: str, chars: object = None) -> str:
    return _strip(self, chars, True, True, "strip")


def lstrip(self: str, chars: object = None) -> str:
    return _strip(self, chars, True, False, "lstrip")


def rstrip(self: str, chars: object = None) -> str:
    return _strip(self, chars, False, True, "rstrip")


def _strip(text: str, chars: object, left: bool, right: bool, name: str) -> str:
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    start: i64 = 0
    stop = length
    if chars is None:
        if left:
            start = _strip_start(data, kind, 0, stop)
        if right:
            stop = _strip_end(data, kind, start, stop)
    else:
        if not isinstance(chars, str):
            raise TypeError(name + " arg must be None or str")
        while left and start < stop and _among(load_unit(data, kind, start), chars):
            start += 1
        while right and start < stop and _among(load_unit(data, kind, stop - 1), chars):
            stop -= 1
    if start == 0 and stop == length:
        return exact(text)
    return slice_text(base, start, stop)


def _strip_start(data: i64, kind: i64, start: i64, stop: i64) -> i64:
    if kind == 1:
        while start < stop and is_space(load_u8(data + start)):
            start += 1
        return start
    while start < stop and is_space(load_unit(data, kind, start)):
        start += 1
    return start


def _strip_end(data: i64, kind: i64, start: i64, stop: i64) -> i64:
    while start < stop and is_space(load_unit(data, kind, stop - 1)):
        stop -= 1
    return stop


def _among(code: i64, chars: str) -> bool:
    base = address(chars)
    return find_unit(base + STR_DATA, text_kind(base), 0, text_length(base), code) >= 0
