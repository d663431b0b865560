"""Large products and quotients: identities that a wrong carry or split would break."""


def power(base: int, exponent: int) -> int:
    result = 1
    while exponent:
        if exponent & 1:
            result *= base
        base *= base
        exponent >>= 1
    return result


def check(a: int, b: int) -> bool:
    quotient, remainder = divmod(a, b)
    return quotient * b + remainder == a and 0 <= remainder < b


def main() -> None:
    a = power(3, 4000)
    b = power(7, 2500) + 12345
    print(a.bit_length(), b.bit_length(), a % 1_000_000_007, b % 998_244_353)
    print((a + b) * (a - b) == a * a - b * b, (a * b) // a == b, (a * b) // b == a, (a * b) % a)
    print(check(a, b), check(a * a, b), check(a * b + 1, b), check(b, a), check(a * a * a, a + 1))
    print(power(3, 4000) == 3 ** 4000, pow(3, 4000, 10 ** 20), (a * a) % (10 ** 20))
    square = (1 << 3000) - 1
    print(square * square == (1 << 6000) - (1 << 3001) + 1, (square * square).bit_count())
    text = str(a)
    print(len(text), text[:10], text[-10:], int(text) == a)
    print((1 << 5000) // ((1 << 2500) - 1) == (1 << 2500) + 1, (1 << 5000) % ((1 << 2500) - 1))
    root = 10 ** 200
    for _ in range(12):
        root = (root + (2 * 10 ** 300) // root) // 2
    total = sum(int(digit) for digit in str(2 ** 3000))
    print(total, str(root)[:8])


main()
