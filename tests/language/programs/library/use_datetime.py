"""datetime and time: arithmetic, formatting, parsing, comparison, time zones of fixed offset."""

import time
from datetime import date, datetime, timedelta, timezone


def main() -> None:
    day = date(2024, 2, 28)
    print(day, repr(day), day + timedelta(days=2), day.weekday(), day.isoweekday(), day.isoformat(), day.toordinal(), day.replace(month=3), date.fromordinal(738000), date.fromisoformat("2023-12-31"))
    print((date(2024, 12, 25) - day).days, day < date(2024, 3, 1), date(2023, 1, 1).isocalendar()[:3], day.timetuple()[7], date.max, date.min)
    moment = datetime(2024, 2, 29, 23, 59, 58, 123456)
    print(moment, repr(moment), moment + timedelta(seconds=2), moment.isoformat(), moment.isoformat(timespec="minutes"), moment.date(), moment.time(), moment.strftime("%Y/%m/%d %H:%M:%S %j %a %A %b %B %p %I %f %%"))
    print(datetime.fromisoformat("2024-01-02T03:04:05.678+02:00"), datetime.strptime("03 Apr 2021 14:05", "%d %b %Y %H:%M"), datetime(2024, 1, 1) - datetime(2023, 12, 31, 23), moment.replace(microsecond=0) == datetime(2024, 2, 29, 23, 59, 58))
    utc = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
    plus = timezone(timedelta(hours=5, minutes=30), "IST")
    print(utc, utc.astimezone(plus), utc.timestamp(), datetime.fromtimestamp(0, timezone.utc), utc == utc.astimezone(plus), plus, utc.tzname(), utc.astimezone(plus).strftime("%z %Z"))
    delta = timedelta(days=1, hours=-3, minutes=5, milliseconds=7)
    print(delta, repr(delta), delta.total_seconds(), delta * 2, delta / 2, -delta, abs(-delta), delta // timedelta(hours=1), timedelta(hours=25), timedelta(microseconds=-1), delta > timedelta(0), sum([delta, delta], timedelta()))
    for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: date.fromisoformat("2023-1-1")):
        try:
            print(bad())
        except ValueError as error:
            print(type(error).__name__)
    try:
        print(utc < moment)
    except TypeError as error:
        print(error)
    before = time.monotonic()
    time.sleep(0.01)
    print(0.005 < time.monotonic() - before < 5, time.time() > 1.6e9, time.perf_counter() >= 0, time.gmtime(0)[:6], time.strftime("%Y-%m-%d", time.gmtime(86400 * 365)), time.time_ns() > 10 ** 18)


main()
