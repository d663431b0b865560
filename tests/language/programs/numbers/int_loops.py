"""Integer loops as programs write them: primes, gcd, collatz, digits, fibonacci past 64 bits."""


def primes(limit: int) -> list[int]:
    sieve = [True] * (limit + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= limit:
        if sieve[i]:
            for j in range(i * i, limit + 1, i):
                sieve[j] = False
        i += 1
    return [i for i, keep in enumerate(sieve) if keep]


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def collatz(n: int) -> int:
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def digits(n: int) -> int:
    total = 0
    while n > 0:
        n, digit = divmod(n, 10)
        total += digit
    return total


def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def overflow_in_the_middle() -> int:
    value = 1
    for i in range(100):
        value = value * 3 + i
        if value > 1 << 80:
            value >>= 75
    return value


def main() -> None:
    print(primes(60), len(primes(5000)))
    print(gcd(1071, 462), gcd(2 ** 70, 6 ** 40), gcd(17, 0))
    print(max((collatz(n), n) for n in range(1, 1000)))
    print(digits(2 ** 200), digits(0))
    print([fibonacci(n) for n in (0, 1, 2, 10, 90, 91, 92, 93, 150)])
    print(overflow_in_the_middle())
    total = 0
    for i in range(10, 0, -3):
        total = total * 10 + i
    else:
        total += 1
    print(total)
    print(sum(range(1_000_001)), sum(i * i for i in range(1000)))


main()
