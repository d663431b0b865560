"""Sine, cosine, tangent and their inverses, in radians; degrees.

Each is a power series on a small interval with the leading terms as pairs, so that the result is
nearly always the correctly rounded one.
"""

from sesha.guest.builtins.float_parts import (
    copy_sign,
    exponent_of,
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    is_negative,
    round_even,
    scale,
)
from sesha.guest.stdlib.math.errors import not_finite, refuse
from sesha.guest.stdlib.math.pairs import Pair, add, divide, multiply, root
from sesha.guest.stdlib.math.reduction import HALF_PI, HALF_PI_LOW, reduce

PI, PI_LOW = 3.141592653589793, 1.2246467991473532e-16
SIXTH, SIXTH_LOW = 0.16666666666666666, 9.25185853854297e-18
TWENTY_FOURTH, TWENTY_FOURTH_LOW = 0.041666666666666664, 2.3129646346357427e-18
THIRD, THIRD_LOW = 0.3333333333333333, 1.850371707708594e-17
FIFTH, FIFTH_LOW = 0.2, -1.1102230246251566e-17
TINY = 1e-9
"""Below, sin(x), tan(x) and the like are x to double precision (but for the sign of the error)."""
RATIO_BITS = 70
"""Ratios beyond 2**RATIO_BITS leave an angle at the nearest axis."""


# --- series -------------------------------------------------------------------------------------
def sine_series(r: float, r_low: float) -> Pair:
    """sin(r + r_low) for |r| up to pi/4: r - r**3/6 + r**5/120 ..."""
    z, z_low = multiply(r, r_low, r, r_low)
    tail = z * (1.0 / 6227020800.0 - z * (1.0 / 1307674368000.0 - z / 355687428096000.0))
    tail = z * (1.0 / 362880.0 - z * (1.0 / 39916800.0 - tail))
    tail = z * (1.0 / 120.0 - z * (1.0 / 5040.0 - tail))
    high, low = add(-SIXTH, -SIXTH_LOW, tail, 0.0)
    high, low = multiply(high, low, z, z_low)
    high, low = multiply(high, low, r, r_low)
    return add(r, r_low, high, low)


def cosine_series(r: float, r_low: float) -> Pair:
    """cos(r + r_low) for |r| up to pi/4: 1 - r**2/2 + r**4/24 ..."""
    z, z_low = multiply(r, r_low, r, r_low)
    tail = z * (1.0 / 87178291200.0 - z * (1.0 / 20922789888000.0 - z / 6402373705728000.0))
    tail = z * (1.0 / 3628800.0 - z * (1.0 / 479001600.0 - tail))
    tail = z * (1.0 / 720.0 - z * (1.0 / 40320.0 - tail))
    high, low = add(TWENTY_FOURTH, TWENTY_FOURTH_LOW, -tail, 0.0)
    high, low = multiply(high, low, z, z_low)
    high, low = add(-0.5, 0.0, high, low)
    high, low = multiply(high, low, z, z_low)
    return add(1.0, 0.0, high, low)


def tangent_series(t: float, t_low: float) -> Pair:
    """atan(t + t_low) for |t| up to 1/8: t - t**3/3 + t**5/5 ..."""
    z, z_low = multiply(t, t_low, t, t_low)
    tail = z * (1.0 / 19.0 - z * (1.0 / 21.0 - z * (1.0 / 23.0 - z / 25.0)))
    tail = z * (1.0 / 13.0 - z * (1.0 / 15.0 - z * (1.0 / 17.0 - tail)))
    tail = z * (1.0 / 7.0 - z * (1.0 / 9.0 - z * (1.0 / 11.0 - tail)))
    high, low = add(FIFTH, FIFTH_LOW, -tail, 0.0)
    high, low = multiply(high, low, z, z_low)
    high, low = add(-THIRD, -THIRD_LOW, high, low)
    high, low = multiply(high, low, z, z_low)
    high, low = multiply(high, low, t, t_low)
    return add(t, t_low, high, low)


# --- sine, cosine, tangent ----------------------------------------------------------------------
def sin(x: float) -> float:
    if not is_finite(x):
        return not_a_result(x)
    if -TINY < x and x < TINY:
        return x - x * x * x * SIXTH if x != 0.0 else x
    angle = reduce(x)
    if angle.quadrant & 1 == 0:
        high, low = sine_series(angle.high, angle.low)
    else:
        high, low = cosine_series(angle.high, angle.low)
    return -(high + low) if angle.quadrant >= 2 else high + low


def cos(x: float) -> float:
    if not is_finite(x):
        return not_a_result(x)
    angle = reduce(x)
    if angle.quadrant & 1 == 0:
        high, low = cosine_series(angle.high, angle.low)
    else:
        high, low = sine_series(angle.high, angle.low)
    return -(high + low) if angle.quadrant == 1 or angle.quadrant == 2 else high + low


def tan(x: float) -> float:
    if not is_finite(x):
        return not_a_result(x)
    if -TINY < x and x < TINY:
        return x + x * x * x * THIRD
    angle = reduce(x)
    sine, sine_low = sine_series(angle.high, angle.low)
    cosine, cosine_low = cosine_series(angle.high, angle.low)
    if angle.quadrant & 1 == 0:
        high, low = divide(sine, sine_low, cosine, cosine_low)
        return high + low
    high, low = divide(cosine, cosine_low, sine, sine_low)
    return -(high + low)


def not_a_result(x: float) -> float:
    """NaN stays NaN, infinity has no sine."""
    if is_infinite(x):
        not_finite(x)
    return x


# --- inverses -----------------------------------------------------------------------------------
def quarter_angle(index: int) -> Pair:
    """atan(index / 4) for 0..4."""
    if index == 0:
        return 0.0, 0.0
    if index == 1:
        return 0.24497866312686414, 1.0698755618734451e-17
    if index == 2:
        return 0.4636476090008061, 2.2698777452961687e-17
    if index == 3:
        return 0.6435011087932844, 1.5834785051444286e-17
    return 0.7853981633974483, 3.061616997868383e-17


def acute_angle(y: float, y_low: float, x: float, x_low: float) -> Pair:
    """The angle of the point (x, y), both pairs of moderate size and not negative."""
    if y > x:
        high, low = acute_angle(x, x_low, y, y_low)
        return add(HALF_PI, HALF_PI_LOW, -high, -low)
    index = int(round_even(4.0 * (y / x)))
    base = index * 0.25
    # tan(a - b) = (y - base * x) / (x + base * y)
    part, part_low = multiply(x, x_low, -base, 0.0)
    top, top_low = add(y, y_low, part, part_low)
    part, part_low = multiply(y, y_low, base, 0.0)
    bottom, bottom_low = add(x, x_low, part, part_low)
    t, t_low = divide(top, top_low, bottom, bottom_low)
    high, low = tangent_series(t, t_low)
    first, second = quarter_angle(index)
    return add(first, second, high, low)


def atan(x: float) -> float:
    if is_nan(x) or (-TINY < x and x < TINY):
        return x - x * x * x * THIRD if x != 0.0 else x
    size = -x if x < 0.0 else x
    high, low = HALF_PI, HALF_PI_LOW
    if size < 1e20:
        high, low = acute_angle(size, 0.0, 1.0, 0.0)
    return -(high + low) if x < 0.0 else high + low


def atan2(y: float, x: float) -> float:
    if is_nan(x) or is_nan(y):
        return x + y
    high, low = angle_of_sizes(-y if is_negative(y) else y, -x if is_negative(x) else x, is_negative(x))
    return copy_sign(high + low, y)


def angle_of_sizes(y: float, x: float, left: bool) -> Pair:
    """The angle of (x, y), or of (-x, y) if `left`, for any sizes from zero to infinity."""
    if y == 0.0 or (x == infinity() and is_finite(y)):
        return (PI, PI_LOW) if left else (0.0, 0.0)
    if x == 0.0 or (y == infinity() and is_finite(x)):
        return HALF_PI, HALF_PI_LOW
    if is_infinite(x):
        high, low = quarter_angle(4)
    else:
        distance = exponent_of(y) - exponent_of(x)
        if distance > RATIO_BITS:
            return HALF_PI, HALF_PI_LOW
        if distance < -RATIO_BITS:
            return (PI, PI_LOW) if left else (y / x, 0.0)
        shift = -exponent_of(x)
        high, low = acute_angle(scale(y, shift), 0.0, scale(x, shift), 0.0)
        if high < 1e-15 and not left:
            return y / x, 0.0
    return add(PI, PI_LOW, -high, -low) if left else (high, low)


def asin(x: float) -> float:
    if is_nan(x) or (-TINY < x and x < TINY):
        return x + x * x * x * SIXTH
    size = -x if x < 0.0 else x
    if size > 1.0:
        refuse("expected a number in range from -1 up to 1", x)
    high, low = other_leg(size)
    high, low = acute_angle(size, 0.0, high, low)
    return -(high + low) if x < 0.0 else high + low


def acos(x: float) -> float:
    if is_nan(x):
        return x
    size = -x if x < 0.0 else x
    if size > 1.0:
        refuse("expected a number in range from -1 up to 1", x)
    high, low = other_leg(size)
    high, low = acute_angle(high, low, size, 0.0)
    if x < 0.0:
        high, low = add(PI, PI_LOW, -high, -low)
    return high + low


def other_leg(x: float) -> Pair:
    """sqrt(1 - x**2) for 0 <= x <= 1."""
    if x == 1.0:
        return 0.0, 0.0
    less, less_low = add(1.0, 0.0, -x, 0.0)
    more, more_low = add(1.0, 0.0, x, 0.0)
    high, low = multiply(less, less_low, more, more_low)
    return root(high, low)


# --- degrees ------------------------------------------------------------------------------------
def degrees(x: float) -> float:
    return x * (180.0 / PI)


def radians(x: float) -> float:
    return x * (PI / 180.0)
