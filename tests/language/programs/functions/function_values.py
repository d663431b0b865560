"""Functions as values: wraps, defaults, closures, partial, caches, singledispatch, spreads."""

import functools, itertools, operator
class Callable1:
    def __init__(self, k): self.k = k
    def __call__(self, x, *rest, **kw): return (self.k, x, rest, kw)
class T:
    @functools.cached_property
    def slow(self):
        print("computing")
        return 42
def main():
    def deco(f):
        """deco doc"""
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            """inner doc"""
            wrapper.calls += 1
            return f(*args, **kwargs)
        wrapper.calls = 0
        return wrapper
    @deco
    def greet(name, greeting="hi", *, punct="!"):
        """Greet someone."""
        return f"{greeting} {name}{punct}"
    print(greet("bob"), greet("al", punct="?"), greet.calls, greet.__name__, greet.__doc__, greet.__wrapped__("z"), greet.__qualname__, greet.__module__)
    def f(a, b=2, /, c=3, *args, d, e=5, **kw):
        return (a, b, c, args, d, e, kw)
    print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f.__defaults__, f.__kwdefaults__, f.__name__)
    for call in (lambda: f(), lambda: f(1), lambda: f(1, a=2, d=3), lambda: f(d=1), lambda: f(1, 2, c=3, d=4, e=5, f=6)):
        try:
            print(call())
        except TypeError as e:
            print("TypeError", e)
    def acc(x, seen=[]):
        seen.append(x)
        return seen
    print(acc(1), acc(2), acc(3, []), acc(4))
    fs = [lambda: i for i in range(3)]
    print([g() for g in fs], [g() for g in [lambda i=i: i for i in range(3)]])
    def counter():
        n = 0
        def inc(by=1):
            nonlocal n
            n += by
            return n
        def reset():
            nonlocal n
            n = 0
        inc.reset = reset
        return inc
    c = counter()
    print(c(), c(5), c.reset(), c())
    def compose(*fns):
        return functools.reduce(lambda f, g: lambda x: g(f(x)), fns)
    print(compose(str, len, lambda n: n * 2)(12345))
    obj = Callable1(9)
    print(obj(1, 2, y=3), callable(obj), list(map(obj, [1, 2])))
    table = {"add": operator.add, "mul": lambda a, b: a * b, "obj": obj, "m": "x".join, "cls": Callable1}
    print(table["add"](1, 2), table["mul"](3, 4), table["obj"](0), table["m"](["a", "b"]), table["cls"](5).k)
    p = functools.partial(f, 1, d=10, q=1)
    print(p(2, 3), p.func is f, p.args, p.keywords)
    @functools.lru_cache(maxsize=2)
    def sq(x):
        """square"""
        print("calc", x)
        return x * x
    print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info(), sq.__name__, sq.__doc__, sq.__wrapped__(7))
    sq.cache_clear(); print(sq.cache_info(), sq.cache_parameters())
    @functools.singledispatch
    def show(x): return "obj " + repr(x)
    @show.register(int)
    def _(x: int): return f"int {x}"
    @show.register(list)
    def _(x): return "list of " + ", ".join(show(i) for i in x)
    @show.register(str)
    def _(x: str) -> str: return f"str {x}"
    print(show(1), show("a"), show([1, "b", 2.5]), show(None), show(True))
    t = T()
    print(t.slow, t.slow)
    def outer():
        x = "outer"
        def inner():
            return x
        x = "changed"
        return inner
    print(outer()())
    print((lambda *a, **k: (a, k))(1, 2, z=3), (lambda x, y=lambda: 5: x + y())(1))
    def rec(n): return 1 if n <= 1 else n * rec(n - 1)
    print(rec(20))
    def apply(fn, *args, **kwargs): return fn(*args, **kwargs)
    print(apply(max, 3, 9, 2), apply(sorted, [3, 1, 2], reverse=True), apply(print, "a", "b", sep="-", end="|\n"), apply(dict, a=1), apply(int, "ff", 16), apply(str.upper, "abc"), apply("{} {}".format, 1, 2))
    def kw(**kwargs): return kwargs
    print(kw(**{"a": 1}, b=2), kw(**dict(x=1)), [*range(3), *"ab"], {**{"a": 1}, "b": 2})
    try:
        kw(**{"a": 1}, a=2)
    except TypeError as e:
        print(str(e)[-44:])
    try: kw(**{1: 2})
    except TypeError as e: print(e)
    def doc():
        "one line"
    def nodoc(): pass
    print(doc.__doc__, nodoc.__doc__, (lambda: 0).__name__, 1, T.__doc__, len.__name__, print.__name__)
main()
