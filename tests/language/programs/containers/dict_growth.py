"""dict and set under load: growth, many deletions, colliding and hostile keys, order kept."""


class Key:
    """Equal by name; every key has the same hash."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        return 7

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self) -> str:
        return f"Key({self.name})"


class Angry:
    def __hash__(self) -> int:
        raise ValueError("do not hash me")


def main() -> None:
    table: dict[int, int] = {}
    for i in range(10_000):
        table[i * 7919 % 100_003] = i
    print(len(table), sum(table), sum(table.values()), list(table)[:5], list(table.items())[-1])
    for i in range(0, 10_000, 2):
        del table[i * 7919 % 100_003]
    for i in range(100):
        table[-i - 1] = i
    print(len(table), list(table)[:3], list(table)[-3:], min(table), max(table), table.get(7919, "none"))
    words: dict[str, int] = {}
    for i in range(5000):
        word = "w" + str(i % 700)
        words[word] = words.get(word, 0) + 1
    print(len(words), words["w0"], words["w699"], sum(words.values()), list(words)[:3])
    collisions = {Key(str(i)): i for i in range(50)}
    print(len(collisions), collisions[Key("49")], Key("50") in collisions, collisions.pop(Key("3")), len(collisions))
    try:
        print({Angry(): 1})
    except ValueError as error:
        print(error)
    try:
        print(collisions[Angry()])  # type: ignore[index]
    except ValueError as error:
        print(error)
    numbers = {i % 1000 for i in range(5000)}
    numbers -= set(range(0, 1000, 3))
    print(len(numbers), sum(numbers), 999 in numbers, 998 in numbers)
    queue: dict[int, str] = {}
    for i in range(20_000):
        queue[i] = "x"
        if i >= 5:
            del queue[i - 5]
    print(list(queue))
    big = {1 << 70: "big", 2.0 ** 70: "same"}
    print(big, big[1 << 70], {-1: "a", -2: "b", -1.0: "c"}, hash(1) == hash(1.0) == hash(True), hash(2 ** 61 - 1) == hash(0))


main()
