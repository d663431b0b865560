"""Read times by a format: the directives of `strptime`. Used by `time` and `datetime`; the locale is C."""

from sesha.guest.stdlib._calendar import (
    DAY_NAMES,
    MONTH_NAMES,
    date_of,
    day_number,
    day_of_year,
    days_in_month,
    iso_week_one,
)
from sesha.guest.stdlib._strftime import COMPOUND, Fields


class _Reader:
    """A text that is being read by a format: what was found so far."""

    def __init__(self, text: str, format: str) -> None:
        self.text = text
        self.format = format
        self.at = 0
        self.year = -1
        self.iso_year = -1
        self.month = 1
        self.day = 1
        self.has_month_or_day = False
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.afternoon = -1
        self.twelve_hour = False
        self.weekday = -1
        self.yearday = -1
        self.week = -1
        self.week_starts_monday = True
        self.iso_week = -1
        self.zone = ""
        self.offset: int | None = None
        self.offset_fraction = 0

    def mismatch(self) -> ValueError:
        return ValueError(f"time data {self.text!r} does not match format {self.format!r}")

    def number(self, most: int, low: int, high: int) -> int:
        """A number of at most so many digits within the bounds, as CPython's patterns take it."""
        text = self.text
        start = self.at
        end = start
        while end < len(text) and end - start < most and text[end].isdecimal():
            end += 1
        while end > start:
            value = int(text[start:end])
            if low <= value <= high:
                self.at = end
                return value
            end -= 1
        raise self.mismatch()

    def exactly(self, digits: int) -> int:
        end = self.at + digits
        piece = self.text[self.at : end]
        if len(piece) < digits or not piece.isdecimal():
            raise self.mismatch()
        self.at = end
        return int(piece)

    def name(self, names: list[str], length: int) -> int:
        """The index of one of the names, cut to `length` if that is not 0; letter case is free."""
        rest = self.text[self.at : self.at + 9].lower()
        for index in range(len(names)):
            name = names[index][:length] if length else names[index]
            if rest.startswith(name.lower()):
                self.at += len(name)
                return index
        raise self.mismatch()

    def space(self) -> None:
        """White space in the format takes any amount of it, at least one."""
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        if self.at == start:
            raise self.mismatch()

    def literal(self, character: str) -> None:
        if self.text[self.at : self.at + 1].lower() != character.lower():
            raise self.mismatch()
        self.at += 1

    def zone_offset(self) -> None:
        """+hhmm, +hh:mm, either with seconds and fraction; or Z."""
        text = self.text
        sign = text[self.at : self.at + 1]
        self.at += 1
        if sign == "Z":
            self.offset = 0
            return
        if sign != "+" and sign != "-":
            raise self.mismatch()
        hours = self.exactly(2)
        colon = text.startswith(":", self.at)
        self.at += 1 if colon else 0
        minutes = self.exactly(2)
        seconds = 0
        separator = ":" if colon else ""
        after = self.at + len(separator)
        if text.startswith(separator, self.at) and text[after : after + 2].isdecimal():
            self.at = after
            seconds = self.exactly(2)
            if text.startswith(".", self.at):
                self.at += 1
                self.offset_fraction = self.fraction()
        if minutes > 59 or seconds > 61:
            raise self.mismatch()
        total = hours * 3600 + minutes * 60 + seconds
        self.offset = -total if sign == "-" else total
        if sign == "-":
            self.offset_fraction = -self.offset_fraction

    def fraction(self) -> int:
        """Up to six digits of a fraction, in millionths."""
        start = self.at
        while self.at < len(self.text) and self.at - start < 6 and self.text[self.at].isdecimal():
            self.at += 1
        if self.at == start:
            raise self.mismatch()
        return int(self.text[start : self.at].ljust(6, "0"))

    def zone_name(self) -> None:
        rest = self.text[self.at : self.at + 3].lower()
        if rest == "utc" or rest == "gmt":
            self.zone = rest.upper()
            self.at += 3
        elif rest:
            raise self.mismatch()

    def date_directive(self, letter: str) -> bool:
        if letter == "Y":
            self.year = self.exactly(4)
        elif letter == "m":
            self.month = self.number(2, 1, 12)
            self.has_month_or_day = True
        elif letter == "d" or letter == "e":
            if letter == "e" and self.text.startswith(" ", self.at):
                self.at += 1
            elif letter == "d" and self.text.startswith(" ", self.at) and self.at + 1 < len(self.text):
                self.at += 1
            self.day = self.number(2, 1, 31)
            self.has_month_or_day = True
        elif letter == "y":
            short = self.exactly(2)
            self.year = short + (2000 if short <= 68 else 1900)
        elif letter == "j":
            self.yearday = self.number(3, 1, 366)
        elif letter == "B":
            self.month = self.name(MONTH_NAMES, 0) + 1
            self.has_month_or_day = True
        elif letter == "b":
            self.month = self.name(MONTH_NAMES, 3) + 1
            self.has_month_or_day = True
        elif letter == "A":
            self.weekday = self.name(DAY_NAMES, 0)
        elif letter == "a":
            self.weekday = self.name(DAY_NAMES, 3)
        elif letter == "w":
            self.weekday = (self.number(1, 0, 6) + 6) % 7
        elif letter == "u":
            self.weekday = self.number(1, 1, 7) - 1
        elif letter == "U" or letter == "W":
            self.week = self.number(2, 0, 53)
            self.week_starts_monday = letter == "W"
        elif letter == "G":
            self.iso_year = self.exactly(4)
        elif letter == "V":
            self.iso_week = self.number(2, 0, 53)
        else:
            return False
        return True

    def time_directive(self, letter: str) -> bool:
        if letter == "H":
            self.hour = self.number(2, 0, 23)
        elif letter == "M":
            self.minute = self.number(2, 0, 59)
        elif letter == "S":
            self.second = self.number(2, 0, 61)
        elif letter == "I":
            self.hour = self.number(2, 1, 12)
            self.twelve_hour = True
        elif letter == "p":
            self.afternoon = self.name(["AM", "PM"], 0)
        elif letter == "f":
            self.microsecond = self.fraction()
        elif letter == "z":
            self.zone_offset()
        elif letter == "Z":
            self.zone_name()
        else:
            return False
        return True

    def read(self, format: str) -> None:
        """Take the text apart by the format."""
        at = 0
        length = len(format)
        while at < length:
            character = format[at]
            at += 1
            if character.isspace():
                while at < length and format[at].isspace():
                    at += 1
                self.space()
            elif character != "%":
                self.literal(character)
            else:
                if at == length:
                    raise ValueError(f"stray % in format '{self.format}'")
                letter = format[at]
                at += 1
                compound = COMPOUND.get(letter) if letter in "cxXDFTRr" else None
                if compound is not None:
                    self.read(compound)
                elif letter == "%":
                    self.literal("%")
                elif not self.date_directive(letter) and not self.time_directive(letter):
                    raise ValueError(f"'{letter}' is a bad directive in format '{self.format}'")


