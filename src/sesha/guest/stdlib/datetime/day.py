"""Calendar days: `date`, and what `date` and `datetime` write alike."""

from typing import Any, ClassVar, NamedTuple

from sesha.guest.machine.this import clock
from sesha.guest.stdlib._calendar import (
    DAY_NAMES,
    EPOCH_DAY,
    MONTH_NAMES,
    date_of,
    day_number,
    day_of_year,
    iso_calendar,
)
from sesha.guest.stdlib._strftime import Fields, formatted
from sesha.guest.stdlib.datetime.delta import timedelta
from sesha.guest.stdlib.datetime.iso import check_date, iso_date, read_date
from sesha.guest.stdlib.time import struct_time

MINYEAR = 1
MAXYEAR = 9999
MAX_DAY = 3652059
"""The number of 31 December 9999."""
DATE_FORMAT = "%Y-%m-%d"


class IsoCalendarDate(NamedTuple):
    """What `isocalendar` answers."""

    year: int
    week: int
    weekday: int

    def __repr__(self) -> str:
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def check_day(number: int) -> int:
    if not 1 <= number <= MAX_DAY:
        raise OverflowError("date value out of range")
    return number


def date_fields(year: int, month: int, day: int) -> Fields:
    """The fields of a day for a format."""
    fields = Fields(year, month, day, 0, 0, 0)
    fields.weekday = (day_number(year, month, day) + 6) % 7
    fields.yearday = day_of_year(year, month, day)
    return fields


class date:
    """A day of the proleptic Gregorian calendar."""

    __module__ = "datetime"

    # Set below, when the class exists.
    min: ClassVar[Any] = None
    max: ClassVar[Any] = None
    resolution: ClassVar[Any] = None

    def __init__(self, year: int, month: int, day: int) -> None:
        check_date(year, month, day)
        self.year = year
        self.month = month
        self.day = day

    # --- other ways to make one ---------------------------------------------------------------
    @classmethod
    def fromordinal(cls, n: int, /) -> "date":
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > MAX_DAY:
            raise ValueError(f"year must be in 1..9999, not {date_of(n)[0]}")
        year, month, day = date_of(n)
        return cls(year, month, day)

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> "date":
        return cls.fromordinal(int(timestamp // 86400) + EPOCH_DAY)

    @classmethod
    def today(cls) -> "date":
        return cls.fromordinal(clock.wall_ns() // 86_400_000_000_000 + EPOCH_DAY)

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> "date":
        try:
            year, month, day = read_date(date_string)
        except ValueError as error:
            if str(error):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year: int, week: int, day: int) -> "date":
        calendar_year, month, day_of_month = iso_date(year, week, day)
        return cls(calendar_year, month, day_of_month)

    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None) -> "date":
        return date(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    # --- what it is -------------------------------------------------------------------------------
    def toordinal(self) -> int:
        return day_number(self.year, self.month, self.day)

    def weekday(self) -> int:
        return (self.toordinal() + 6) % 7

    def isoweekday(self) -> int:
        return self.toordinal() % 7 or 7

    def isocalendar(self) -> IsoCalendarDate:
        year, week, weekday = iso_calendar(self.toordinal(), self.year)
        return IsoCalendarDate(year, week, weekday)

    def timetuple(self) -> struct_time:
        yearday = day_of_year(self.year, self.month, self.day)
        return struct_time(self.year, self.month, self.day, 0, 0, 0, self.weekday(), yearday, -1)

    # --- texts ------------------------------------------------------------------------------------
    def _date_text(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def isoformat(self) -> str:
        return self._date_text()

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def ctime(self) -> str:
        name = DAY_NAMES[self.weekday()][:3]
        return f"{name} {MONTH_NAMES[self.month - 1][:3]} {self.day:2d} 00:00:00 {self.year:04d}"

    def _fields(self) -> Fields:
        return date_fields(self.year, self.month, self.day)

    def strftime(self, format: str) -> str:
        return formatted(self._fields(), format, True)

    def __format__(self, fmt: str, /) -> str:
        return self.strftime(fmt) if fmt else str(self)

    # --- arithmetic and order ---------------------------------------------------------------------
    def __add__(self, value: timedelta, /) -> "date":
        if not isinstance(value, timedelta):
            return NotImplemented
        return date.fromordinal(check_day(self.toordinal() + value.days))

    def __radd__(self, value: timedelta, /) -> "date":
        return self.__add__(value)

    def __sub__(self, value: object, /) -> Any:
        if isinstance(value, timedelta):
            return date.fromordinal(check_day(self.toordinal() - value.days))
        if isinstance(value, date):
            return timedelta(self.toordinal() - value.toordinal())
        return NotImplemented

    def _key(self) -> int:
        return (self.year << 4 | self.month) << 5 | self.day

    def _has_time(self) -> bool:
        """A datetime says yes: it is never equal to a date."""
        return False

    def _comparable(self, other: object) -> bool:
        return isinstance(other, date) and not other._has_time()

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, date) or not self._comparable(other):
            return NotImplemented
        return self._key() == other._key()

    def __lt__(self, other: "date", /) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other: "date", /) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return self._key() <= other._key()

    def __gt__(self, other: "date", /) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return self._key() > other._key()

    def __ge__(self, other: "date", /) -> bool:
        if not self._comparable(other):
            return NotImplemented
        return self._key() >= other._key()

    def __hash__(self) -> int:
        return hash((self.year, self.month, self.day))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
