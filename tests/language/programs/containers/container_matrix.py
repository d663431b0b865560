"""Every container by its display, operators, slices and views; sets of numbers in CPython's order."""

def check(name: str, value: object) -> None:
    print(name, value, flush=True)

t = (1, 2.5, "x", None, True)
check("tuple", t)
s = {3, 1, 2}
check("set", s)
check("set2", {10, 5, 100, 7, 3, 64, 33})
check("ops", s | {9, 8})
check("and", s & {1, 9})
check("sub", s - {1})
check("xor", s ^ {1, 77})
check("frozen", frozenset([1, 2, 3]))
check("hash", hash((1, 2, 3)) == hash((1, 2, 3)))
print(hash((1, 2, 3)), hash(frozenset([1, 2])), hash(2.5), hash(10**20), hash(None) != 5)
xs = [5, 3, 9, 1]
check("sorted", sorted(xs))
check("rev", sorted(xs, reverse=True))
check("key", sorted(["bb", "a", "ccc"], key=len))
check("slices", (xs[1:3], xs[::-1], xs[-2:], xs[:1]))
xs[1:3] = [7, 7, 7]
check("setslice", xs)
del xs[::2]
check("del", xs)
xs.extend((1, 2))
xs.insert(0, 42)
check("ins", xs)
check("pop", (xs.pop(), xs.pop(0), xs))
xs.reverse()
check("rev", xs)
check("idx", (xs.index(7), xs.count(7), 7 in xs, 8 in xs))
check("mul", xs * 2 + [0])
check("cmp", ([1, 2] < [1, 3], [1, 2] == [1, 2], [1] != [2], [2] > [1, 5]))
d: dict[str, int] = {}
for i in range(20):
    d["k" + str(i)] = i
check("dict", d)
for i in range(0, 20, 3):
    del d["k" + str(i)]
check("dict", d)
check("get", (d.get("k1"), d.get("zz"), d.get("zz", 5), d.pop("k2"), d.pop("qq", None), d.setdefault("new", 8)))
check("keys", list(d.keys()))
check("values", list(d.values()))
check("items", list(d.items())[:3])
check("view", d.keys())
check("popitem", d.popitem())
check("or", {"a": 1} | {"b": 2, "a": 3})
check("eq", ({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}))
for key, value in d.items():
    if value > 15:
        print(key, value)
check("enum", list(enumerate("abc", 1)))
check("zip", list(zip([1, 2, 3], "ab")))
check("map", list(map(str, [1, 2])))
check("filter", list(filter(None, [0, 1, 2])))
check("reversed", list(reversed([1, 2, 3])))
check("sum", (sum([1, 2, 3]), sum([0.5, 0.25]), min(3, 1, 2), max([4, 9, 2]), any([0, 1]), all([])))
check("range", (list(range(5)), list(range(10, 0, -3)), range(3), 4 in range(5), range(10)[2:8:2]))
a, *b, c = [1, 2, 3, 4]
check("unpack", (a, b, c))
