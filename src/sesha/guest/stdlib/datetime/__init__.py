"""Dates and times, as the module `datetime` of images.

`delta.py` durations, `zone.py` offsets from UTC, `day.py` dates, `clocktime.py` times of day,
`moment.py` both together, `iso.py` reading ISO 8601. A machine's local time is UTC.
"""

from sesha.guest.stdlib.datetime.clocktime import time
from sesha.guest.stdlib.datetime.day import MAXYEAR, MINYEAR, date
from sesha.guest.stdlib.datetime.delta import timedelta
from sesha.guest.stdlib.datetime.moment import datetime
from sesha.guest.stdlib.datetime.zone import UTC, timezone, tzinfo

__all__ = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"]
