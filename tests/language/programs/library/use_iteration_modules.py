"""copy, singledispatch, descriptors by caches on methods, itertools corners, ChainMap and friends."""
import copy
import functools
import heapq
import itertools
import operator
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque
from typing import Any


class Node:
    def __init__(self, name: str, children: list["Node"]) -> None:
        self.name = name
        self.children = children
        self.weight = 1.5


class Shape:
    @functools.lru_cache(maxsize=2)
    def area(self, n: int) -> int:
        print("compute", n)
        return n * n


@functools.singledispatch
def describe(x: Any) -> str:
    return "thing"


@describe.register(int)
def _(x: int) -> str:
    return f"int {x}"


@describe.register(list)
def _(x: list[Any]) -> str:
    return f"list {len(x)}"


def deco(f: Any) -> Any:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return ("wrapped", f(*args, **kwargs))

    return wrapper


@deco
def target(a: int, b: int = 2) -> int:
    return a + b


def main() -> None:
    leaf = Node("leaf", [])
    root = Node("root", [leaf, leaf])
    twin = copy.deepcopy(root)
    print(twin.name, twin.children[0] is twin.children[1], twin.children[0] is leaf, twin.weight)
    shallow = copy.copy(root)
    print(shallow.children is root.children, shallow is root)
    data: dict[str, Any] = {"a": [1, {2, 3}], "b": (4, [5])}
    other = copy.deepcopy(data)
    other["a"][0] = 9
    print(data, other["a"][0], copy.copy([1, 2]), copy.deepcopy((1, "x")))
    s = Shape()
    print(s.area(2), s.area(2), s.area(3), s.area(4), s.area(2))
    print(describe(3), describe([1]), describe("s"))
    print(target(1), target(1, b=5), target.__name__)
    print(list(itertools.zip_longest("abc", [1], fillvalue=0)), list(itertools.pairwise([1, 2, 3])))
    print(list(itertools.compress("abcd", [1, 0, 1])), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
    a, b = itertools.tee([1, 2, 3])
    print(next(a), list(b), list(a), list(itertools.islice(itertools.cycle("ab"), 5)))
    print(list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
    print(list(itertools.combinations_with_replacement("ab", 2)), list(itertools.chain.from_iterable([[1], [2]])))
    print(list(heapq.merge([1, 4], [2, 3])), heapq.nsmallest(2, [3, 1, 2]))
    print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], list(ChainMap({"a": 1}, {"b": 2})))
    c = Counter("hello")
    c.update("low")
    print(c["l"], c.total(), sorted((c - Counter("lo")).items()))
    dq = deque(range(5), 3)
    dq.rotate(1)
    print(dq, list(reversed(dq)), dq.index(2), 4 in dq)
    od = OrderedDict(a=1)
    od["b"] = 2
    print(od.popitem(last=False), list(od), od == {"b": 2})
    dd: defaultdict[str, int] = defaultdict(int)
    for ch in "abca":
        dd[ch] += 1
    print(sorted(dd.items()), dd.get("zz"), "zz" in dd)
    ud = UserDict({"k": 1})
    ud["j"] = 2
    print(ud, len(ud), sorted(ud), "k" in ud)
    print(operator.itemgetter(1, 0)("ab"), operator.add(1, 2), operator.contains([1], 1))
    print(functools.partial(int, base=2)("101"), functools.reduce(lambda x, y: x * y, range(1, 6)))


main()
