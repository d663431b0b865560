"""Write times by a format: the directives of `strftime`.

Used by `time` and `datetime`, which fill in or take out `Fields`. The locale is C. The platform's
oddities are those of glibc: an unknown directive stands for itself.
"""

from sesha.guest.stdlib._calendar import (
    DAY_NAMES,
    MONTH_NAMES,
    day_number,
    iso_calendar,
)


class Fields:
    """A broken-down time; zone and microsecond only where the caller has them."""

    def __init__(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = 0
        self.weekday = 0
        self.yearday = 1
        self.offset = ""
        self.offset_colons = ""
        self.zone = ""
        self.offset_seconds: int | None = None
        self.offset_fraction = 0


def _two(value: int) -> str:
    return "0" + str(value) if value < 10 else str(value)


def _twelve(hour: int) -> int:
    return (hour + 11) % 12 + 1


def _week(yearday: int, weekday: int) -> int:
    """The number of the week, weeks beginning on the day that `weekday` counts as 0."""
    return (yearday + 6 - weekday) // 7


def _date_text(f: Fields, letter: str) -> str | None:
    if letter == "Y":
        return str(f.year)
    if letter == "m":
        return _two(f.month)
    if letter == "d":
        return _two(f.day)
    if letter == "e":
        return str(f.day).rjust(2)
    if letter == "y":
        return _two(f.year % 100)
    if letter == "C":
        return _two(f.year // 100)
    if letter == "j":
        return str(f.yearday).zfill(3)
    if letter == "B":
        return MONTH_NAMES[f.month - 1]
    if letter == "b" or letter == "h":
        return MONTH_NAMES[f.month - 1][:3]
    if letter == "A":
        return DAY_NAMES[f.weekday]
    if letter == "a":
        return DAY_NAMES[f.weekday][:3]
    if letter == "w":
        return str((f.weekday + 1) % 7)
    if letter == "u":
        return str(f.weekday + 1)
    if letter == "U":
        return _two(_week(f.yearday, (f.weekday + 1) % 7))
    if letter == "W":
        return _two(_week(f.yearday, f.weekday))
    if letter in "GgV":
        year, week, _ = iso_calendar(day_number(f.year, f.month, f.day), f.year)
        if letter == "V":
            return _two(week)
        return str(year) if letter == "G" else _two(year % 100)
    return None


def _time_text(f: Fields, letter: str) -> str | None:
    if letter == "H":
        return _two(f.hour)
    if letter == "M":
        return _two(f.minute)
    if letter == "S":
        return _two(f.second)
    if letter == "I":
        return _two(_twelve(f.hour))
    if letter == "k":
        return str(f.hour).rjust(2)
    if letter == "l":
        return str(_twelve(f.hour)).rjust(2)
    if letter == "p":
        return "AM" if f.hour < 12 else "PM"
    if letter == "P":
        return "am" if f.hour < 12 else "pm"
    if letter == "z":
        return f.offset
    if letter == "Z":
        return f.zone
    if letter == "s":
        days = day_number(f.year, f.month, f.day) - day_number(1970, 1, 1)
        return str(((days * 24 + f.hour) * 60 + f.minute) * 60 + f.second)
    return None


COMPOUND = {
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "c": "%a %b %e %H:%M:%S %Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}
_PLAIN = {"%": "%", "n": "\n", "t": "\t"}


def _directive(f: Fields, letter: str, with_fraction: bool) -> str:
    if letter == "f" and with_fraction:
        return str(f.microsecond).zfill(6)
    plain = _PLAIN.get(letter)
    if plain is not None:
        return plain
    compound = COMPOUND.get(letter)
    if compound is not None:
        return formatted(f, compound, with_fraction)
    text = _date_text(f, letter)
    if text is None:
        text = _time_text(f, letter)
    return "%" + letter if text is None else text


def _padded(text: str, flag: str) -> str:
    """The text of a directive with one of glibc's flags."""
    if flag == "-":
        bare = text.lstrip("0 ")
        return bare if bare or not text else "0"
    if flag == "^":
        return text.upper()
    if flag == "_":
        bare = text.lstrip("0") or "0"
        return bare.rjust(len(text))
    return text.strip().rjust(len(text), "0")


def formatted(f: Fields, format: str, with_fraction: bool) -> str:
    """The time, written as the format says; `%f` and `%:z` are only datetime's."""
    pieces: list[str] = []
    at = 0
    length = len(format)
    while True:
        percent = format.find("%", at)
        if percent < 0 or percent + 1 >= length:
            pieces.append(format[at:])
            return "".join(pieces)
        pieces.append(format[at:percent])
        letter = format[percent + 1]
        at = percent + 2
        if letter == ":" and with_fraction and format.startswith("z", at):
            pieces.append(f.offset_colons)
            at += 1
        elif letter in "-_^0" and at < length:
            pieces.append(_padded(_directive(f, format[at], with_fraction), letter))
            at += 1
        else:
            pieces.append(_directive(f, letter, with_fraction))
