"""Ints from text, floats and bytes, and back; what is refused, with its words."""
# needs-python: 3.12


def show(text: str, base: int) -> None:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(repr(text), base, "ValueError", error)


def main() -> None:
    for text in ("0", "12", "-12", "+7", "  42 \n", "1_000", "1__0", "_1", "1_", "", " ", "-", "+-1", "0x1f", "0b101",
                 "0o17", "0x_f", "00", "007", "12a", "zz", "ZZ", "9" * 30, "-" + "8" * 60, "1" * 3000, "f" * 40, "\u0661\u0662",
                 "\u20093\u2009", "1.5", "\u00e9", "0_0", "0x", "-0b11", "1 2"):
        for base in (10, 0, 16, 2, 8, 36, 7):
            show(text, base)
    print(int("77"), int(3.99), int(-3.99), int(1e30), int(True), int(b"12"), int(), int(2.0 ** 70))
    for flt in (1e400, -1e400, 1e400 - 1e400):
        try:
            print(int(flt))
        except (OverflowError, ValueError) as error:
            print(error)
    try:
        print(int("5" * 5000))
    except ValueError as error:
        print(error)
    try:
        print(str(10 ** 5000))
    except ValueError as error:
        print(error)
    print(len(str(10 ** 4000)), str(3 ** 5000)[:40], len(hex(7 ** 4000)))
    for value in (0, 1, 255, 256, -1, -128, -129, 10 ** 20, -(10 ** 20), (1 << 63) - 1, -(1 << 63), 1 << 63):
        for length in (1, 2, 8, 9, 16):
            for order in ("little", "big"):
                for signed in (False, True):
                    try:
                        data = value.to_bytes(length, order, signed=signed)
                        print(value, data, int.from_bytes(data, order, signed=signed))
                    except OverflowError as error:
                        print(value, length, signed, error)
    print((5).to_bytes(), int.from_bytes(b"", "big"), int.from_bytes(bytearray(b"\x01\x02"), "big"))
    print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5, -1), round(15, -1), round(7), round(10 ** 30 + 5, -1))
    print((10).as_integer_ratio(), (7).conjugate(), (-8).bit_length())
    print(f"{12345:,} {255:#x} {-5:+d} {10 ** 25:,} {3:08b} {10**20:e} {1 << 70:o}")
    print(str(True), repr(False), f"{True}", True + True, True & False, True | False, True ^ True, ~True, True == 1, hash(True), True * 5, -True, +True)
    print(True & 3, 3 | True, int(True) + 1, [True, False][True], True < 2, sum([True, True]))
    print(10 ** 30 == 1e30, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e308, -10 ** 400 < -1e400, 5 == 5.0, 5 < 5.5)
    for a, b in ((1, 3), (10 ** 30, 7), (1, 10 ** 30), (2 ** 1000, 3 ** 600), (-7, 2), (2 ** 53 + 1, 1), (10 ** 400, 10 ** 399), (1, 2 ** 1074), (3, 2 ** 1075), (0, -5)):
        print(a / b)
    for a, b in ((10 ** 400, 1), (1, 0), (10 ** 30, 0)):
        try:
            print(a / b)
        except (OverflowError, ZeroDivisionError) as error:
            print(error)
    try:
        print(float(10 ** 400))
    except OverflowError as error:
        print(error)
    print(float(10 ** 22), float(2 ** 53 + 1), float(2 ** 60 + 1), float(-(2 ** 100 + 2 ** 40)))
    for n in (-1, 1 << 70):
        try:
            print(1 << n)
        except (ValueError, OverflowError) as error:
            print(error)
        try:
            print(5 >> n)
        except (ValueError, OverflowError) as error:
            print(error)


main()
