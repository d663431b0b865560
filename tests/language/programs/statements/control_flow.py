"""if, while, for, else clauses, break, continue, pass, conditional expressions, walrus, chained comparisons."""


def classify(n: int) -> str:
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        pass
    else:
        return "large"
    return "digit"


def search(rows: list[list[int]], wanted: int) -> tuple[int, int] | None:
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if value == wanted:
                break
        else:
            continue
        return i, j
    return None


def while_else(limit: int) -> str:
    n = 0
    while n < 5:
        n += 1
        if n == limit:
            break
        if n % 2:
            continue
    else:
        return "completed"
    return f"broke at {n}"


def collect(text: str) -> list[str]:
    parts: list[str] = []
    position = 0
    while (end := text.find(",", position)) != -1:
        parts.append(text[position:end])
        position = end + 1
    parts.append(text[position:])
    return parts


def log(value: int, seen: list[int]) -> int:
    seen.append(value)
    return value


def unreachable(flag: bool) -> str:
    while True:
        if flag:
            return "out"
        flag = True


def main() -> None:
    print([classify(n) for n in (-5, 0, 7, 70)])
    print(search([[1, 2], [3, 4]], 3), search([[1]], 9), while_else(3), while_else(99), collect("a,b,,c"), unreachable(False))
    seen: list[int] = []
    print(log(1, seen) < log(2, seen) < log(3, seen), seen)
    seen.clear()
    print(log(3, seen) < log(2, seen) < log(1, seen), seen)
    print("yes" if seen else "no", "a" if len(seen) == 1 else "b" if len(seen) == 2 else "c", (x := 5) + x, [y := 1, y + 1])
    if (n := len(seen)) > 1:
        print("n", n)
    total = 0
    for i in range(10):
        if i % 2 == 0:
            continue
        if i > 7:
            break
        total += i
    print(total, i)
    for _ in range(0):
        print("never")
    else:
        print("else of an empty loop")
    aa = bb = cc = [0]
    aa.append(1)
    print(bb, cc, aa is cc)
    i, values = 0, [10, 20]
    i, values[i] = 1, 99
    print(i, values)
    values[0], values[1] = values[1], values[0]
    w, *tail = 1, 2, 3
    (p, q), r = [4, 5], 6
    print(values, w, tail, p, q, r)
    del values[0], aa[:]
    print(values, bb)
    result: int | str
    for item in (1, "two"):
        result = item
        print(result, end=" ")
    print()
    flags = 0
    for bit, name in enumerate(["r", "w", "x"]):
        flags |= (name != "w") << bit
    print(flags, not flags, flags and "set", 0 or None or "last")
    assert flags == 5, "never shown"
    if __debug__:
        print("debug")
    print(1 if True else 2 if False else 3, (lambda v: v or "empty")(""), *[z for z in range(3)], sep=",")


main()
