"""Time zones: the interface `tzinfo`, and `timezone` for fixed offsets from UTC."""

from typing import TYPE_CHECKING, Any, ClassVar

from sesha.guest.stdlib.datetime.delta import microseconds_of, timedelta

if TYPE_CHECKING:
    from sesha.guest.stdlib.datetime.moment import datetime

_DAY = 86400 * 1_000_000


class tzinfo:
    """What a zone can be asked; programs may derive their own."""

    __module__ = "datetime"

    def tzname(self, dt: "datetime | None", /) -> str | None:
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt: "datetime | None", /) -> timedelta | None:
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt: "datetime | None", /) -> timedelta | None:
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt: "datetime", /) -> "datetime":
        """The same moment in this zone's time; `dt` is UTC with this zone as its tzinfo."""
        offset = self.utcoffset(dt)
        saving = self.dst(dt)
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = dt + (offset - saving)
        saving = self.dst(standard)
        if saving is None:
            raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
        return standard + saving


def offset_text(offset: timedelta, separator: str) -> str:
    """The offset as +hh:mm, with seconds and microseconds when it has them."""
    total = microseconds_of(offset)
    sign = "-" if total < 0 else "+"
    total = abs(total)
    seconds = total // 1_000_000
    text = f"{sign}{seconds // 3600:02d}{separator}{seconds // 60 % 60:02d}"
    if total % 60_000_000:
        text += f"{separator}{seconds % 60:02d}"
        if total % 1_000_000:
            text += f".{total % 1_000_000:06d}"
    return text


class timezone(tzinfo):
    """A fixed offset from UTC, perhaps with a name."""

    __module__ = "datetime"

    # Set below, when the class exists.
    utc: ClassVar[Any] = None
    min: ClassVar[Any] = None
    max: ClassVar[Any] = None

    def __init__(self, offset: timedelta, name: str | None = None) -> None:
        if not -_DAY < microseconds_of(offset) < _DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt: "datetime | None", /) -> timedelta:
        return self._offset

    def dst(self, dt: "datetime | None", /) -> None:
        return None

    def tzname(self, dt: "datetime | None", /) -> str:
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + offset_text(self._offset, ":")

    def fromutc(self, dt: "datetime", /) -> "datetime":
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self) -> str:
        if self._name is None and not self._offset:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self) -> str:
        return self.tzname(None)

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, timezone):
            return NotImplemented
        return self._offset == other._offset

    def __hash__(self) -> int:
        return hash(self._offset)


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc
