"""datetime: dates, times, durations, zones, ISO and other formats, errors."""

from datetime import UTC, date, datetime, time, timedelta, timezone


def main() -> None:
    d = date(2024, 2, 29)
    print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d + timedelta(days=366), d - date(2000, 1, 1))
    print(d.replace(day=1), date.fromisoformat("2024-12-31"), date.fromordinal(738000), d.strftime("%d/%m/%y"), f"{d:%Y%m%d}", d < date(2025, 1, 1))
    m = datetime(2024, 2, 29, 13, 5, 9, 123456)
    print(m, repr(m), m.isoformat(), m.isoformat(" ", "minutes"), m.date(), m.time(), m.timetuple()[:6])
    aware = m.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
    print(aware, repr(aware), aware.astimezone(UTC), aware.utcoffset(), aware.tzname(), aware.timestamp())
    print(aware - datetime(2024, 1, 1, tzinfo=UTC), aware > datetime(2024, 1, 1, tzinfo=UTC), m + timedelta(seconds=0.5))
    print(datetime.fromisoformat("2024-02-29T01:02:03.004+02:00"), datetime.fromisoformat("20240229T010203Z"), datetime.fromtimestamp(1e9, UTC))
    print(datetime.strptime("29 Feb 2024 11:59 PM", "%d %b %Y %I:%M %p"), m.strftime("%A %B %j %f %H%%"))
    t = timedelta(days=-1, hours=3, milliseconds=5)
    print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(t), t * 2, t / 4, t // timedelta(hours=1), t % timedelta(hours=5), divmod(t, timedelta(minutes=7)))
    print(timedelta(weeks=1.5), timedelta(0), bool(timedelta(0)), timedelta.max, sorted([timedelta(2), timedelta(1)]), sum([timedelta(1)] * 3, timedelta()))
    print(time(1, 2, 3), repr(time(1, 2)), time(4, 5, tzinfo=UTC), time.fromisoformat("12:34:56.789"), datetime.combine(d, time(7, 8)))
    print({d: 1}[date(2024, 2, 29)], hash(m) == hash(datetime(2024, 2, 29, 13, 5, 9, 123456)), d == datetime(2024, 2, 29), timezone.utc, datetime.max)
    for make in (lambda: date.fromisoformat("nope"), lambda: m - aware, lambda: date.max + timedelta(1)):
        try:
            print(make())
        except (ValueError, TypeError, OverflowError) as error:
            print(type(error).__name__, error)


main()
