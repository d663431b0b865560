"""dict: insertion order, views, methods, merging, key equality, errors, deletion while small."""


def main() -> None:
    ages = {"ann": 31, "bob": 25}
    ages["cid"] = 40
    ages["ann"] = 32
    print(ages, len(ages), ages["bob"], "cid" in ages, "dan" in ages, list(ages), ages.get("dan"), ages.get("dan", 0))
    for missing in ("dan", "it's"):
        try:
            print(ages[missing])
        except KeyError as error:
            print(type(error).__name__, error, error.args)
    print(list(ages.keys()), list(ages.values()), list(ages.items()), sorted(ages), max(ages, key=lambda name: ages[name]))
    del ages["ann"]
    ages["ann"] = 1
    print(ages, ages.pop("bob"), ages.pop("zed", -1), ages.popitem(), ages)
    try:
        del ages["nobody"]
    except KeyError as error:
        print(error)
    try:
        dict[str, int]().popitem()
    except KeyError as error:
        print(error)
    print(ages.setdefault("eve", 5), ages.setdefault("eve", 6), ages)
    ages.update({"fay": 1}, gil=2)
    ages.update([("hal", 3)])
    ages |= {"ann": 9}
    print(ages, ages | {"x": 1}, {**ages, "cid": 0}, dict(a=1, b=2), dict([(1, 2)]), dict.fromkeys("ab", 0), dict.fromkeys([1]))
    print({1: "a", 1.0: "b", True: "c"}, {0: 1} == {0.0: 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} != {1: 1})
    print(ages.keys() & {"ann", "zed"}, sorted(ages.keys() - {"ann"}), {"ann": 9}.items() <= ages.items(), sorted({1: 1}.keys() | {2}))
    print("keys", ages.keys(), ages.values(), ages.items(), list(reversed(ages)), list(reversed(ages.items()))[0])
    try:
        for name in ages:
            ages[name + "!"] = 0
    except RuntimeError as error:
        print(error)
    try:
        for name in list(ages):
            if name.endswith("!"):
                del ages[name]
        print(ages)
        hash(ages)  # type: ignore[arg-type,unused-ignore]
    except TypeError as error:
        print(error)
    squares = {n: n * n for n in range(5) if n != 2}
    inverse = {v: k for k, v in squares.items()}
    print(squares, inverse, {}, dict(), bool({}), {1: {2: {3: {}}}})
    copy = squares.copy()
    copy.clear()
    print(copy, squares, next(iter(squares)), next(iter(squares.items())), sum(squares.values()), 16 in squares.values(), (1, 1) in squares.items())
    mixed: dict[object, object] = {None: 1, "k": None, (1, 2): [3], 2.5: {}, b"x": b"y", frozenset([1]): 0}
    print(mixed, mixed[None], mixed[(1, 2)])
    recursive: dict[str, object] = {}
    recursive["self"] = recursive
    print(recursive)


main()
