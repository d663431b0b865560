"""Read ISO 8601: dates, times and offsets as `fromisoformat` takes them.

Every function takes the whole text that it is to read and raises ValueError without a message;
the caller words it.
"""

from sesha.guest.stdlib._calendar import date_of, days_in_month, iso_calendar, iso_week_one
from sesha.guest.stdlib.datetime.delta import of_microseconds
from sesha.guest.stdlib.datetime.zone import timezone


def _number(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    if len(piece) != end - start or not piece.isdecimal() or not piece.isascii():
        raise ValueError("")
    return int(piece)


def _week_date(text: str) -> tuple[int, int, int]:
    """YYYY-Www-D, YYYYWwwD, or without the day."""
    year = _number(text, 0, 4)
    dashed = text[4] == "-"
    at = 6 if dashed else 5
    week = _number(text, at, at + 2)
    at += 2
    day = 1
    if at < len(text):
        if dashed:
            if text[at] != "-":
                raise ValueError("")
            at += 1
        day = _number(text, at, at + 1)
        at += 1
    if at != len(text):
        raise ValueError("")
    return iso_date(year, week, day)


def iso_date(year: int, week: int, day: int) -> tuple[int, int, int]:
    """The calendar date of an ISO week date."""
    if not 1 <= year <= 9999:
        raise ValueError(f"Year is out of range: {year}")
    first = iso_week_one(year)
    if not 0 < week < 53 and (week != 53 or iso_calendar(first + 52 * 7, year)[1] != 53):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return date_of(first + (week - 1) * 7 + day - 1)


def read_date(text: str) -> tuple[int, int, int]:
    """YYYY-MM-DD, YYYYMMDD or a week date."""
    length = len(text)
    if length not in (7, 8, 10):
        raise ValueError("")
    if text[4] == "W" or text[4:6] == "-W":
        return _week_date(text)
    year = _number(text, 0, 4)
    if text[4] == "-" and length == 10 and text[7] == "-":
        return year, _number(text, 5, 7), _number(text, 8, 10)
    if length == 8:
        return year, _number(text, 4, 6), _number(text, 6, 8)
    raise ValueError("")


def date_length(text: str) -> int:
    """How long the date is that a date and time begin with."""
    if text[4:5] == "-":
        if text[5:6] == "W":
            return 10 if text[8:9] == "-" and _is_digit(text, 9) else 8
        return 10
    if text[4:5] == "W":
        # YYYYWww or YYYYWwwD: digits after the seventh tell, an odd count of them means a day.
        at = 7
        while at < len(text) and _is_digit(text, at):
            at += 1
        if at < 9:
            return at
        return 7 if at % 2 == 0 else 8
    return 8


def _is_digit(text: str, at: int) -> bool:
    return at < len(text) and "0" <= text[at] <= "9"


def _clock(text: str) -> tuple[int, int, int, int]:
    """hh, hh:mm, hhmm, hh:mm:ss ... with a fraction after the seconds."""
    values = [0, 0, 0]
    length = len(text)
    at = 0
    colons = text[2:3] == ":"
    for index in range(3):
        values[index] = _number(text, at, at + 2)
        at += 2
        if at == length:
            return values[0], values[1], values[2], 0
        if index == 2:
            break
        if colons:
            if text[at] != ":":
                raise ValueError("")
            at += 1
    if text[at] not in ".,":
        raise ValueError("")
    digits = text[at + 1 :]
    if not digits or not digits.isdecimal() or not digits.isascii():
        raise ValueError("")
    return values[0], values[1], values[2], int(digits[:6].ljust(6, "0"))


def _zone_start(text: str) -> int:
    """Where the offset begins, or the length."""
    for mark in ("Z", "+", "-"):
        at = text.find(mark)
        if at >= 0:
            return at
    return len(text)


class IsoTime:
    """A time of day as it was read; `overflows` for 24:00, the beginning of the next day."""

    def __init__(self, clock: tuple[int, int, int, int], zone: timezone | None) -> None:
        hour, self.minute, self.second, self.microsecond = clock
        self.overflows = hour == 24 and not self.minute and not self.second and not self.microsecond
        self.hour = 0 if self.overflows else hour
        self.zone = zone


def read_time(text: str) -> IsoTime:
    """A time of day, perhaps with its offset from UTC."""
    end = _zone_start(text)
    clock = _clock(text[:end])
    if end == len(text):
        return IsoTime(clock, None)
    if text[end] == "Z":
        if end + 1 != len(text):
            raise ValueError("")
        return IsoTime(clock, timezone.utc)
    hour, minute, second, microsecond = _clock(text[end + 1 :])
    if minute > 59 or second > 59:
        raise ValueError("")
    total = ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond
    if total < 1_000_000:  # CPython looks at whole seconds only
        return IsoTime(clock, timezone.utc)
    return IsoTime(clock, timezone(of_microseconds(-total if text[end] == "-" else total)))


def check_date(year: int, month: int, day: int) -> None:
    """Refuse what is not a day, in the words of the newest CPython."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year must be in 1..9999, not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    most = days_in_month(year, month)
    if not 1 <= day <= most:
        raise ValueError(f"day {day} must be in range 1..{most} for month {month} in year {year}")


def check_time(hour: int, minute: int, second: int, microsecond: int, fold: int) -> None:
    """Refuse what is not a time of day."""
    if not 0 <= hour <= 23:
        raise ValueError(f"hour must be in 0..23, not {hour}")
    if not 0 <= minute <= 59:
        raise ValueError(f"minute must be in 0..59, not {minute}")
    if not 0 <= second <= 59:
        raise ValueError(f"second must be in 0..59, not {second}")
    if not 0 <= microsecond <= 999999:
        raise ValueError(f"microsecond must be in 0..999999, not {microsecond}")
    if fold not in (0, 1):
        raise ValueError(f"fold must be either 0 or 1, not {fold}")
