"""The gamma function and the error function, and their companions.

Gamma comes from Stirling's series, which is exact enough from 24 on: smaller arguments are moved
there with Gamma(x + 1) = x * Gamma(x), negative ones by reflection. The error function is a series
of positive terms up to 3; its complement beyond is a continued fraction.
"""

from sesha.guest.builtins.float_logarithm import exp_pair, exp_reduced, log_pair
from sesha.guest.builtins.float_parts import (
    floor,
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    is_negative,
    round_even,
)
from sesha.guest.stdlib.math.errors import out_of_range, refuse
from sesha.guest.stdlib.math.pairs import Pair, add, divide, multiply
from sesha.guest.stdlib.math.trigonometric import PI, PI_LOW, cosine_series, sine_series

STIRLING_FROM = 24.0
HALF_LOG_TWO_PI, HALF_LOG_TWO_PI_LOW = 0.9189385332046728, -3.8782941580672414e-17
TWELFTH, TWELFTH_LOW = 0.08333333333333333, 4.625929269271486e-18
GAMMA_LIMIT = 171.7
"""Gamma of larger numbers is no double."""
GAMMA_TINY = 1e-20
LOG_GAMMA_LARGE = 1e17
NEAR = 1e-5
"""So near to 1 and 2 the logarithm of gamma is taken from its power series there."""
POLE = "expected a noninteger or positive integer"

TWO_OVER_ROOT_PI, TWO_OVER_ROOT_PI_LOW = 1.1283791670955126, 1.533545961316588e-17
SERIES_LIMIT = 3.0
ERF_ONE = 6.0
"""Beyond, erf is 1."""
ERFC_ZERO = 27.3
FRACTION_TERMS = 70


# --- gamma --------------------------------------------------------------------------------------
def stirling(z: float, z_low: float) -> Pair:
    """log(Gamma(z + z_low)) for z of at least STIRLING_FROM."""
    log, log_low = log_pair(z)
    log, log_low = add(log, log_low, z_low / z, 0.0)
    less, less_low = add(z, z_low, -0.5, 0.0)
    high, low = multiply(less, less_low, log, log_low)
    high, low = add(high, low, -z, -z_low)
    high, low = add(high, low, HALF_LOG_TWO_PI, HALF_LOG_TWO_PI_LOW)
    first, first_low = divide(TWELFTH, TWELFTH_LOW, z, z_low)
    high, low = add(high, low, first, first_low)
    w = 1.0 / (z * z)
    tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 3617.0 / 122400.0))
    tail = 1.0 / 360.0 - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail))
    return add(high, low, -tail * w / z, 0.0)


def moved(x: float, x_low: float) -> tuple[Pair, Pair]:
    """A pair of x moved up by whole steps until Stirling's series holds, and the product of the
    steps: Gamma(x) is Gamma(first) / second."""
    product = (1.0, 0.0)
    place = (x, x_low)
    while place[0] < STIRLING_FROM:
        product = multiply(product[0], product[1], place[0], place[1])
        place = add(place[0], place[1], 1.0, 0.0)
    return place, product


def sine_of_turns(x: float) -> Pair:
    """sin(pi * x) without its sign."""
    rest = abs(x - round_even(x)) if abs(x) < 1e15 else 0.0
    if rest > 0.25:
        high, low = multiply(0.5 - rest, 0.0, PI, PI_LOW)
        return cosine_series(high, low)
    high, low = multiply(rest, 0.0, PI, PI_LOW)
    return sine_series(high, low)


def is_whole(x: float) -> bool:
    return floor(x) == x


def gamma(x: float, /) -> float:
    if is_nan(x) or x == infinity():
        return x
    if is_infinite(x) or x == 0.0 or (x < 0.0 and is_whole(x)):
        refuse(POLE, x)
    if abs(x) < GAMMA_TINY:
        result = 1.0 / x
    elif x > GAMMA_LIMIT:
        result = infinity()
    elif x > 0.0:
        result = gamma_of_positive(x)
    else:
        result = gamma_of_negative(x)
    if is_infinite(result):
        out_of_range()
    return result


def gamma_of_positive(x: float) -> float:
    place, product = moved(x, 0.0)
    log, log_low = stirling(place[0], place[1])
    if product[0] == 1.0:
        return exp_pair(log, log_low)
    high, low = exp_reduced(log, log_low, 0.0) if log < 0.3 else exponential(log, log_low)
    high, low = divide(high, low, product[0], product[1])
    return high + low


def exponential(x: float, x_low: float) -> Pair:
    """exp(x + x_low) as a pair, for a result well within the range."""
    half, half_low = x * 0.00390625, x_low * 0.00390625
    result = exp_reduced(half, half_low, 0.0)
    for _ in range(8):
        result = multiply(result[0], result[1], result[0], result[1])
    return result


def gamma_of_negative(x: float) -> float:
    """pi / (sin(pi * x) * Gamma(1 - x)), with the sign that alternates from pole to pole."""
    if x < -190.0:
        size = 0.0
    else:
        start, start_low = add(1.0, 0.0, -x, 0.0)
        place, product = moved(start, start_low)
        log, log_low = stirling(place[0], place[1])
        sine, sine_low = sine_of_turns(x)
        high, low = divide(PI, PI_LOW, sine, sine_low)
        high, low = multiply(high, low, product[0], product[1])
        more, more_low = log_pair(high)
        more, more_low = add(more, more_low, low / high, 0.0)
        more, more_low = add(more, more_low, -log, -log_low)
        size = exp_pair(more, more_low)
    return -size if int(floor(x)) % 2 != 0 else size


