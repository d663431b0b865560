"""Digits of floats: the same as CPython's for repr, formatting, rounding and reading."""

import math
import random
import struct
from collections.abc import Iterator

import pytest

from sesha.guest.builtins import float_decimal, float_text, int_division

pytestmark = pytest.mark.fast

AWKWARD = [
    5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
    9007199254740991.0, 9007199254740992.0, 9007199254740993.0, 1e15, 1e16, 1e17, 123456789012345680.0,
    1e22, 1e23, 9.5e-5, 1e-5, 0.0001, 0.1, 0.3, 1 / 3, 2.5, 0.5, 4.35, 1.005, 2.675, 1e300, 5e-300,
    2.0**-44, 2.0**60, 2.0**64, 2.0**-1021, 8.41e21, 2.0**89, 9.999999999999999e22,
]  # fmt: skip


def doubles(seed: int, count: int) -> Iterator[float]:
    source = random.Random(seed)
    yield from AWKWARD
    for _ in range(count):
        value = struct.unpack("<d", struct.pack("<Q", source.getrandbits(63)))[0]
        if math.isfinite(value) and value > 0:
            yield value
        yield source.random() * 10 ** source.randint(-6, 17)
        yield round(source.random() * 1000, source.randint(0, 6)) or 1.0
        yield 2.0 ** source.randint(-1074, 1023)
        yield float(source.getrandbits(source.randint(1, 90)) or 1)


@pytest.fixture(autouse=True)
def host_integers(monkeypatch: pytest.MonkeyPatch) -> None:
    """CPython's ints in place of words."""
    monkeypatch.setattr(float_decimal, "power", pow)
    monkeypatch.setattr(int_division, "to_i64", int)
    monkeypatch.setattr(int_division, "bit_length", lambda value: value.bit_length())


def test_repr() -> None:
    for value in doubles(1, 3000):
        assert float_text.repr_float(value) == repr(value)
        assert float_text.repr_float(-value) == repr(-value)
    for value in (0.0, -0.0, math.inf, -math.inf):
        assert float_text.repr_float(value) == repr(value)
    assert float_text.repr_float(math.nan) == "nan"


def test_the_exact_method_alone() -> None:
    for value in doubles(2, 2000):
        found = float_decimal.shortest_exact(value)
        text = str(found.significand)
        assert float_text.lay_out(text, len(text) + found.exponent) == repr(value)


def test_significant_digits() -> None:
    source = random.Random(3)
    for value in doubles(3, 700):
        count = source.choice((1, 2, 3, 6, 15, 17, 20, 60))
        mantissa, _, exponent = f"{value:.{count - 1}e}".partition("e")
        text, point = float_text.digits(value, 2, count)
        assert text == mantissa.replace(".", "").rstrip("0")
        assert point == int(exponent) + 1


def test_decimals() -> None:
    source = random.Random(4)
    for value in doubles(4, 700):
        if value > 1e40:
            continue
        count = source.choice((0, 1, 2, 6, 9, 20))
        whole, _, fraction = f"{value:.{count}f}".partition(".")
        text, point = float_text.digits(value, 3, count)
        wanted = (whole + fraction).lstrip("0").rstrip("0")
        assert text == (wanted or "0")
        if wanted:
            assert point == len((whole + fraction).lstrip("0")) - count


def test_round() -> None:
    source = random.Random(5)
    for value in doubles(5, 700):
        decimals = source.choice((-400, -20, -2, -1, 0, 1, 2, 3, 10, 16, 300, 400))
        try:
            wanted = round(value, decimals)
        except OverflowError:
            with pytest.raises(OverflowError):
                float_text.round_decimal(value, decimals)
            continue
        assert float_text.round_decimal(value, decimals) == wanted
        assert math.copysign(1, float_text.round_decimal(-value, decimals)) == -1


def test_reading() -> None:
    source = random.Random(6)
    for value in doubles(6, 500):
        count = source.choice((1, 5, 16, 17, 18, 25, 40))
        mantissa, _, exponent = f"{value:.{count}e}".partition("e")
        digits = mantissa.replace(".", "")
        got = float_decimal.nearest_decimal(int(digits), int(exponent) - count, len(digits.lstrip("0")))
        assert got == float(f"{value:.{count}e}")


def test_reading_halfway() -> None:
    """The exact decimal of a midpoint goes to even, one digit more goes up."""
    for value in doubles(7, 200):
        if value > 1e300:
            continue
        up = math.nextafter(value, math.inf)
        a, b = value.as_integer_ratio()
        c, d = up.as_integer_ratio()
        numerator, denominator = a * d + c * b, 2 * b * d
        shift = denominator.bit_length() - 1
        significand = numerator * 5**shift // (denominator >> shift)
        even = value if float_decimal.mantissa_of(value) % 2 == 0 else up
        length = len(str(significand))
        assert float_decimal.nearest_decimal(significand, -shift, length) == even
        assert float_decimal.nearest_decimal(significand * 10 + 1, -shift - 1, length + 1) == up


def test_quotients_of_ints() -> None:
    source = random.Random(8)
    for _ in range(3000):
        a = source.getrandbits(source.randint(1, 1100)) + 1
        b = source.getrandbits(source.randint(1, 1100)) + 1
        try:
            wanted = a / b
        except OverflowError:
            wanted = math.inf
        assert int_division.nearest_ratio(a, b) == wanted
        if wanted < math.inf:
            assert int_division.nearest(a, 0, False) == (float(a) if a < 1 << 1023 else math.inf) or a >> 1023
