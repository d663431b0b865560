"""Read the battery-backed clock (CMOS, MC146818): UTC as every monitor of ours sets it."""

from mypy_extensions import i64

from sesha.guest.cpu.x86_64.ports import in8, out8

INDEX_PORT = 0x70
DATA_PORT = 0x71
SECONDS = 0
MINUTES = 2
HOURS = 4
DAY = 7
MONTH = 8
YEAR = 9
STATUS_A = 10
STATUS_B = 11
UPDATING = 0x80
BINARY = 4
ABSENT = 0xFF
DAY_SECONDS = 86400


def seconds_since_1970() -> i64:
    """UTC, or 0 where there is no such clock."""
    if register(STATUS_A) == ABSENT:
        return 0
    while True:
        while register(STATUS_A) & UPDATING != 0:
            pass
        time = read_once()
        if time == read_once():
            return time


def read_once() -> i64:
    """The registers, made one number; they may have changed on the way."""
    year = 2000 + number(YEAR)
    days = days_before(year, number(MONTH), number(DAY))
    return days * DAY_SECONDS + number(HOURS) * 3600 + number(MINUTES) * 60 + number(SECONDS)


def register(index: i64) -> i64:
    out8(INDEX_PORT, index)
    return in8(DATA_PORT)


def number(index: i64) -> i64:
    """A register's value; binary-coded decimal unless STATUS_B says binary."""
    value = register(index)
    if register(STATUS_B) & BINARY != 0:
        return value
    return (value >> 4) * 10 + (value & 15)


def days_before(year: i64, month: i64, day: i64) -> i64:
    """Days from 1970-01-01 to a date; the year counted from March, so that leap days come last."""
    if month <= 2:
        year -= 1
        month += 12
    return (
        365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 1 - 719468
    )
