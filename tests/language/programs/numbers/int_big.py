"""Integers beyond a machine word: growth out of the small range and back into it."""


def factorial(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def edges() -> None:
    for bits in (60, 61, 62, 63, 64, 127, 128):
        high = 1 << bits
        print(bits, high - 1, high, -high, -high - 1)
        print((high - 1) + 1 == high, high - high, (-high) + high, high // 2 == 1 << (bits - 1))
        print((high * high) >> bits == high, -high >> 3, (high + 1) % 1000, -high % 7, high // -3)


def main() -> None:
    edges()
    print(factorial(30))
    print(factorial(60) // factorial(58), factorial(25) % 1_000_007)
    a = 123456789012345678901234567890
    b = 987654321098765432109876543210
    print(a + b, a - b, b - a, a * b, b // a, b % a, divmod(-b, a), divmod(b, -a))
    print(a & b, a | b, a ^ b, ~a, -a & b, a & -b, -a | b, -a ^ -b)
    print(a << 70, b >> 70, -b >> 70, a == a + 0, a < b, -a < a, a != b)
    print(a > 5, 5 < a, -5 > -a, a >= a, a == 5)
    print(pow(a, 3), pow(a, 20, b), pow(3, -1, 7), a ** 2 - a * a)
    print(a.bit_length(), (-a).bit_length(), b.bit_count(), (1 << 64).bit_length())
    print(int(a / 1e10), a / b, b / 3, (a * 10) / a)
    print(bool(a), hash(a) == hash(a + 0), abs(-b) == b, -(-b) == b)
    total = 0
    for i in range(100):
        total += 1 << i
    print(total, total == (1 << 100) - 1)
    while total > 3:
        total //= 1000
    print(total)


main()
