"""The iterator and generator protocols from both sides, and the modules built on them."""

from collections.abc import Generator, Iterator
from typing import Any


def gen(n: int) -> Generator[int, Any, str]:
    for i in range(n):
        got = yield i
        if got:
            print("got", got, flush=True)
    return "done"


def outer() -> Generator[int, str, None]:
    r = yield from gen(2)
    print("r", r, flush=True)
    try:
        yield 100
    except ValueError as e:
        print("thrown", e, flush=True)
        yield 200
    finally:
        print("closing", flush=True)


print(list(gen(3)), flush=True)
g = outer()
print(next(g), g.send("hello"), next(g), flush=True)
print(g.throw(ValueError("boo")), flush=True)
g.close()
g2 = gen(1)
next(g2)
try:
    next(g2)
except StopIteration as e:
    print("stop", e.value, flush=True)
try:
    next(g2)
except StopIteration as e:
    print("stop", e.value, flush=True)
g3 = gen(5)
try:
    g3.send("x")
except TypeError as e:
    print(e, flush=True)


def bad() -> Iterator[int]:
    yield 1
    raise StopIteration


b = bad()
next(b)
try:
    next(b)
except RuntimeError as e:
    print(e, repr(e.__cause__), flush=True)


def ignore() -> Iterator[int]:
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass


i = ignore()
next(i)
try:
    i.close()  # type: ignore
except RuntimeError as e:
    print(e, flush=True)


class Count:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> "Count":
        return self

    def __next__(self) -> int:
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Seq:
    def __getitem__(self, i: int) -> int:
        if i > 3:
            raise IndexError
        return i * i

    def __len__(self) -> int:
        return 4


print(list(Count(3)), list(Seq()), list(reversed(Seq())), 9 in Seq(), 2 in Count(5), flush=True)  # type: ignore
a, b2, c = Count(3)
print(a, b2, c, flush=True)
print([x * 2 for x in Count(3)], {x for x in Count(2)}, {x: 1 for x in Count(2)}, flush=True)
print(sum(x for x in range(5)), max((x % 3, x) for x in range(7)), flush=True)
print(list(zip(Count(3), "abc", strict=True)), flush=True)
for bad_call in range(8):
    try:
        if bad_call == 0:
            list(zip([1], [1, 2], strict=True))
        elif bad_call == 1:
            for q in 5:  # type: ignore
                pass
        elif bad_call == 2:
            a, b2 = iter([1, 2, 3])
        elif bad_call == 3:
            a, b2 = {1}
        elif bad_call == 4:
            a, b2 = 7  # type: ignore
        elif bad_call == 5:
            iter(5)  # type: ignore
        elif bad_call == 6:
            next(5)  # type: ignore
        else:
            d = {1: 2}
            for k in d:
                d[k + 1] = 3
    except Exception as e:
        print(type(e).__name__, e, flush=True)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"), flush=True)
print(list(iter(Count(3).__next__, 0)), flush=True)
import itertools, functools, heapq, bisect, operator
print(list(itertools.chain([1], (2, 3))), list(itertools.islice(itertools.count(), 3)), flush=True)
print([(k, list(v)) for k, v in itertools.groupby("aabbc")], list(itertools.product("ab", [1, 2])), flush=True)
print(list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)), list(itertools.accumulate([1, 2, 3])), flush=True)
print(functools.reduce(operator.add, [1, 2, 3]), functools.partial(max, 5)(3), flush=True)


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), flush=True)
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.nlargest(2, h), bisect.bisect([1, 3, 5], 3), flush=True)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted([(2, "a"), (1, "b")], key=operator.itemgetter(1)), flush=True)  # type: ignore
