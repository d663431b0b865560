"""set and frozenset: algebra, methods, comparison, hashing, errors."""


def main() -> None:
    a = {1, 2, 3, 4}
    b = {3, 4, 5}
    print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), len(a), 3 in a, 9 not in a)
    print(sorted(a.union(b, [9])), sorted(a.intersection([1, 2, 9], {1})), sorted(a.difference(b, [1])), sorted(a.symmetric_difference(b)))
    print(a <= a, a < a, {1, 2} < a, a >= {1}, a > b, a == {4, 3, 2, 1}, a != b, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]))
    a.add(10)
    a.add(10)
    a.discard(1)
    a.discard(99)
    a.update([20, 21], (22,))
    print(sorted(a))
    for action in ("remove", "pop"):
        try:
            if action == "remove":
                a.remove(99)
            else:
                set[int]().pop()
        except KeyError as error:
            print(type(error).__name__, error)
    a &= {10, 20, 30}
    a |= {1}
    a -= {10}
    a ^= {1, 2}
    print(sorted(a), set(), frozenset(), {1}, frozenset([1]), repr(set("a")), bool(set()), {"only"})
    frozen = frozenset([1, 2, 3])
    print(sorted(frozen | {9}), type(frozen | {9}).__name__, type({9} | frozen).__name__, hash(frozen) == hash(frozenset([3, 2, 1])), frozen == {1, 2, 3})
    print({frozen: "value"}[frozenset([3, 1, 2])], frozenset([frozen]) == {frozen}, sorted(len(s) for s in {frozen, frozenset()}))
    try:
        print({[]})  # type: ignore[type-var,unused-ignore]
    except TypeError as error:
        print(type(error).__name__)
    print(sorted({x % 3 for x in range(10)}), sorted(set("hello")), {1, 1.0, True}, len({0, False, 0.0, ""}), sorted({(1, 2), (0, 5)}))
    try:
        for x in a:
            a.add(x + 100)
    except RuntimeError as error:
        print(error)
    copy = a.copy()
    copy.clear()
    print(copy, len(a) > 0, sum({1, 2, 3}), max({4, 9}), sorted({"b", "a"}), sorted([{3}, {1, 2}], key=len), {1, 2} == frozenset({1, 2}))
    one = {42}
    print(one.pop(), one, set([1]) | set([1]), [x for x in {7}], {*[1], *(1,)}, 5 in {5: 1}, frozenset("a") <= set("ab"))
    try:
        print({1} | [2])  # type: ignore[operator]
    except TypeError as error:
        print(error)


main()
