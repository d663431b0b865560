"""Reduce angles: x = n * (pi/2) + r with |r| at most pi/4, r as a pair.

Up to about a million, pi/2 in four parts is subtracted, the first three with so few bits that
their multiples are exact. Beyond, as many bits of 2/pi as the exponent calls for are multiplied as
integers (M. Payne and R. Hanek, 1983), so that the result is good for every double.
"""

from sesha.guest.builtins.float_exact import sum_error
from sesha.guest.builtins.float_parts import mantissa_exponent, mantissa_of, round_even, scale
from sesha.guest.stdlib.math.pairs import multiply

QUARTER_PI = 0.7853981633974483
SUBTRACT_LIMIT = 1000000.0
TWO_OVER_PI = 0.6366197723675814
PART_1 = 1.5707963267341256
PART_2 = 6.077100506303966e-11
PART_3 = 2.0222662487111665e-21
PART_4 = 8.4784276603689e-32
HALF_PI, HALF_PI_LOW = 1.5707963267948966, 6.123233995736766e-17

TWO_OVER_PI_BITS = int(
    "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c"
    "fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f"
    "ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08"
    "56033046fc7b",
    16,
)
"""The first 1200 bits of 2/pi after the point."""
STORED_BITS = 1200
FRACTION_BITS = 200


class Angle:
    """high + low, which is what is left of an angle after `quadrant` quarter turns."""

    def __init__(self, high: float, low: float, quadrant: int) -> None:
        self.high = high
        self.low = low
        self.quadrant = quadrant


def reduce(x: float) -> Angle:
    """The angle of a finite x."""
    if -QUARTER_PI <= x and x <= QUARTER_PI:
        return Angle(x, 0.0, 0)
    if -SUBTRACT_LIMIT < x and x < SUBTRACT_LIMIT:
        return subtract_turns(x)
    return multiply_bits(x)


def subtract_turns(x: float) -> Angle:
    count = round_even(x * TWO_OVER_PI)
    first = x - count * PART_1
    part = -count * PART_2
    second = first + part
    low = sum_error(first, part, second)
    part = -count * PART_3
    third = second + part
    low = sum_error(second, part, third) + low - count * PART_4
    high = third + low
    return Angle(high, low - (high - third), int(count) & 3)


def multiply_bits(x: float) -> Angle:
    size = -x if x < 0.0 else x
    exponent = int(mantissa_exponent(size))
    bits = TWO_OVER_PI_BITS >> (STORED_BITS - FRACTION_BITS - exponent)
    product = int(mantissa_of(size)) * bits
    quadrant = product >> FRACTION_BITS
    rest = product & ((1 << FRACTION_BITS) - 1)
    if rest >> (FRACTION_BITS - 1) == 1:
        rest -= 1 << FRACTION_BITS
        quadrant += 1
    first = float(rest)
    second = float(rest - int(first))
    high, low = multiply(scale(first, -FRACTION_BITS), scale(second, -FRACTION_BITS), HALF_PI, HALF_PI_LOW)
    if x < 0.0:
        return Angle(-high, -low, -quadrant & 3)
    return Angle(high, low, quadrant & 3)
