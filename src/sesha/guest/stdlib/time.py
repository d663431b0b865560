"""Read the machine's clocks and break times down, as the module `time` of images.

The machine's clocks are nanoseconds (`guest/machine/*/clock.py`); local time is UTC. The calendar
is in `_calendar.py`, formats in `_strftime.py` and `_strptime.py`.
"""

from typing import NamedTuple

from sesha.guest.machine.this import clock, idle
from sesha.guest.stdlib._calendar import (
    DAY_NAMES,
    EPOCH_DAY,
    MONTH_NAMES,
    date_of,
    day_number,
    day_of_year,
)
from sesha.guest.stdlib._strftime import Fields, formatted
from sesha.guest.stdlib._strptime import parsed

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1

_SECOND = 1_000_000_000
_TOO_LONG = 2.0**63
_AGES = 1 << 62
"""Nanoseconds that can be added to any time."""
_started = clock.monotonic_ns()


class struct_time(NamedTuple):
    """A broken-down time."""

    tm_year: int
    tm_mon: int
    tm_mday: int
    tm_hour: int
    tm_min: int
    tm_sec: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int

    @property
    def tm_zone(self) -> str:
        return "UTC"

    @property
    def tm_gmtoff(self) -> int:
        return 0

    def __repr__(self) -> str:
        return (
            f"time.struct_time(tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}, "
            f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}, "
            f"tm_wday={self.tm_wday}, tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst})"
        )


TimeTuple = struct_time | tuple[int, int, int, int, int, int, int, int, int]


# --- clocks ------------------------------------------------------------------------------------
def time() -> float:
    """Seconds since 1970."""
    return float(clock.wall_ns()) / _SECOND


def time_ns() -> int:
    return clock.wall_ns()


def monotonic() -> float:
    """Seconds of a clock that never goes back."""
    return float(clock.monotonic_ns()) / _SECOND


def monotonic_ns() -> int:
    return clock.monotonic_ns()


def perf_counter() -> float:
    return float(clock.monotonic_ns()) / _SECOND


def perf_counter_ns() -> int:
    return clock.monotonic_ns()


def process_time() -> float:
    """Seconds since the program started: a machine has one program, which has the processor."""
    return process_time_ns() / _SECOND


def process_time_ns() -> int:
    return clock.monotonic_ns() - _started


def sleep(seconds: float, /) -> None:
    """Let the whole machine rest."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds * _SECOND >= _TOO_LONG:
        raise OverflowError("timestamp out of range for platform time_t")
    idle.sleep_ns(min(int(seconds * _SECOND), _AGES))


# --- broken-down times -----------------------------------------------------------------------------
def _broken_down(seconds: int) -> struct_time:
    days = seconds // 86400
    rest = seconds - days * 86400
    number = days + EPOCH_DAY
    year, month, day = date_of(number)
    return struct_time(
        year,
        month,
        day,
        rest // 3600,
        rest // 60 % 60,
        rest % 60,
        (number + 6) % 7,
        day_of_year(year, month, day),
        0,
    )


def gmtime(seconds: float | None = None, /) -> struct_time:
    """The time as UTC, now if none is given."""
    return _broken_down(clock.wall_ns() // _SECOND if seconds is None else int(seconds // 1))


def localtime(seconds: float | None = None, /) -> struct_time:
    """The same: a machine's local time is UTC."""
    return gmtime(seconds)


def mktime(time_tuple: TimeTuple, /) -> float:
    """Seconds since 1970 of a broken-down time, whose fields may be out of their bounds."""
    months = time_tuple[0] * 12 + time_tuple[1] - 1
    days = day_number(months // 12, months % 12 + 1, 1) - EPOCH_DAY + time_tuple[2] - 1
    return float(((days * 24 + time_tuple[3]) * 60 + time_tuple[4]) * 60 + time_tuple[5])


# --- texts ---------------------------------------------------------------------------------------------
def _clock_text(t: TimeTuple) -> str:
    return f"{t[3]:02d}:{t[4]:02d}:{t[5]:02d}"


def asctime(time_tuple: TimeTuple | None = None, /) -> str:
    """The time as `Sun Jun  9 04:26:40 1993`."""
    t = gmtime() if time_tuple is None else time_tuple
    return f"{DAY_NAMES[t[6]][:3]} {MONTH_NAMES[t[1] - 1][:3]} {t[2]:2d} {_clock_text(t)} {t[0]}"


def ctime(seconds: float | None = None, /) -> str:
    return asctime(gmtime(seconds))


def _check_bounds(t: TimeTuple) -> None:
    """What C's strftime would read out of its tables with."""
    if not 0 <= t[1] <= 12:
        raise ValueError("month out of range")
    if not 0 <= t[2] <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= t[3] <= 23:
        raise ValueError("hour out of range")
    if not 0 <= t[4] <= 59:
        raise ValueError("minute out of range")
    if not 0 <= t[5] <= 61:
        raise ValueError("seconds out of range")
    if t[6] < -1:
        raise ValueError("day of week out of range")
    if not 0 <= t[7] <= 366:
        raise ValueError("day of year out of range")


def strftime(format: str, time_tuple: TimeTuple | None = None, /) -> str:
    """The time, written by the format."""
    t = gmtime() if time_tuple is None else time_tuple
    _check_bounds(t)
    fields = Fields(t[0], max(t[1], 1), max(t[2], 1), t[3], t[4], t[5])
    fields.weekday = t[6] % 7
    fields.yearday = max(t[7], 1)
    fields.offset = "+0000"
    fields.zone = "UTC"
    return formatted(fields, format, False)


def strptime(data_string: str, format: str = "%a %b %d %H:%M:%S %Y", /) -> struct_time:
    """The time that a text says, read by the format."""
    f = parsed(data_string, format)
    daylight_saving = 0 if f.zone else -1
    return struct_time(
        f.year, f.month, f.day, f.hour, f.minute, f.second, f.weekday, f.yearday, daylight_saving
    )
