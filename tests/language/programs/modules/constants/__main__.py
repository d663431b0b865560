"""Constants made of other modules' constants, as values and as defaults; tuples of constants."""

import limits
import units
from limits import ALL, LONGEST, WAIT, Timer

TRIPLE = WAIT * 3
EMPTY = ()
NESTED = ((), (1, (2, (3,))), b"\x00", "ü")


def sign(value: int) -> int:
    return -1 if value < 0 else 1


def spread(first: int = TRIPLE, *, last: tuple[object, ...] = NESTED) -> tuple[object, ...]:
    return (first, *last)


print(WAIT, LONGEST, TRIPLE, limits.WAIT == WAIT)
print(ALL, ALL[0] is units.NAMES, len(ALL[0]))
print(Timer().longest(), Timer(1, 2).longest(3, ("x",)), Timer.SECOND)
print(spread(), spread(1, last=()), EMPTY, NESTED[1], hash(NESTED) == hash(((), (1, (2, (3,))), b"\x00", "ü")))
print([sign(n) for n in (-5, 0, 5)], units.HUGE >> 69, -units.HUGE)
try:
    Timer().longest(1, 2)  # type: ignore[arg-type]
except TypeError as error:
    print(type(error).__name__)
for name in NESTED[1]:
    print(name, end=" ")
print()
