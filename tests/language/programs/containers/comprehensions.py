"""Comprehensions and generator expressions: scopes, nesting, conditions, evaluation order."""
# machine: qemu


def noisy(value: int, log: list[str]) -> int:
    log.append(f"n{value}")
    return value


class Table:
    size = 3
    rows = [i * 10 for i in range(3)]

    def cells(self) -> list[tuple[int, int]]:
        return [(i, j) for i in range(self.size) for j in self.rows if j > i * 10]


def main() -> None:
    x = "outer"
    squares = [x * x for x in range(5)]
    print(squares, x)
    print([(a, b) for a in range(3) for b in range(a)], [[j for j in range(i)] for i in range(4)])
    print([n for n in range(20) if n % 2 if n % 3], [n if n % 2 else -n for n in range(5)])
    print({c: ord(c) for c in "abc"}, {k: v for k, v in [("a", 1), ("a", 2)]}, sorted({len(w) for w in ["a", "bb", "cc"]}))
    print(sum(n * n for n in range(10)), max((len(w), w) for w in ["x", "yyy", "zz"]), list(c.upper() for c in "ab"), any(n > 3 for n in range(5)))
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row], [*map(sum, matrix)])
    functions = [lambda: i for i in range(3)]
    bound = [lambda i=i: i * 10 for i in range(3)]
    print([f() for f in functions], [f() for f in bound])
    log: list[str] = []
    result = [noisy(n, log) for n in [3, 1, 2] if noisy(-n, log) < -1]
    print(result, log)
    generator = (noisy(n, log) for n in range(3))
    print(len(log), next(generator), len(log), list(generator), list(generator), log[-2:])
    print(Table.rows, Table().cells())
    y = 5
    print([y for _ in range(2)], [(lambda z: z + y)(n) for n in range(2)], [a + b for a, b in zip([1, 2], [3, 4])], [h for h, *t in [[1, 2], [3]]])
    print([last := n for n in range(4)][-1], last, any((found := n) > 2 for n in range(9)), found)
    print(" ".join(f"{i}:{c}" for i, c in enumerate("abc", 1)), dict((v, k) for k, v in {"a": 1}.items()), tuple(i for i in range(3)))
    primes = [p for p in range(2, 40) if all(p % d for d in range(2, p))]
    print(primes, [i for i in range(5) if i not in primes], list(filter(None, [n % 3 for n in range(7)])))
    try:
        print([1 // (n - 2) for n in range(4)])
    except ZeroDivisionError:
        print("raised inside")


main()
