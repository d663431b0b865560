"""Cut bytes: split, rsplit, splitlines, partition, and the strip family.

`self` is a flat value of any bytes-like class; the parts are bytes.
"""

from mypy_extensions import i64

from sesha.guest.builtins.bytes_like import data_of, flat, size_of
from sesha.guest.builtins.bytes_search import matches
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.builtins.text_index import BEYOND, index_of
from sesha.guest.builtins.text_memory import find_byte
from sesha.guest.builtins.text_search import find_units, rfind_units
from sesha.guest.cpu.intrinsics import inline, load_u8

LINE_FEED = 10
CARRIAGE_RETURN = 13
SPACE = 32


@inline
def is_byte_space(byte: i64) -> bool:
    return byte == SPACE or 9 <= byte <= 13


def part(self: object, start: i64, stop: i64) -> bytes:
    """The bytes start..stop; the value itself if that is all of a bytes object."""
    if start == 0 and stop == size_of(self) and isinstance(self, bytes):
        return self
    return bytes_from(data_of(self) + start, stop - start)


# --- split ---------------------------------------------------------------------------------------
def split(self: object, sep: object = None, maxsplit: int = -1) -> list[bytes]:
    limit = _limit(maxsplit)
    if sep is None:
        return _split_spaces(self, limit)
    return _split_at(self, _separator(sep), limit)


def rsplit(self: object, sep: object = None, maxsplit: int = -1) -> list[bytes]:
    limit = _limit(maxsplit)
    parts = _rsplit_spaces(self, limit) if sep is None else _rsplit_at(self, _separator(sep), limit)
    parts.reverse()
    return parts


def _limit(maxsplit: int) -> i64:
    value = index_of(maxsplit)
    return BEYOND if value < 0 else value


def _separator(sep: object) -> object:
    plain: object = flat(sep)
    if size_of(plain) == 0:
        raise ValueError("empty separator")
    return plain


def _split_at(self: object, sep: object, limit: i64) -> list[bytes]:
    result: list[bytes] = []
    size = size_of(self)
    width = size_of(sep)
    start: i64 = 0
    while limit > 0:
        found = find_units(data_of(self), 1, start, size, data_of(sep), width)
        if found < 0:
            break
        result.append(part(self, start, found))
        start = found + width
        limit -= 1
    result.append(part(self, start, size))
    return result


def _rsplit_at(self: object, sep: object, limit: i64) -> list[bytes]:
    """The parts from the last to the first."""
    result: list[bytes] = []
    stop = size_of(self)
    width = size_of(sep)
    while limit > 0:
        found = rfind_units(data_of(self), 1, 0, stop, data_of(sep), width)
        if found < 0:
            break
        result.append(part(self, found + width, stop))
        stop = found
        limit -= 1
    result.append(part(self, 0, stop))
    return result


def _split_spaces(self: object, limit: i64) -> list[bytes]:
    result: list[bytes] = []
    data = data_of(self)
    size = size_of(self)
    i: i64 = 0
    while True:
        while i < size and is_byte_space(load_u8(data + i)):
            i += 1
        if i == size:
            return result
        start = i
        if limit == 0:
            result.append(part(self, start, size))
            return result
        while i < size and not is_byte_space(load_u8(data + i)):
            i += 1
        result.append(part(self, start, i))
        limit -= 1


def _rsplit_spaces(self: object, limit: i64) -> list[bytes]:
    """The parts from the last to the first."""
    result: list[bytes] = []
    data = data_of(self)
    stop = size_of(self)
    while True:
        while stop > 0 and is_byte_space(load_u8(data + stop - 1)):
            stop -= 1
        if stop == 0:
            return result
        if limit == 0:
            result.append(part(self, 0, stop))
            return result
        start = stop
        while start > 0 and not is_byte_space(load_u8(data + start - 1)):
            start -= 1
        result.append(part(self, start, stop))
        stop = start
        limit -= 1


def splitlines(self: object, keepends: object = False) -> list[bytes]:
    result: list[bytes] = []
    keep = bool(keepends)
    data = data_of(self)
    size = size_of(self)
    start: i64 = 0
    while start < size:
        end = start
        while end < size and load_u8(data + end) != LINE_FEED and load_u8(data + end) != CARRIAGE_RETURN:
            end += 1
        after = end
        if end < size:
            after = end + 1
            crlf = load_u8(data + end) == CARRIAGE_RETURN and after < size
            if crlf and load_u8(data + after) == LINE_FEED:
                after += 1
        result.append(part(self, start, after if keep else end))
        start = after
    return result


# --- partition -----------------------------------------------------------------------------------
def partition_at(self: object, sep: object) -> i64:
    """Where the separator stands first, or -1."""
    plain = _separator(sep)
    return find_units(data_of(self), 1, 0, size_of(self), data_of(plain), size_of(plain))


def rpartition_at(self: object, sep: object) -> i64:
    plain = _separator(sep)
    return rfind_units(data_of(self), 1, 0, size_of(self), data_of(plain), size_of(plain))


def partition(self: object, sep: object) -> tuple[bytes, bytes, bytes]:
    found = partition_at(self, sep)
    if found < 0:
        return (part(self, 0, size_of(self)), b"", b"")
    return _parts(self, found, flat(sep))


def rpartition(self: object, sep: object) -> tuple[bytes, bytes, bytes]:
    found = rpartition_at(self, sep)
    if found < 0:
        return (b"", b"", part(self, 0, size_of(self)))
    return _parts(self, found, flat(sep))


def _parts(self: object, found: i64, sep: object) -> tuple[bytes, bytes, bytes]:
    size = size_of(self)
    width = size_of(sep)
    return (part(self, 0, found), part(sep, 0, width), part(self, found + width, size))


# --- strip ---------------------------------------------------------------------------------------
def strip(self: object, chars: object = None) -> bytes:
    return _strip(self, chars, True, True)


def lstrip(self: object, chars: object = None) -> bytes:
    return _strip(self, chars, True, False)


def rstrip(self: object, chars: object = None) -> bytes:
    return _strip(self, chars, False, True)


def _strip(self: object, chars: object, left: bool, right: bool) -> bytes:
    data = data_of(self)
    start: i64 = 0
    stop = size_of(self)
    if chars is None:
        while left and start < stop and is_byte_space(load_u8(data + start)):
            start += 1
        while right and start < stop and is_byte_space(load_u8(data + stop - 1)):
            stop -= 1
    else:
        wanted = flat(chars)
        among = data_of(wanted)
        count = size_of(wanted)
        while left and start < stop and find_byte(among, 0, count, load_u8(data + start)) >= 0:
            start += 1
        while right and start < stop and find_byte(among, 0, count, load_u8(data + stop - 1)) >= 0:
            stop -= 1
    return part(self, start, stop)


def removeprefix(self: object, prefix: object) -> bytes:
    plain = flat(prefix)
    size = size_of(self)
    return part(self, size_of(plain) if matches(self, plain, 0, size, False) else 0, size)


def removesuffix(self: object, suffix: object) -> bytes:
    plain = flat(suffix)
    size = size_of(self)
    return part(self, 0, size - size_of(plain) if matches(self, plain, 0, size, True) else size)