def _settle_hour(r: _Reader) -> None:
    if not r.twelve_hour:
        return
    if r.hour == 12:
        r.hour = 0
    if r.afternoon == 1:
        r.hour += 12


def _check_iso(r: _Reader) -> None:
    """The combinations of ISO directives that say too little or contradict each other."""
    if r.iso_year >= 0:
        if r.yearday >= 0:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                "Use '%Y' instead."
            )
        if r.iso_week < 0 or r.weekday < 0:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                "weekday directive ('%A', '%a', '%w', or '%u')."
            )
    elif r.iso_week >= 0:
        if r.year < 0 or r.weekday < 0:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a "
                "weekday directive ('%A', '%a', '%w', or '%u')."
            )
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. "
            "Use the ISO year '%G' instead."
        )


def _settle_day(r: _Reader) -> int:
    """Derive year, month and day from weeks or the day of the year; the day number."""
    year = r.year
    if r.year < 0:
        # 29 February needs a leap year when no year was given.
        year = 1904 if r.month == 2 and r.day == 29 and r.has_month_or_day else 1900
    if r.iso_year >= 0 and r.iso_week >= 0:
        number = iso_week_one(r.iso_year) + (r.iso_week - 1) * 7 + r.weekday
        year, r.month, r.day = date_of(number)
    elif r.yearday < 0 and r.week >= 0 and r.weekday >= 0 and r.year >= 0:
        first = (day_number(year, 1, 1) + 6) % 7
        weekday = r.weekday
        if not r.week_starts_monday:
            first = (first + 1) % 7
            weekday = (weekday + 1) % 7
        number = day_number(year, 1, 1) + r.week * 7 - first + weekday
        if first == 0:
            number -= 7
        year, r.month, r.day = date_of(number)
    elif r.yearday >= 0:
        number = day_number(year, 1, 1) + r.yearday - 1
        year, r.month, r.day = date_of(number)
    else:
        if r.day > days_in_month(year, r.month):
            raise ValueError("day is out of range for month")
        number = day_number(year, r.month, r.day)
    r.year = 1900 if r.year < 0 and r.iso_year < 0 and r.yearday < 0 else year
    return number


def parsed(text: str, format: str) -> Fields:
    """The time that the text says, read by the format."""
    r = _Reader(text, format)
    r.read(format)
    if r.at != len(text):
        raise ValueError(f"unconverted data remains: {text[r.at :]}")
    _check_iso(r)
    _settle_hour(r)
    number = _settle_day(r)
    fields = Fields(r.year, r.month, r.day, r.hour, r.minute, r.second)
    fields.microsecond = r.microsecond
    fields.weekday = r.weekday if r.weekday >= 0 else (number + 6) % 7
    fields.yearday = r.yearday if r.yearday >= 0 else day_of_year(r.year, r.month, r.day)
    fields.zone = r.zone
    fields.offset_seconds = r.offset
    fields.offset_fraction = r.offset_fraction
    return fields