def lgamma(x: float, /) -> float:
    """The logarithm of the absolute value of gamma."""
    if not is_finite(x):
        return x if is_nan(x) else infinity()
    if x <= 0.0 and is_whole(x):
        refuse(POLE, x)
    if x == 1.0 or x == 2.0:
        return 0.0
    if abs(x) < GAMMA_TINY:
        high, low = log_pair(abs(x))
        return -(high + low)
    if abs(x - 1.0) < NEAR:
        return near_one(x - 1.0)
    if abs(x - 2.0) < NEAR:
        return near_two(x - 2.0)
    if x > LOG_GAMMA_LARGE:
        high, low = log_pair(x)
        result = x * (high - 1.0)
        if is_infinite(result):
            out_of_range()
        return result
    if x > 0.0:
        high, low = log_gamma_of_positive(x, 0.0)
        return high + low
    start, start_low = add(1.0, 0.0, -x, 0.0)
    high, low = log_gamma_of_positive(start, start_low)
    sine, sine_low = sine_of_turns(x)
    ratio, ratio_low = divide(PI, PI_LOW, sine, sine_low)
    more, more_low = log_pair(ratio)
    more, more_low = add(more, more_low, ratio_low / ratio, 0.0)
    high, low = add(more, more_low, -high, -low)
    return high + low


def near_one(e: float) -> float:
    """log(Gamma(1 + e)): Euler's constant and zeta(2)/2, zeta(3)/3, zeta(4)/4."""
    tail = 0.8224670334241132 - e * (0.40068563438653143 - e * 0.27058080842778454)
    return e * (e * tail - 0.5772156649015329)


def near_two(e: float) -> float:
    """log(Gamma(2 + e)): the same with one taken off each."""
    tail = 0.3224670334241132 - e * (0.0673523010531981 - e * 0.020580808427784546)
    return e * (e * tail + 0.42278433509846713)


def log_gamma_of_positive(x: float, x_low: float) -> Pair:
    place, product = moved(x, x_low)
    high, low = stirling(place[0], place[1])
    if product[0] == 1.0:
        return high, low
    less, less_low = log_pair(product[0])
    less, less_low = add(less, less_low, product[1] / product[0], 0.0)
    return add(high, low, -less, -less_low)


# --- error function -----------------------------------------------------------------------------
def gaussian(x: float) -> Pair:
    """exp(-x**2) as a pair."""
    high, low = multiply(x, 0.0, x, 0.0)
    return exponential(-high, -low)


def erf_series(x: float) -> Pair:
    """erf of 0 <= x <= 3: 2 / sqrt(pi) * exp(-x**2) * x * (1 + 2x**2/3 + (2x**2)**2/(3*5) ...)"""
    square, square_low = multiply(x, 0.0, x, 0.0)
    term, term_low = x, 0.0
    high, low = x, 0.0
    odd = 3.0
    while term > high * 1e-25:
        term, term_low = multiply(term, term_low, 2.0 * square, 2.0 * square_low)
        term, term_low = divide(term, term_low, odd, 0.0)
        high, low = add(high, low, term, term_low)
        odd += 2.0
    factor, factor_low = gaussian(x)
    high, low = multiply(high, low, factor, factor_low)
    return multiply(high, low, TWO_OVER_ROOT_PI, TWO_OVER_ROOT_PI_LOW)


def erfc_fraction(x: float) -> float:
    """erfc of x >= 3: exp(-x**2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / ...)))"""
    high, low = x, 0.0
    count = FRACTION_TERMS
    while count > 0:
        high, low = divide(0.5 * count, 0.0, high, low)
        high, low = add(x, 0.0, high, low)
        count -= 1
    high, low = divide(0.5 * TWO_OVER_ROOT_PI, 0.5 * TWO_OVER_ROOT_PI_LOW, high, low)
    square, square_low = multiply(x, 0.0, x, 0.0)
    log, log_low = log_pair(high)
    log, log_low = add(log, log_low, low / high, 0.0)
    log, log_low = add(log, log_low, -square, -square_low)
    return exp_pair(log, log_low)


def erf(x: float, /) -> float:
    if is_nan(x) or x == 0.0:
        return x
    size = abs(x)
    if size >= ERF_ONE:
        result = 1.0
    elif size > SERIES_LIMIT:
        result = 1.0 - erfc_fraction(size)
    else:
        high, low = erf_series(size)
        result = high + low
    return -result if is_negative(x) else result


def erfc(x: float, /) -> float:
    """1 - erf(x), without losing its digits where erf is near 1."""
    if is_nan(x):
        return x
    if x > SERIES_LIMIT:
        return erfc_fraction(x) if x < ERFC_ZERO else 0.0
    if x < -ERF_ONE:
        return 2.0
    if x < -SERIES_LIMIT:
        return 2.0 - erfc_fraction(-x)
    high, low = erf_series(abs(x))
    if x < 0.0:
        high, low = -high, -low
    high, low = add(1.0, 0.0, -high, -low)
    return high + low
