"""Augmented assignment and multiple targets: evaluated once, in-place where it exists, order of effects."""


class Tracker:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.data = {"k": [1]}

    def get(self, label: str) -> "Tracker":
        self.log.append(label)
        return self

    def index(self, label: str, value: int) -> int:
        self.log.append(label)
        return value


def value(label: str, result: int, log: list[str]) -> int:
    log.append(label)
    return result


def main() -> None:
    t = Tracker()
    t.get("object").data["k"] += [2, 3]
    print(t.data, t.log)
    items = [10, 20, 30]
    t.log.clear()
    items[t.index("index", 1)] += t.index("value", 5)
    print(items, t.log)
    alias = items
    items += [40]
    print(alias, alias is items)
    items = items + [50]
    print(alias, alias is items)
    pair: tuple[int, ...] = (1, 2)
    same = pair
    pair += (3,)
    text = original = "a"
    text += "b"
    print(pair, same, text, original)
    locked = ([1], 2)
    try:
        locked[0] += [9]  # type: ignore[index]
    except TypeError as error:
        print(locked, error)
    log: list[str] = []
    table = {value("key", 1, log): value("value", 2, log), value("key2", 3, log): value("value2", 4, log)}
    print(table, log)
    log.clear()
    table[value("target", 5, log)] = value("source", 6, log)
    print(log, [value("a", 1, log), value("b", 2, log)], value("c", 3, log) + value("d", 4, log) * value("e", 5, log), log)
    x = [1, 2, 3]
    x[0], x[1], x[2] = x[2], x[0], x[1]
    i = 0
    i, x[i] = 2, 100
    print(x, i)
    a, b = c, d = 1, 2
    (a, b), [c, *d_rest] = (b, a), [c, d, d]
    print(a, b, c, d, d_rest)
    numbers = {1, 2}
    other = numbers
    numbers |= {3}
    numbers &= {2, 3}
    print(sorted(other), numbers is other)
    count = {"n": 0}
    count["n"] += 1
    count["n"] *= 10
    f = 2.0
    f **= 3
    f //= 3
    f %= 1.5
    n = 2 ** 62
    n += n
    n -= 1
    n >>= 60
    print(count, f, n)


main()
