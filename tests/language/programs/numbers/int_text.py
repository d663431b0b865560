"""Integers to text and back: bases, signs, underscores, refused text."""


def attempt(text: str, base: int) -> None:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(type(error).__name__, error)


def main() -> None:
    for value in (0, 1, -1, 255, -255, 10 ** 18, 10 ** 19, -(10 ** 30)):
        print(value, str(value), repr(value), hex(value), oct(value), bin(value))
    for text in ("12", " -7 ", "+5", "1_000", "0", "-0", "00012", "\t9\n"):
        print(int(text))
    print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("1" * 40, 2))
    attempt("", 10)
    attempt("12a", 10)
    attempt("0x12", 10)
    attempt("1__2", 10)
    attempt("_1", 10)
    attempt("9", 8)
    attempt("-", 10)
    attempt("1 2", 10)
    attempt("3", 37)
    print(int("9" * 100) + 1)
    print(len(str(7 ** 500)), str(7 ** 500)[:20], str(7 ** 500)[-20:])
    print(int(3.99), int(-3.99), int(1e20), int(True), int("٣"))
    print((1234567).to_bytes(4, "big"), (-2).to_bytes(2, "little", signed=True))
    print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xfe\xff", "little", signed=True))
    try:
        (300).to_bytes(1, "big")
    except OverflowError as error:
        print(error)
    try:
        (-1).to_bytes(1, "big")
    except OverflowError as error:
        print(error)


main()
