"""Attributes of functions and methods; decorators of every shape."""

import functools
def repeat(times):
    def decorator(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return [fn(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorator
@repeat(times=3)
def hello(name="x"): return f"hello {name}"
print(hello("y"), hello.__name__)
class CountCalls:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn = fn
        self.n = 0
    def __call__(self, *a, **k):
        self.n += 1
        return self.fn(*a, **k)
    def __get__(self, obj, owner=None):
        return functools.partial(self, obj)
@CountCalls
def add(a, b):
    """adds"""
    return a + b
print(add(1, 2), add(3, 4), add.n, add.__name__, add.__doc__)
registry = {}
def register(name=None):
    def deco(fn):
        registry[name or fn.__name__] = fn
        return fn
    return deco
@register()
def alpha(): return "A"
@register("b")
def beta(): return "B"
print(sorted(registry), [registry[k]() for k in sorted(registry)])
def validate(**types):
    def deco(fn):
        def inner(**kw):
            for k, t in types.items():
                if not isinstance(kw.get(k), t):
                    raise TypeError(f"{k} must be {t.__name__}")
            return fn(**kw)
        inner.__name__ = fn.__name__
        inner.__doc__ = fn.__doc__
        return inner
    return deco
@validate(a=int, b=str)
def g(a, b):
    "the g"
    return (a, b)
print(g(a=1, b="x"), g.__name__, g.__doc__)
try: g(a="1", b="x")
except TypeError as e: print(e)
def memo(fn):
    cache = {}
    def inner(*args):
        if args not in cache:
            cache[args] = fn(*args)
        return cache[args]
    inner.cache = cache
    return inner
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache))
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def make(cls, c):
        t = cls(); t._c = c; return t
t = Temp.make(100); print(t.f); t.f = 32; print(t._c, Temp.s(1), t.s(2))
try: t.g
except AttributeError as e: print(e)
def gen_deco(fn):
    @functools.wraps(fn)
    def inner(*a):
        yield "start"
        yield from fn(*a)
        yield "end"
    return inner
@gen_deco
def nums(n):
    for i in range(n): yield i
print(list(nums(3)))
def trace(fn):
    depth = 0
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        nonlocal depth
        print("  " * depth + f"{fn.__name__}{args}")
        depth += 1
        try: return fn(*args, **kwargs)
        finally: depth -= 1
    return inner
@trace
def fact(n): return 1 if n == 0 else n * fact(n - 1)
print(fact(3))
print([f.__name__ for f in (fact, alpha, beta, repeat)], str(fact).startswith("<function fact at"), repr(alpha)[:18])
def f(x): return x
f.attr = 1; f.other = [2]
print(f.attr, f.other, hasattr(f, "zip"), getattr(f, "attr"), f.__dict__)
try: f.nothing
except AttributeError as e: print(e)
print(f == f, f is f, hash(f) == hash(f), {f: 1}[f])
class K:
    def m(self): "mdoc"; return 1
k = K()
print(k.m.__name__, k.m.__doc__, k.m.__self__ is k, k.m.__func__ is K.m, k.m == k.m, K.m.__qualname__, K.m(k))
def g(): return 2
g.__dict__.update(y=3); print(g.__dict__, g.y)
