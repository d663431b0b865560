"""Give the operators as functions: what `import operator` gives."""

from typing import Any


# --- comparison and truth ----------------------------------------------------------------------------
def lt(a: Any, b: Any) -> Any:
    return a < b


def le(a: Any, b: Any) -> Any:
    return a <= b


def eq(a: Any, b: Any) -> Any:
    return a == b


def ne(a: Any, b: Any) -> Any:
    return a != b


def ge(a: Any, b: Any) -> Any:
    return a >= b


def gt(a: Any, b: Any) -> Any:
    return a > b


def not_(a: Any) -> bool:
    return not a


def truth(a: Any) -> bool:
    return bool(a)


def is_(a: Any, b: Any) -> bool:
    return a is b


def is_not(a: Any, b: Any) -> bool:
    return a is not b


def is_none(a: Any) -> bool:
    return a is None


def is_not_none(a: Any) -> bool:
    return a is not None


# --- arithmetic --------------------------------------------------------------------------------------
def abs(a: Any) -> Any:
    return a.__abs__()


def add(a: Any, b: Any) -> Any:
    return a + b


def and_(a: Any, b: Any) -> Any:
    return a & b


def floordiv(a: Any, b: Any) -> Any:
    return a // b


def index(a: Any) -> Any:
    return a.__index__()


def inv(a: Any) -> Any:
    return ~a


def invert(a: Any) -> Any:
    return ~a


def lshift(a: Any, b: Any) -> Any:
    return a << b


def matmul(a: Any, b: Any) -> Any:
    return a @ b


def mod(a: Any, b: Any) -> Any:
    return a % b


def mul(a: Any, b: Any) -> Any:
    return a * b


def neg(a: Any) -> Any:
    return -a


def or_(a: Any, b: Any) -> Any:
    return a | b


def pos(a: Any) -> Any:
    return +a


def pow(a: Any, b: Any) -> Any:
    return a**b


def rshift(a: Any, b: Any) -> Any:
    return a >> b


def sub(a: Any, b: Any) -> Any:
    return a - b


def truediv(a: Any, b: Any) -> Any:
    return a / b


def xor(a: Any, b: Any) -> Any:
    return a ^ b


# --- in place ----------------------------------------------------------------------------------------
def iadd(a: Any, b: Any) -> Any:
    a += b
    return a


def iand(a: Any, b: Any) -> Any:
    a &= b
    return a


def iconcat(a: Any, b: Any) -> Any:
    a += b
    return a


def ifloordiv(a: Any, b: Any) -> Any:
    a //= b
    return a


def ilshift(a: Any, b: Any) -> Any:
    a <<= b
    return a


def imatmul(a: Any, b: Any) -> Any:
    a @= b
    return a


def imod(a: Any, b: Any) -> Any:
    a %= b
    return a


def imul(a: Any, b: Any) -> Any:
    a *= b
    return a


def ior(a: Any, b: Any) -> Any:
    a |= b
    return a


def ipow(a: Any, b: Any) -> Any:
    a **= b
    return a


def irshift(a: Any, b: Any) -> Any:
    a >>= b
    return a


def isub(a: Any, b: Any) -> Any:
    a -= b
    return a


def itruediv(a: Any, b: Any) -> Any:
    a /= b
    return a


def ixor(a: Any, b: Any) -> Any:
    a ^= b
    return a


# --- sequences ---------------------------------------------------------------------------------------
def concat(a: Any, b: Any) -> Any:
    return a + b


def contains(a: Any, b: Any) -> bool:
    return b in a


def countOf(a: Any, b: Any) -> int:
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def indexOf(a: Any, b: Any) -> int:
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def getitem(a: Any, b: Any) -> Any:
    return a[b]


def setitem(a: Any, b: Any, c: Any) -> None:
    a[b] = c


def delitem(a: Any, b: Any) -> None:
    del a[b]


def length_hint(obj: Any, default: int = 0) -> int:
    if hasattr(obj, "__len__"):
        return len(obj)
    if hasattr(obj, "__length_hint__"):
        result: int = obj.__length_hint__()
        return result
    return default


def call(obj: Any, /, *args: Any, **kwargs: Any) -> Any:
    return obj(*args, **kwargs)


# --- callable objects --------------------------------------------------------------------------------
class itemgetter:
    """`itemgetter(2)(x)` is `x[2]`; with several items the tuple of them."""

    def __init__(self, item: Any, /, *items: Any) -> None:
        self.item = item
        self.items = (item, *items)

    def __call__(self, obj: Any, /) -> Any:
        if len(self.items) == 1:
            return obj[self.item]
        return tuple([obj[item] for item in self.items])

    def __repr__(self) -> str:
        return "operator.itemgetter(" + ", ".join([repr(item) for item in self.items]) + ")"


class attrgetter:
    """`attrgetter("a.b")(x)` is `x.a.b`; with several names the tuple of them."""

    def __init__(self, attr: Any, /, *attrs: Any) -> None:
        self.names = (attr, *attrs)
        for name in self.names:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")

    def __call__(self, obj: Any, /) -> Any:
        found = [_attribute(obj, name) for name in self.names]
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self) -> str:
        return "operator.attrgetter(" + ", ".join([repr(name) for name in self.names]) + ")"


def _attribute(obj: Any, dotted: str) -> Any:
    for name in dotted.split("."):
        obj = getattr(obj, name)
    return obj


class methodcaller:
    """`methodcaller("m", 1)(x)` is `x.m(1)`."""

    def __init__(self, name: Any, /, *args: Any, **kwargs: Any) -> None:
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self.name = name
        self.args = args
        self.kwargs = kwargs

    def __call__(self, obj: Any, /) -> Any:
        return getattr(obj, self.name)(*self.args, **self.kwargs)

    def __repr__(self) -> str:
        parts = [repr(self.name)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([f"{name}={value!r}" for name, value in self.kwargs.items()])
        return "operator.methodcaller(" + ", ".join(parts) + ")"


# --- the same for literal names: the compiler gives functions that read just those -------------------
class literal_attrgetter(attrgetter):
    def __init__(self, names: tuple[str, ...], getters: tuple[Any, ...]) -> None:
        self.names = names
        self.getters = getters

    def __call__(self, obj: Any, /) -> Any:
        found = [getter(obj) for getter in self.getters]
        return found[0] if len(found) == 1 else tuple(found)


def getter_of(names: tuple[str, ...], getters: tuple[Any, ...]) -> Any:
    return literal_attrgetter(names, getters)


class literal_methodcaller(methodcaller):
    def __init__(self, name: str, caller: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.name = name
        self.caller = caller
        self.args = args
        self.kwargs = kwargs

    def __call__(self, obj: Any, /) -> Any:
        return self.caller(obj, self.args, self.kwargs)


def caller_of(name: str, caller: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    return literal_methodcaller(name, caller, args, kwargs)
