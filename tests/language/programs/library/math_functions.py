"""math over a range of arguments. Twelve digits: C libraries differ in the last of seventeen."""

import math


def show(*values: float) -> None:
    print(" ".join(f"{value:.12g}" for value in values))


def sweep() -> None:
    x = -30.0
    while x < 30.0:
        show(math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.exp(x), math.sinh(x), math.tanh(x))
        if x > 0:
            show(math.log(x), math.sqrt(x), math.log2(x), x**0.3, math.pow(x, -1.7), math.log10(x), math.log1p(x))
        print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.modf(x), math.frexp(x))
        show(math.atan2(x, 2.0), math.asinh(x), math.expm1(x / 10), math.hypot(x, 3.0), math.cosh(x / 5))
        x += 0.37


def main() -> None:
    sweep()
    show(math.sin(1e300), math.cos(-1e22), math.acos(0.3), math.asin(0.7), math.atanh(0.2), math.acosh(2.0))
    print(math.hypot(3, 4), math.hypot(1.0, 2.0, 3.0), math.dist((1, 2), (4, 6)), math.sqrt(2) * math.sqrt(8))
    print(math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(30), math.comb(50, 25), math.perm(10, 3))
    print(math.isqrt(10**40), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3))
    print(math.copysign(2, -0.0), math.degrees(math.pi), math.radians(180), math.ldexp(0.75, 10))
    print(math.pi, math.e, math.tau, math.inf, math.nan, math.isnan(math.nan), math.isinf(math.inf))
    print(math.fmod(-7.5, 2.0), math.remainder(7.5, 2.0), math.ulp(1.0), math.nextafter(1.0, 2.0))
    print(math.log(10**400), math.log(8, 2), math.log10(1000), math.log2(1 << 80), math.floor(10**30))
    for function in (math.sqrt, math.log, math.asin, math.exp):
        for value in (-2.0, 0.0, 1000.0, math.inf):
            try:
                show(function(value))
            except (ValueError, OverflowError) as error:
                print(type(error).__name__)


main()
