"""Count days: the proleptic Gregorian calendar as arithmetic, and the names of days and months.

Used by `time` and `datetime`. Day 1 is 1 January of year 1. Nothing here knows of time zones: a
machine's local time is UTC.
"""

EPOCH_DAY = 719163
"""The day number of 1 January 1970."""
DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 + (month + (month >> 3) & 1)


def day_of_year(year: int, month: int, day: int) -> int:
    """1 for 1 January."""
    return _DAYS_BEFORE_MONTH[month] + day + (1 if month > 2 and is_leap(year) else 0)


def days_before_year(year: int) -> int:
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def day_number(year: int, month: int, day: int) -> int:
    """How many days from the beginning of the calendar; also for years below 1."""
    return days_before_year(year) + day_of_year(year, month, day)


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    # Years that begin in March have their leap day last, which makes months regular.
    days = number + 305
    era = days // 146097
    rest = days - era * 146097
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    rest -= year * 365 + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year += era * 400
    return (year + 1, month - 9, day) if month > 9 else (year, month + 3, day)


def iso_week_one(year: int) -> int:
    """The day number of the Monday of ISO week 1."""
    first = day_number(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(number: int, year: int) -> tuple[int, int, int]:
    """ISO year, week and weekday of a day that lies in the given calendar year."""
    monday = iso_week_one(year)
    if number < monday:
        year -= 1
        monday = iso_week_one(year)
    elif number >= iso_week_one(year + 1):
        year += 1
        monday = iso_week_one(year)
    return year, (number - monday) // 7 + 1, (number - monday) % 7 + 1
