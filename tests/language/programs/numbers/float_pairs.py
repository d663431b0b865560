"""Every operator on pairs of floats, powers, text in both directions, rounding, hashes."""


def show(text: str) -> None:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)


def ops(a: float, b: float) -> None:
    print(a, b, a + b, a - b, a * b, a < b, a <= b, a == b, a != b, a > b, a >= b)
    try:
        print(a / b)
    except ZeroDivisionError as error:
        print("zero")
    try:
        print(a // b, a % b, divmod(a, b))
    except ZeroDivisionError as error:
        print("zero")


def powers(a: float, b: float) -> None:
    try:
        print(a ** b)
    except ZeroDivisionError:
        print("zero power")
    except OverflowError as error:
        print(error)


def main() -> None:
    inf = 1e400
    values = [0.0, -0.0, 1.0, -1.5, 0.1, 3.0, -7.25, 1e300, -1e300, 5e-324, 2.5e-310, 123456789.123, 1e16, 1e22, inf, -inf, inf - inf, 2.0 ** 256, 2.0 ** -256, 1e-200]
    for a in values:
        for b in values:
            ops(a, b)
    for a in (0.0, 1.0, 2.0, 0.5, 10.0, 1e10, 1.0000001, inf, 3.7):
        for b in (0.0, 1.0, 2.0, 0.5, -1.0, -2.5, 3.0, 100.0, 1e10, -inf, inf, 1 / 3):
            powers(a, b)
    print((-2.0) ** 3.0, (-2.0) ** -3.0, (-0.0) ** 3.0, (-inf) ** 3.0)
    x = 0.1
    for i in range(60):
        print(x, -x, f"{x:.3f} {x:e} {x:g} {x:.10g} {x:.0f} {x:%}")
        x = x * 7.3
    x = 1.0
    for i in range(330):
        x = x / 10.0
        print(x)
    for text in ("1", "1.5", "-1e10", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "NaN", " 3.5 ", "1_000.5", "1__0", "_1", "1_.5", "1e1_0", "", ".", "5.", ".5", "e5", "1e", "1e+", "0x10", "abc", "1.7976931348623157e308", "1.7976931348623159e308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "9007199254740993", "9007199254740993.00000000000000000000000001", "123456789012345678901234567890", "0." + "0" * 400 + "1e400", "1" * 400 + "e-400", "0.1e-6", "8.5e-5", "+.5e-3", "\u0661.5", "1,5", "--1", "infi", "1 2", "1e5 "):
        show(text)
    for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20, 0.49999999999999994):
        print(round(v), round(v, 1), round(v, 2), int(v), v.is_integer(), v.hex(), v.as_integer_ratio(), abs(-v))
    print(round(1234.5678, -2), round(1e300, 5), round(0.5, 400), round(5e-324, 323), round(-0.04, 1))
    for h in ("0x1.8p1", "0x1p-1074", "-0x.8p0", "1.8", "inf", "-nan", "0x1.fffffffffffffp1023", "  0xAp0 "):
        print(float.fromhex(h))
    print(hash(1.0), hash(0.5), hash(-1.0), hash(1e300), hash(inf), hash(-inf), hash(0.1), hash(-2.5), hash(2.0 ** 61), hash(2.0 ** 70 + 2.0 ** 20), hash(5e-324))
    print(1.0 == 1, 1.5 > 1, 2 ** 60 == 2.0 ** 60, 2 ** 60 + 1 == 2.0 ** 60, 1 < 1.5, 3 >= 3.0, 10 ** 20 < 1e20, 10 ** 20 <= 1e20)
    print(1 + 0.5, 2 * 1.5, 3 - 0.25, 1 / 4.0, 7 // 2.0, 7 % 2.5, 2 ** 0.5, 2.0 ** 3, True + 0.5, 10 ** -2)
    s = [0.1] * 10
    print(max(s), min(1.5, 2), {1.0: "a"}[1], 2.0 in [1, 2], (1.5, 2), [1e100, -1e-100])
    print(float("1e22"), 1e23, 1.0e5, 123456.0, 1e15, 1e16, 1e17, 0.0001, 0.00001, 1234567890123456.7)
    print(float(True), float(7), float("  2.5\n"), float(), float(b"1.5"), bool(0.0), bool(0.1), str(1.5), int(1e18), int(-1e19))


main()
