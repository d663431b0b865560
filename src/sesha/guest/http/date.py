"""Write the value of the Date field (RFC 9110 5.6.7)."""

from mypy_extensions import i64

SECOND = 1_000_000_000
DAY = 86_400
WEEKDAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")
"""From 1 January 1970 on."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def format_date(seconds: i64) -> str:
    """IMF-fixdate of seconds since 1970: `Sun, 06 Nov 1994 08:49:37 GMT`."""
    days = seconds // DAY
    rest = seconds % DAY
    year, month, day = civil_date(days)
    time = f"{two_digits(rest // 3600)}:{two_digits(rest // 60 % 60)}:{two_digits(rest % 60)}"
    return f"{WEEKDAYS[days % 7]}, {two_digits(day)} {MONTHS[month - 1]} {year} {time} GMT"


def two_digits(number: i64) -> str:
    return f"{number // 10}{number % 10}"


def civil_date(days: i64) -> tuple[int, int, int]:
    """Year, month and day of a day since 1970-01-01, reckoned in years that begin in March."""
    shifted = days + 719_468  # days since 1 March of the year 0
    era = shifted // 146_097  # of 400 years
    day_of_era = shifted % 146_097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    year = year_of_era + era * 400 + (1 if month <= 2 else 0)
    return year, month, day
