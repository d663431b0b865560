"""range and slice objects: arithmetic, indexing, membership, equality, slice.indices."""


class Window:
    def __getitem__(self, key: object) -> str:
        return repr(key)


def main() -> None:
    for r in (range(5), range(2, 9, 3), range(10, 0, -4), range(0), range(5, 5), range(3, -3, -1)):
        print(r, list(r), len(r), bool(r), r.start, r.stop, r.step, list(reversed(r)))
    r = range(0, 100, 7)
    print(r[3], r[-1], r[2:5], r[::-1], r[100:], 21 in r, 22 in r, 98 in r, -7 in r, r.index(14), r.count(14), r.count(15))
    print(range(0, 10, 3) == range(0, 12, 3), range(0) == range(5, 2), range(3) == [0, 1, 2], hash(range(0)) == hash(range(2, 2)))
    for action in (lambda: r[15], lambda: r.index(5), lambda: range(0, 1, 0)):
        try:
            print(action())
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
    print(range(10 ** 20, 10 ** 20 + 3)[1], list(range(2 ** 63 - 1, 2 ** 63 + 2)), len(range(10 ** 6)), 10 ** 20 in range(10 ** 21))
    s = slice(1, 10, 2)
    print(s, s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(3) == slice(None, 3))
    items = list(range(10))
    print(items[s], items[slice(None)], items[slice(-2, None)], "abcdef"[slice(4, 1, -1)], (1, 2, 3)[slice(0, 2)])
    w = Window()
    print(w[1], w[1:2], w[::], w[:, 1], w[..., 0], w["a":"b"], w[1:2, 3:4])  # type: ignore[misc,unused-ignore]
    try:
        print(items[::0])
    except ValueError as error:
        print(error)
    total = 0
    for i in range(3):
        for j in range(i, 3):
            total += i * j
        i = 100
    print(total, i, max(range(5)), sum(range(5)), sorted(range(5), reverse=True), [*range(3)], dict(zip(range(3), "abc")))


main()
