SECOND = 1_000_000_000
NAMES = ("second", "minute", ("hour", 3600, 0.5, None, True))
HUGE = 1 << 70
