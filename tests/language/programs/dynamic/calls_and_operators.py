"""Calls that do not fit and operators on every pair of classes, with CPython's messages."""

from typing import Any


def p0(a: int, b: int = 2, *args: int, c: int, d: int = 4, **kw: int) -> None:
    print(a, b, args, c, d, kw, flush=True)


def p1(a, b, /, c, *, d=5):
    print(a, b, c, d, flush=True)


def p2(x):
    return x


def p3(a, b=1):
    return a


fs: Any = [p0, p1, p2, p3]
fs[0](1, c=3)
fs[0](1, 2, 3, 4, c=5, z=9)
fs[0](*[1, 2], **{"c": 3, "q": 1})
fs[1](1, 2, 3)
fs[1](1, 2, c=3, d=4)
BAD1: Any = {1: 2}
CASES: Any = [
    lambda: fs[2](),
    lambda: fs[2](1, 2),
    lambda: fs[2](y=1),
    lambda: fs[2](1, x=2),
    lambda: fs[3](),
    lambda: fs[3](1, 2, 3),
    lambda: fs[1](1, b=2, c=3),
    lambda: fs[1](1),
    lambda: fs[0](1),
    lambda: fs[0](),
    lambda: fs[1](1, 2, 3, 4),
    lambda: fs[1](1, 2, 3, 4, d=1),
    lambda: fs(1),
    lambda: (5)(),  # type: ignore
    lambda: fs[2](**BAD1),
    lambda: fs[2](1, **{"x": 5}),
]
for case in CASES:
    try:
        case()
    except TypeError as e:
        print(e, flush=True)


class A:
    def __init__(self, v: Any) -> None:
        self.v = v

    def __add__(self, o: Any) -> Any:
        return ("add", self.v, o)

    def __radd__(self, o: Any) -> Any:
        return ("radd", self.v, o)

    def __lt__(self, o: Any) -> Any:
        return self.v < o.v

    def __eq__(self, o: object) -> bool:
        return isinstance(o, A) and self.v == o.v

    def __hash__(self) -> int:
        return hash(self.v)

    def __getitem__(self, i: Any) -> Any:
        return ("item", i)

    def __setitem__(self, i: Any, v: Any) -> None:
        print("set", i, v, flush=True)

    def __delitem__(self, i: Any) -> None:
        print("del", i, flush=True)

    def __contains__(self, i: Any) -> bool:
        return i == 3

    def __len__(self) -> int:
        return 3

    def __call__(self, *a: Any, **k: Any) -> Any:
        return (a, k)

    def __neg__(self) -> Any:
        return "neg"

    def __iadd__(self, o: Any) -> Any:
        self.v += o
        return self

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return f"A({self.v})"


class B(A):
    def __radd__(self, o: Any) -> Any:
        return ("Bradd", self.v, o)


def dyn(x: Any, y: Any) -> None:
    print(x + y, flush=True)


dyn(A(1), 2)
dyn(2, A(1))
dyn(A(1), B(2))
dyn([1], [2])
dyn("a", "b")
dyn(1.5, 2)
dyn((1,), (2,))
x: Any = A(5)
print(x[3], x[1:2], x[::2], 3 in x, len(x), x(1, k=2), -x, bool(x), not x, flush=True)
x[1] = 2
x[1:2] = 3
del x[7]
x += 4
print(x, x == A(9), x != A(9), A(1) < A(2), A(1) > A(2), {A(1): 2}[A(1)], A(1) in [A(1)], flush=True)
ops: Any = [
    lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b,
    lambda a, b: a**b, lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b, lambda a, b: a << b,
    lambda a, b: a >> b, lambda a, b: a @ b, lambda a, b: a < b, lambda a, b: a >= b, lambda a, b: a == b,
    lambda a, b: a[b], lambda a, b: len(a), lambda a, b: -a, lambda a, b: ~a,
]
values: Any = [(7, 2), (-7, 2), (7, -2), (7.5, 2), (True, 3), ("ab", 2), ([1, 2], 1), ({1: 2}, 1), ({1, 2}, {2}), (None, 1), (10**30, 7), (b"abc", 1), ((1, 2), (1, 3)), (3, "x"), (range(5), 2)]
for a, b in values:
    row: list[str] = []
    for op in ops:
        try:
            row.append(repr(op(a, b)))
        except Exception as e:
            row.append(type(e).__name__ + ":" + str(e))
    print(a, b, row, flush=True)


def aug(v: Any, w: Any) -> Any:
    v += w
    return v


print(aug([1], (2, 3)), aug("a", "b"), aug(1, 2.5), aug((1,), (2,)), flush=True)
for v, w in [(1, "a"), ([1], 5), ("a", 1), (None, None), ({}, {})]:
    try:
        aug(v, w)
    except TypeError as e:
        print(e, flush=True)
print(isinstance(5, (int, str)), isinstance(True, int), issubclass(B, A), issubclass(bool, int), type(x) is A, type(3), type(x), flush=True)
t: Any = (int, (str, float))
print(isinstance(2.5, t), isinstance(b"", t), callable(len), callable(x), callable(3), flush=True)
print(abs(-3), abs(-2.5), round(2.567, 2), round(2.5), divmod(7, 2), divmod(-7.5, 2), pow(2, 10), pow(2, 10, 1000), hex(255), oct(8), bin(5), chr(65), ord("a"), flush=True)
