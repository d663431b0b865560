"""A NaN is found by identity; the parts of real numbers."""

import math


def main() -> None:
    nan = float("nan")
    inf = 1e400
    print(nan in [nan], [nan] == [nan], nan is nan, (nan,) == (nan,), nan == nan, {nan: 1}[nan], [nan].index(nan), inf in [inf])
    print((5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real, (2.5).imag, True.real)
    print(math.nan in [math.nan, 1.0], int.__name__)
main()
