"""Times of day: `time`, and the texts that `time` and `datetime` share."""

from typing import Any, ClassVar

from sesha.guest.stdlib._strftime import Fields, formatted
from sesha.guest.stdlib.datetime.delta import microseconds_of, timedelta
from sesha.guest.stdlib.datetime.iso import check_time, read_time
from sesha.guest.stdlib.datetime.zone import offset_text, tzinfo

_DAY = 86400 * 1_000_000
_SPECS = ("hours", "minutes", "seconds", "milliseconds", "microseconds")


def clock_text(hour: int, minute: int, second: int, microsecond: int, timespec: str) -> str:
    """The time of day down to what `timespec` names."""
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec not in _SPECS:
        raise ValueError("Unknown timespec value")
    text = f"{hour:02d}"
    if timespec == "hours":
        return text
    text += f":{minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{second:02d}"
    if timespec == "milliseconds":
        text += f".{microsecond // 1000:03d}"
    elif timespec == "microseconds":
        text += f".{microsecond:06d}"
    return text


def checked_offset(name: str, offset: timedelta | None) -> timedelta | None:
    """What a program's own zone answered, if it can be an offset."""
    if offset is not None and not -_DAY < microseconds_of(offset) < _DAY:
        raise ValueError(
            f"{name}() must return a timedelta strictly between -timedelta(hours=24) and "
            f"timedelta(hours=24), not {offset!r}."
        )
    return offset


def fill_zone(fields: Fields, offset: timedelta | None, zone: str | None) -> None:
    """Put offset and name of the zone where a format finds them."""
    if offset is not None:
        fields.offset = offset_text(offset, "")
        fields.offset_colons = offset_text(offset, ":")
    fields.zone = zone or ""


def repr_tail(second: int, microsecond: int, zone: tzinfo | None, fold: int) -> str:
    """The end of a repr: what is zero or None is left out."""
    text = ""
    if microsecond:
        text = f", {second}, {microsecond}"
    elif second:
        text = f", {second}"
    if fold:
        text += ", fold=1"
    if zone is not None:
        text += f", tzinfo={zone!r}"
    return text


class time:
    """A time of day, perhaps in a zone."""

    __module__ = "datetime"

    # Set below, when the class exists.
    min: ClassVar[Any] = None
    max: ClassVar[Any] = None
    resolution: ClassVar[Any] = None

    def __init__(
        self,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: tzinfo | None = None,
        *,
        fold: int = 0,
    ) -> None:
        check_time(hour, minute, second, microsecond, fold)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    @classmethod
    def fromisoformat(cls, time_string: str, /) -> "time":
        text = time_string[1:] if time_string.startswith("T") else time_string
        try:
            found = read_time(text)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(found.hour, found.minute, found.second, found.microsecond, found.zone)

    def replace(
        self,
        hour: int | None = None,
        minute: int | None = None,
        second: int | None = None,
        microsecond: int | None = None,
        tzinfo: tzinfo | bool | None = True,
        *,
        fold: int | None = None,
    ) -> "time":
        return time(
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if isinstance(tzinfo, bool) else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    # --- the zone ---------------------------------------------------------------------------------
    def utcoffset(self) -> timedelta | None:
        if self.tzinfo is None:
            return None
        return checked_offset("utcoffset", self.tzinfo.utcoffset(None))

    def dst(self) -> timedelta | None:
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self) -> str | None:
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    # --- texts ------------------------------------------------------------------------------------
    def isoformat(self, timespec: str = "auto") -> str:
        text = clock_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset, ":")

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        tail = repr_tail(self.second, self.microsecond, self.tzinfo, self.fold)
        return f"datetime.time({self.hour}, {self.minute}{tail})"

    def strftime(self, format: str) -> str:
        fields = Fields(1900, 1, 1, self.hour, self.minute, self.second)
        fields.microsecond = self.microsecond
        fill_zone(fields, self.utcoffset(), self.tzname())
        return formatted(fields, format, True)

    def __format__(self, fmt: str, /) -> str:
        return self.strftime(fmt) if fmt else str(self)

    # --- order ------------------------------------------------------------------------------------
    def _key(self) -> int:
        """Microseconds since midnight UTC, or in local time when there is no zone."""
        key = ((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond
        offset = self.utcoffset()
        return key if offset is None else key - microseconds_of(offset)

    def _order_key(self, other: "time") -> int:
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key()

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other: "time", /) -> bool:
        if not isinstance(other, time):
            return NotImplemented
        return self._order_key(other) < other._key()

    def __le__(self, other: "time", /) -> bool:
        if not isinstance(other, time):
            return NotImplemented
        return self._order_key(other) <= other._key()

    def __gt__(self, other: "time", /) -> bool:
        if not isinstance(other, time):
            return NotImplemented
        return self._order_key(other) > other._key()

    def __ge__(self, other: "time", /) -> bool:
        if not isinstance(other, time):
            return NotImplemented
        return self._order_key(other) >= other._key()

    def __hash__(self) -> int:
        return hash(self._key())


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
