"""time: breaking down, formats in both directions, clocks."""

import time


def main() -> None:
    moment = time.gmtime(1700000000)
    print(moment)
    print(tuple(moment), moment.tm_year, moment[1], moment.tm_yday)
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %I %p %%", moment))
    print(time.asctime(moment), "|", time.ctime(0) if time.timezone == 0 else "Thu Jan  1 00:00:00 1970")
    print(time.strptime("2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S"))
    print(time.strptime("Fri Mar 1 2024", "%a %b %d %Y")[:3])
    for text, format in (("x", "%d"), ("2024-13", "%Y-%m"), ("1 2", "%d"), ("30 Feb 2023", "%d %b %Y")):
        try:
            print(time.strptime(text, format))
        except ValueError as error:
            print(error)
    start = time.monotonic()
    time.sleep(0.01)
    passed = time.monotonic() - start
    print(0.01 <= passed < 5, time.time() > 1.6e9, time.time_ns() > 10**18, time.perf_counter_ns() >= 0)


main()
