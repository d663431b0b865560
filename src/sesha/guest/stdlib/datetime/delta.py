"""Durations: `timedelta`, exact in microseconds.

One whole number of microseconds is the truth; days, seconds and microseconds are read off it.
"""

from typing import Any, ClassVar

_SECOND = 1_000_000
_DAY = 86400 * _SECOND
_MOST_DAYS = 999999999


def rounded_quotient(numerator: int, denominator: int) -> int:
    """The nearest integer to a fraction, ties to even."""
    quotient = numerator // denominator
    rest = (numerator - quotient * denominator) * 2
    if denominator < 0:
        rest, denominator = -rest, -denominator
    if rest > denominator or (rest == denominator and quotient % 2 == 1):
        quotient += 1
    return quotient


def _whole_microseconds(value: float, unit: int) -> tuple[int, float]:
    """`value * unit` as whole microseconds, and the rest of it that is a fraction of one."""
    whole = int(value)
    fraction = (value - whole) * unit
    kept = int(fraction)
    return whole * unit + kept, fraction - kept


def _rounded(rest: float, total: int) -> int:
    """The rest as a whole number; of two that are as near, the one that makes the total even."""
    whole = round(rest)
    if abs(whole - rest) == 0.5 and (total + whole) % 2 == 1:
        return whole + 1 if whole < rest else whole - 1
    return whole


class timedelta:
    """The difference between two points of time."""

    __module__ = "datetime"

    # Set below, when the class exists.
    min: ClassVar[Any] = None
    max: ClassVar[Any] = None
    resolution: ClassVar[Any] = None

    def __init__(
        self,
        days: float = 0,
        seconds: float = 0,
        microseconds: float = 0,
        milliseconds: float = 0,
        minutes: float = 0,
        hours: float = 0,
        weeks: float = 0,
    ) -> None:
        total = 0
        rest = 0.0
        for value, unit in (
            (days, _DAY),
            (seconds, _SECOND),
            (milliseconds, 1000),
            (minutes, 60 * _SECOND),
            (hours, 3600 * _SECOND),
            (weeks, 7 * _DAY),
        ):
            if isinstance(value, int):
                total += value * unit
            else:
                whole, fraction = _whole_microseconds(value, unit)
                total += whole
                rest += fraction
        if isinstance(microseconds, int):
            total += microseconds
        else:
            total += int(microseconds)
            rest += microseconds - int(microseconds)
        total += _rounded(rest, total)
        self._total = _checked(total)

    @property
    def days(self) -> int:
        return self._total // _DAY

    @property
    def seconds(self) -> int:
        return self._total % _DAY // _SECOND

    @property
    def microseconds(self) -> int:
        return self._total % _SECOND

    def total_seconds(self) -> float:
        return self._total / _SECOND

    def __repr__(self) -> str:
        parts: list[str] = []
        for name, value in (
            ("days", self.days),
            ("seconds", self.seconds),
            ("microseconds", self.microseconds),
        ):
            if value:
                parts.append(f"{name}={value}")
        return "datetime.timedelta(" + (", ".join(parts) if parts else "0") + ")"

    def __str__(self) -> str:
        seconds = self.seconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        days = self.days
        if days:
            text = f"{days} day{'' if abs(days) == 1 else 's'}, {text}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return text

    def __add__(self, other: "timedelta", /) -> "timedelta":
        if not isinstance(other, timedelta):
            return NotImplemented
        return of_microseconds(self._total + other._total)

    def __radd__(self, other: "timedelta", /) -> "timedelta":
        return self.__add__(other)

    def __sub__(self, other: "timedelta", /) -> "timedelta":
        if not isinstance(other, timedelta):
            return NotImplemented
        return of_microseconds(self._total - other._total)

    def __rsub__(self, other: "timedelta", /) -> "timedelta":
        if not isinstance(other, timedelta):
            return NotImplemented
        return of_microseconds(other._total - self._total)

    def __neg__(self) -> "timedelta":
        return of_microseconds(-self._total)

    def __pos__(self) -> "timedelta":
        return self

    def __abs__(self) -> "timedelta":
        return of_microseconds(abs(self._total))

    def __mul__(self, other: Any, /) -> "timedelta":
        if isinstance(other, int):
            return of_microseconds(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return of_microseconds(rounded_quotient(self._total * numerator, denominator))
        return NotImplemented

    def __rmul__(self, other: Any, /) -> "timedelta":
        return self.__mul__(other)

    def __floordiv__(self, other: Any, /) -> Any:
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return of_microseconds(self._total // other)
        return NotImplemented

    def __truediv__(self, other: Any, /) -> Any:
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return of_microseconds(rounded_quotient(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return of_microseconds(rounded_quotient(self._total * denominator, numerator))
        return NotImplemented

    def __mod__(self, other: "timedelta", /) -> "timedelta":
        if not isinstance(other, timedelta):
            return NotImplemented
        return of_microseconds(self._total % other._total)

    def __divmod__(self, other: "timedelta", /) -> tuple[int, "timedelta"]:
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient = self._total // other._total
        return quotient, of_microseconds(self._total - quotient * other._total)

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total == other._total

    def __lt__(self, other: "timedelta", /) -> bool:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total < other._total

    def __le__(self, other: "timedelta", /) -> bool:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total <= other._total

    def __gt__(self, other: "timedelta", /) -> bool:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total > other._total

    def __ge__(self, other: "timedelta", /) -> bool:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total >= other._total

    def __hash__(self) -> int:
        return hash(self._total)

    def __bool__(self) -> bool:
        return self._total != 0


def _checked(total: int) -> int:
    days = total // _DAY
    if not -(1 << 31) <= days < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    if not -_MOST_DAYS <= days <= _MOST_DAYS:
        raise OverflowError(f"days={days}; must have magnitude <= {_MOST_DAYS}")
    return total


def of_microseconds(total: int) -> timedelta:
    """The duration of so many microseconds."""
    result = timedelta()
    result._total = _checked(total)
    return result


def microseconds_of(duration: timedelta) -> int:
    return duration._total


timedelta.min = of_microseconds(-_MOST_DAYS * _DAY)
timedelta.max = of_microseconds((_MOST_DAYS + 1) * _DAY - 1)
timedelta.resolution = of_microseconds(1)
