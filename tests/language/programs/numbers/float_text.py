"""Floats to text and back: shortest repr, parsing, rounding, hexadecimal, ratios."""


def main() -> None:
    texts = [
        "1", "1.5", "-2.75e3", " 3.5 ", "1e400", "-1e400", "1e-400", ".5", "5.", "1_0.0_1", "inf", "-Infinity",
        "NaN", "0.1", "123456789012345678901234567890", "2.2250738585072011e-308", "4.35", "9007199254740993",
        "179769313486231570000000000000000000000e270", "1e23", "8.41e21", "5e-324", "2e-324", "3e-324",
    ]
    for text in texts:
        print(text.strip(), float(text))
    for text in ("", "abc", "1e", "e5", "1.2.3", "--1", "0x1p3", "1 2", "infi"):
        try:
            print(float(text))
        except ValueError as error:
            print(error)
    for value in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20, 3.7, -3.2):
        print(round(value), round(value, 1), round(value, 2), int(value), round(value, -1))
    print(round(1234567.891, -3), round(5, -1), round(15, -1), round(25, -1), round(-25, -1), round(12345, 2))
    for value in (1.0, -0.5, 0.1, 3.0, 1e300):
        print(value.hex(), value.is_integer(), value.as_integer_ratio() if value < 1e10 else "large")
    print(float.fromhex("0x1.8p3"), float.fromhex("-0x.1p-4"))
    for value in (1e15, 1e16, 1e17, 123456.789e10, 1e-4, 1e-5, 1.5e-7, 100.0, 1e21, 12345678901234567.0):
        print(value, end=" ")
    print()
    values = [1 / 3, 2 / 3, 10 / 3, 100 / 7, 1e10 / 7, 1e-10 / 7, 2 ** 0.5, 1e100 / 3]
    for value in values:
        assert float(repr(value)) == value
    print(values)


main()
