import units
from units import NAMES, SECOND

WAIT = 5 * SECOND
LONGEST = WAIT * 2 + units.SECOND
ALL = (NAMES, WAIT, -units.HUGE)


class Timer:
    SECOND = 7

    def __init__(self, wait: int = WAIT, step: int = SECOND) -> None:
        self.wait = wait
        self.step = step

    def longest(self, limit: int = LONGEST, names: tuple[object, ...] = NAMES) -> tuple[object, ...]:
        return (limit - self.wait, names[0], self.step)
