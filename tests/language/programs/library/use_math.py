"""math: functions, constants, exactness at the edges, domain errors."""

import math
from typing import Any


def attempt(function: Any, *args: float) -> None:
    try:
        print(function(*args))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__)


def main() -> None:
    print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
    print(math.sqrt(2), math.sqrt(0.0), math.isqrt(10 ** 30), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), math.fabs(-3))
    print(math.gcd(12, 18), math.gcd(0, 5), math.lcm(4, 6), math.factorial(20), math.factorial(25), math.comb(10, 3), math.perm(5, 2), math.prod([1.5, 2, 3]))
    print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1e308), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.75), math.frexp(8.5), math.ldexp(0.5, 4))
    print(math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.degrees(math.pi), math.radians(180), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.remainder(7, 4))
    for x in (0.0, 0.5, 1.0, 2.0, -1.5, 10.0):
        print(round(math.sin(x), 12), round(math.cos(x), 12), round(math.tan(x), 12), round(math.exp(x), 9), round(math.atan(x), 12), round(math.tanh(x), 12))
    for x in (0.5, 1.0, 2.0, 10.0, 1e10):
        print(round(math.log(x), 12), round(math.log2(x), 12), round(math.log10(x), 12), round(math.log1p(x), 12), math.cbrt(x) > 0)
    print(math.log(8, 2), math.log10(1000), math.log2(1 << 40), round(math.log(10 ** 400), 9), math.exp(0), math.pow(2, 0.5), math.atan2(1, -1), math.asin(1), math.acos(-1))
    attempt(math.sqrt, -1)
    attempt(math.log, 0)
    attempt(math.log, -1)
    attempt(math.exp, 1000)
    attempt(math.acos, 2)
    attempt(math.factorial, -1)
    attempt(math.floor, math.inf)
    attempt(math.floor, math.nan)
    attempt(math.pow, 10, 400)
    attempt(math.fmod, 1, 0)


main()
