"""Small integers: every operator, floor division and remainder with all signs, precedence."""


def table(a: int, b: int) -> None:
    print(a, b, a + b, a - b, a * b, a & b, a | b, a ^ b)
    if b != 0:
        print(a // b, a % b, divmod(a, b), a / b)


def shifts(a: int, n: int) -> None:
    print(a << n, a >> n, ~a, -a, +a, abs(a))


def main() -> None:
    for a in (7, -7, 0, 1, -1, 255):
        for b in (3, -3, 1, -1, 2):
            table(a, b)
    for a in (0, 1, -1, 5, -5, 1023):
        shifts(a, 3)
    a0 = 2
    print(2 + 3 * 4 - 10 // 3 ** 2 % 5, -2 ** 2, (-2) ** 2, 2 ** -1, 0 ** 0, 7 ** 3)
    print(1 < 2 < 3, 3 > 2 > 2, 1 == 1 != a0, not 3, 5 and 0, 0 or 9, 1 <= 1 >= 1)
    x = 10
    x += 5
    x -= 3
    x *= 4
    x //= 5
    x %= 7
    x <<= 4
    x |= 3
    x ^= 1
    x &= 0xFE
    x >>= 1
    x **= 3
    print(x)
    try:
        print(x // (x - x))
    except ZeroDivisionError as error:
        print(type(error).__name__)
    try:
        print(x % (x - x))
    except ZeroDivisionError as error:
        print(type(error).__name__)
    try:
        print(1 << (x - x - 1))
    except ValueError as error:
        print(error)
    try:
        print(1 >> (x - x - 1))
    except ValueError as error:
        print(error)
    print(0b1011, 0o17, 0xFF, 1_000_000)


main()
