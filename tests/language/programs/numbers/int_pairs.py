"""Every operator on pairs of ints around the borders of words and limbs."""


def arith(a: int, b: int) -> None:
    print(a + b, a - b, a * b)
    if b != 0:
        print(a // b, a % b, divmod(a, b))
    print(a & b, a | b, a ^ b, ~a, -a, +a, abs(a))
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)
    print(hash(a), bool(a), a.bit_length(), a.bit_count())


def shifts(a: int) -> None:
    for n in (0, 1, 5, 60, 61, 62, 63, 64, 65, 127, 200):
        print(a << n, a >> n)


def main() -> None:
    values = [0, 1, -1, 2, 7, -7, 10, (1 << 61) - 1, 1 << 61, -(1 << 61), -(1 << 61) - 1, 1 << 62,
              (1 << 63) - 1, 1 << 63, (1 << 64) - 1, 1 << 64, -(1 << 64), 10 ** 30, -(10 ** 30), 3 ** 200,
              -(3 ** 201), (1 << 192) - 1, 12345678901234567890]
    for a in values:
        for b in values:
            arith(a, b)
    for a in values:
        shifts(a)
        print(hex(a), oct(a), bin(a))
    print(2 ** 10, (-3) ** 5, 7 ** 0, 0 ** 0, 10 ** 40)
    print(pow(3, 1000, 10 ** 9 + 7), pow(3, -1, 7), pow(10 ** 20, 10 ** 5, 97))
    x = 2
    n = 100
    print(x ** n, x ** -2)
    f = 1
    for i in range(1, 60):
        f *= i
    print(f)
    while f > 0:
        f //= 10 ** 7
        print(f % 1000)


main()
