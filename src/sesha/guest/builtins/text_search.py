"""Find and count runs of units in runs of units of the same kind.

Raw: addresses in, index or -1 out; nothing is allocated. The search jumps to each occurrence of
the needle's first unit and compares there. When that has compared far more than it has advanced
(`SLACK`), the two-way algorithm (Crochemore and Perrin, 1991) takes over, so that a search is
linear whatever the text.
"""

from mypy_extensions import i64

from sesha.guest.builtins.text_memory import count_byte, equal_memory, find_byte, rfind_byte
from sesha.guest.builtins.text_units import load_unit
from sesha.guest.cpu.intrinsics import cold

SLACK = 400
"""Units compared in vain before the two-way search starts."""


# --- one unit ------------------------------------------------------------------------------------
def find_unit(data: i64, kind: i64, start: i64, stop: i64, code: i64) -> i64:
    if kind == 1:
        return find_byte(data, start, stop, code)
    i = start
    while i < stop:
        if load_unit(data, kind, i) == code:
            return i
        i += 1
    return -1


def rfind_unit(data: i64, kind: i64, start: i64, stop: i64, code: i64) -> i64:
    if kind == 1:
        return rfind_byte(data, start, stop, code)
    i = stop - 1
    while i >= start:
        if load_unit(data, kind, i) == code:
            return i
        i -= 1
    return -1


def count_unit(data: i64, kind: i64, start: i64, stop: i64, code: i64) -> i64:
    if kind == 1:
        return count_byte(data, start, stop, code)
    total: i64 = 0
    i = start
    while i < stop:
        if load_unit(data, kind, i) == code:
            total += 1
        i += 1
    return total


# --- runs of units -------------------------------------------------------------------------------
def find_units(data: i64, kind: i64, start: i64, stop: i64, needle: i64, count: i64) -> i64:
    """The first index in start..stop where `count` units at `needle` stand, or -1."""
    if stop - start < count:
        return -1
    if count == 0:
        return start
    first = load_unit(needle, kind, 0)
    if count == 1:
        return find_unit(data, kind, start, stop, first)
    last = load_unit(needle, kind, count - 1)
    limit = stop - count + 1
    wasted: i64 = 0
    i = start
    while True:
        i = find_unit(data, kind, i, limit, first)
        if i < 0:
            return -1
        if load_unit(data, kind, i + count - 1) == last:
            if equal_memory(data + i * kind, needle, count * kind):
                return i
            wasted += count
        i += 1
        if wasted > SLACK and wasted > (i - start) << 2:
            return find_two_way(data, kind, i, stop, needle, count)


def rfind_units(data: i64, kind: i64, start: i64, stop: i64, needle: i64, count: i64) -> i64:
    """The last index in start..stop where the needle stands, or -1."""
    if stop - start < count:
        return -1
    if count == 0:
        return stop
    first = load_unit(needle, kind, 0)
    i = stop - count + 1
    while True:
        i = rfind_unit(data, kind, start, i, first)
        if i < 0:
            return -1
        if equal_memory(data + i * kind, needle, count * kind):
            return i


def count_units(data: i64, kind: i64, start: i64, stop: i64, needle: i64, count: i64) -> i64:
    """Occurrences that do not overlap; an empty needle stands between all units."""
    if stop < start:
        return 0
    if count == 0:
        return stop - start + 1
    if count == 1:
        return count_unit(data, kind, start, stop, load_unit(needle, kind, 0))
    total: i64 = 0
    i = find_units(data, kind, start, stop, needle, count)
    while i >= 0:
        total += 1
        i = find_units(data, kind, i + count, stop, needle, count)
    return total


# --- two-way -------------------------------------------------------------------------------------
@cold
def find_two_way(data: i64, kind: i64, start: i64, stop: i64, needle: i64, count: i64) -> i64:
    """Compare the needle's right part forwards, then its left part backwards.

    The needle is cut at a critical position, so a mismatch on the right allows a shift past it.
    """
    normal = _maximal_suffix(needle, kind, count, False)
    inverted = _maximal_suffix(needle, kind, count, True)
    reverse = inverted > normal
    cut = inverted if reverse else normal
    period = _suffix_period(needle, kind, count, cut, reverse)
    periodic = equal_memory(needle, needle + period * kind, cut * kind)
    if not periodic:
        period = max(cut, count - cut) + 1
    known: i64 = 0  # units at the needle's start that are known to match
    i = start
    while i + count <= stop:
        j = max(cut, known)
        while j < count and load_unit(needle, kind, j) == load_unit(data, kind, i + j):
            j += 1
        if j < count:
            i += j - cut + 1
            known = 0
            continue
        j = cut
        while j > known and load_unit(needle, kind, j - 1) == load_unit(data, kind, i + j - 1):
            j -= 1
        if j <= known:
            return i
        i += period
        known = count - period if periodic else 0
    return -1


def _maximal_suffix(needle: i64, kind: i64, count: i64, reverse: bool) -> i64:
    """Where the greatest suffix starts, in the order of units or in its reverse."""
    return _scan_suffix(needle, kind, count, reverse, False)


def _suffix_period(needle: i64, kind: i64, count: i64, cut: i64, reverse: bool) -> i64:
    """The period of the maximal suffix, which starts at `cut`."""
    return _scan_suffix(needle, kind, count, reverse, True)


def _scan_suffix(needle: i64, kind: i64, count: i64, reverse: bool, want_period: bool) -> i64:
    start: i64 = 0
    rival: i64 = 1
    k: i64 = 0
    period: i64 = 1
    while rival + k < count:
        a = load_unit(needle, kind, rival + k)
        b = load_unit(needle, kind, start + k)
        if a == b:
            if k + 1 == period:
                rival += period
                k = 0
            else:
                k += 1
        elif (b < a) if reverse else (a < b):
            rival += k + 1
            k = 0
            period = rival - start
        else:
            start = rival
            rival = start + 1
            k = 0
            period = 1
    return period if want_period else start
