"""Points of time: `datetime`, a day and a time of day, perhaps in a zone.

Arithmetic goes through one number, the microseconds since the beginning of the calendar.
"""

from typing import Any, ClassVar

from sesha.guest.machine.this import clock
from sesha.guest.stdlib._calendar import DAY_NAMES, EPOCH_DAY, MONTH_NAMES, date_of
from sesha.guest.stdlib._strftime import Fields
from sesha.guest.stdlib._strptime import parsed
from sesha.guest.stdlib.datetime.clocktime import (
    checked_offset,
    clock_text,
    fill_zone,
    repr_tail,
    time,
)
from sesha.guest.stdlib.datetime.day import check_day, date, date_fields
from sesha.guest.stdlib.datetime.delta import microseconds_of, of_microseconds, timedelta
from sesha.guest.stdlib.datetime.iso import check_date, check_time, date_length, read_date, read_time
from sesha.guest.stdlib.datetime.zone import offset_text, timezone, tzinfo
from sesha.guest.stdlib.time import struct_time

_Date = date  # inside the class these names are methods
_Time = time

_SECOND = 1_000_000
_DAY = 86400 * _SECOND
_EPOCH = EPOCH_DAY * _DAY


class datetime(date):
    """A point of time."""

    __module__ = "datetime"

    # Set below, when the class exists.
    min: ClassVar[Any] = None
    max: ClassVar[Any] = None
    resolution: ClassVar[Any] = None

    def __init__(
        self,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: tzinfo | None = None,
        *,
        fold: int = 0,
    ) -> None:
        check_date(year, month, day)
        check_time(hour, minute, second, microsecond, fold)
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    # --- other ways to make one ---------------------------------------------------------------
    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: tzinfo | None = None) -> "datetime":
        return _at_zone(_EPOCH + _microseconds(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, t: float, /) -> "datetime":
        return _of_number(_EPOCH + _microseconds(t), None, 0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "datetime":
        return _at_zone(_EPOCH + clock.wall_ns() // 1000, tz)

    @classmethod
    def utcnow(cls) -> "datetime":
        return _of_number(_EPOCH + clock.wall_ns() // 1000, None, 0)

    @classmethod
    def today(cls) -> "datetime":
        return cls.now()

    @classmethod
    def fromordinal(cls, n: int, /) -> "datetime":
        day = date.fromordinal(n)
        return datetime(day.year, day.month, day.day)

    @classmethod
    def fromisocalendar(cls, year: int, week: int, day: int) -> "datetime":
        found = date.fromisocalendar(year, week, day)
        return datetime(found.year, found.month, found.day)

    @classmethod
    def combine(cls, date: _Date, time: _Time, tzinfo: tzinfo | bool | None = True) -> "datetime":
        zone = time.tzinfo if isinstance(tzinfo, bool) else tzinfo
        return datetime(
            date.year,
            date.month,
            date.day,
            time.hour,
            time.minute,
            time.second,
            time.microsecond,
            zone,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> "datetime":
        try:
            if len(date_string) < 7:
                raise ValueError("")
            length = date_length(date_string)
            year, month, day = read_date(date_string[:length])
            if length == len(date_string):
                return datetime(year, month, day)
            found = read_time(date_string[length + 1 :])
            result = datetime(
                year, month, day, found.hour, found.minute, found.second, found.microsecond, found.zone
            )
        except ValueError as error:
            if str(error):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return result + timedelta(days=1) if found.overflows else result

    @classmethod
    def strptime(cls, date_string: str, format: str, /) -> "datetime":
        f = parsed(date_string, format)
        zone: timezone | None = None
        if f.offset_seconds is not None:
            offset = of_microseconds(f.offset_seconds * _SECOND + f.offset_fraction)
            zone = timezone(offset, f.zone) if f.zone else timezone(offset)
        return datetime(f.year, f.month, f.day, f.hour, f.minute, f.second, f.microsecond, zone)

    def replace(
        self,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        hour: int | None = None,
        minute: int | None = None,
        second: int | None = None,
        microsecond: int | None = None,
        tzinfo: tzinfo | bool | None = True,
        *,
        fold: int | None = None,
    ) -> "datetime":
        return datetime(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if isinstance(tzinfo, bool) else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    # --- parts ---------------------------------------------------------------------------------------
    def date(self) -> _Date:
        return date(self.year, self.month, self.day)

    def time(self) -> _Time:
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self) -> _Time:
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def timetuple(self) -> struct_time:
        saving = self.dst()
        flag = -1 if saving is None else int(bool(saving))
        day = date.timetuple(self)
        return struct_time(day[0], day[1], day[2], self.hour, self.minute, self.second, day[6], day[7], flag)

    def utctimetuple(self) -> struct_time:
        offset = self.utcoffset()
        moment: datetime = self - offset if offset else self
        day = date.timetuple(moment)
        return struct_time(
            day[0], day[1], day[2], moment.hour, moment.minute, moment.second, day[6], day[7], 0
        )

    def _number(self) -> int:
        """Microseconds since the beginning of the calendar, in the zone's own time."""
        seconds = (self.hour * 60 + self.minute) * 60 + self.second
        return self.toordinal() * _DAY + seconds * _SECOND + self.microsecond

    def _utc_number(self) -> int:
        offset = self.utcoffset()
        return self._number() if offset is None else self._number() - microseconds_of(offset)

    def timestamp(self) -> float:
        """Seconds since 1970; without a zone, the time is UTC."""
        return (self._utc_number() - _EPOCH) / _SECOND

    # --- the zone ---------------------------------------------------------------------------------
    def utcoffset(self) -> timedelta | None:
        if self.tzinfo is None:
            return None
        return checked_offset("utcoffset", self.tzinfo.utcoffset(self))

    def dst(self) -> timedelta | None:
        return None if self.tzinfo is None else checked_offset("dst", self.tzinfo.dst(self))

    def tzname(self) -> str | None:
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz: tzinfo | None = None) -> "datetime":
        zone = timezone(timedelta(0), "UTC") if tz is None else tz
        if self.tzinfo is zone:
            return self
        return _at_zone(self._utc_number(), zone)

    # --- texts ------------------------------------------------------------------------------------
    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str")
        text = self._date_text() + sep
        text += clock_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset, ":")

    def __str__(self) -> str:
        return self.isoformat(" ")

    def __repr__(self) -> str:
        tail = repr_tail(self.second, self.microsecond, self.tzinfo, self.fold)
        return f"datetime.datetime({self.year}, {self.month}, {self.day}, {self.hour}, {self.minute}{tail})"

    def ctime(self) -> str:
        name = DAY_NAMES[self.weekday()][:3]
        clock_part = clock_text(self.hour, self.minute, self.second, 0, "seconds")
        return f"{name} {MONTH_NAMES[self.month - 1][:3]} {self.day:2d} {clock_part} {self.year:04d}"

    def _fields(self) -> Fields:
        fields = date_fields(self.year, self.month, self.day)
        fields.hour = self.hour
        fields.minute = self.minute
        fields.second = self.second
        fields.microsecond = self.microsecond
        fill_zone(fields, self.utcoffset(), self.tzname())
        return fields

    # --- arithmetic and order ---------------------------------------------------------------------
    def __add__(self, value: timedelta, /) -> "datetime":
        if not isinstance(value, timedelta):
            return NotImplemented
        return _of_number(self._number() + microseconds_of(value), self.tzinfo, 0)

    def __radd__(self, value: timedelta, /) -> "datetime":
        return self.__add__(value)

    def __sub__(self, value: object, /) -> Any:
        if isinstance(value, timedelta):
            return _of_number(self._number() - microseconds_of(value), self.tzinfo, 0)
        if not isinstance(value, datetime):
            return NotImplemented
        if self.tzinfo is value.tzinfo:
            return of_microseconds(self._number() - value._number())
        if (self.utcoffset() is None) != (value.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return of_microseconds(self._utc_number() - value._utc_number())

    def _has_time(self) -> bool:
        return True

    def _order(self, other: "datetime") -> int:
        """The difference whose sign is the order."""
        if self.tzinfo is other.tzinfo:
            return self._number() - other._number()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc_number() - other._utc_number()

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, datetime):
            return NotImplemented
        if self.tzinfo is other.tzinfo:
            return self._number() == other._number()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_number() == other._utc_number()

    def __lt__(self, other: _Date, /) -> bool:
        if not isinstance(other, datetime):
            return NotImplemented
        return self._order(other) < 0

    def __le__(self, other: _Date, /) -> bool:
        if not isinstance(other, datetime):
            return NotImplemented
        return self._order(other) <= 0

    def __gt__(self, other: _Date, /) -> bool:
        if not isinstance(other, datetime):
            return NotImplemented
        return self._order(other) > 0

    def __ge__(self, other: _Date, /) -> bool:
        if not isinstance(other, datetime):
            return NotImplemented
        return self._order(other) >= 0

    def __hash__(self) -> int:
        return hash(self._utc_number())


def _microseconds(seconds: float) -> int:
    whole = int(seconds)
    return whole * _SECOND + round((seconds - whole) * 1e6)


def _of_number(number: int, zone: tzinfo | None, fold: int) -> datetime:
    """The point of time that is so many microseconds after the beginning of the calendar."""
    day = number // _DAY
    year, month, day_of_month = date_of(check_day(day))
    rest = number - day * _DAY
    seconds = rest // _SECOND
    return datetime(
        year,
        month,
        day_of_month,
        seconds // 3600,
        seconds // 60 % 60,
        seconds % 60,
        rest % _SECOND,
        zone,
        fold=fold,
    )


def _at_zone(utc_number: int, zone: tzinfo | None) -> datetime:
    """The time in the zone when UTC is so many microseconds after the beginning."""
    utc = _of_number(utc_number, zone, 0)
    return utc if zone is None else zone.fromutc(utc)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
