"""getattr, setattr, delattr with computed names; attributes that no class declares; functions as values."""
# needs-python: 3.13


class Point:
    kind = "pt"
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def total(self):
        return self.x + self.y
    @property
    def double(self):
        return self.x * 2
    @property
    def bad(self):
        raise AttributeError("inner")
class Lazy:
    def __init__(self):
        self.seen = []
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(name)
        self.seen.append(name)
        return name.upper()
class Slotted:
    __slots__ = ("a", "b")
    def __init__(self):
        self.a = 1
class Guard:
    def __init__(self):
        object.__setattr__(self, "log", [])
    def __setattr__(self, name, value):
        self.log.append((name, value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        object.__delattr__(self, name)
def tryit(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)
p = Point(3, 4)
for name in ["x", "y", "kind", "double", "missing", "bad"]:
    tryit(getattr, p, name)
    print(hasattr(p, name), getattr(p, name, "dflt"))
print(getattr(p, "to" + "tal")())
lazy = Lazy()
for name in ("a", "nope", "seen"):
    tryit(getattr, lazy, name)
    print(hasattr(lazy, name), getattr(lazy, name, None))
for name in ("x", "fresh", "double"):
    tryit(setattr, p, name, 99)
print(p.x, p.fresh, getattr(p, "fresh"), p.kind)
p.kind = "own"
p.another = [1]
p.another.append(2)
print(p.kind, Point.kind, p.another, hasattr(p, "another"))
tryit(delattr, p, "another"); tryit(delattr, p, "another"); tryit(delattr, p, "double"); tryit(delattr, p, "x"); tryit(lambda: p.x)
del p.kind
print(p.kind)
s = Slotted()
tryit(setattr, s, "b", 2); tryit(setattr, s, "c", 2); tryit(lambda: s.b); tryit(delattr, s, "a"); tryit(lambda: s.a)
g = Guard()
g.value = 5
setattr(g, "other", 6)
print(g.value, g.other, g.log)
tryit(delattr, g, "value"); tryit(lambda: g.value)
tryit(getattr, p, 5); tryit(hasattr, p, None); tryit(getattr, 5, "real"); print(getattr("abc", "up" + "per")())
tryit(setattr, 5, "x", 1); tryit(setattr, [], "x", 1); tryit(lambda: setattr(object(), "x", 1))
err = ValueError("v")
err.code = 42
print(err.code, getattr(err, "co" + "de"), hasattr(err, "nothing"), err.args)
class MyList(list):
    pass
m = MyList([1])
m.tag = "t"
print(m, m.tag)
class Cmd:
    def do_start(self): return "started"
    def do_stop(self, n=1): return f"stopped {n}"
    def dispatch(self, line):
        name, *args = line.split()
        handler = getattr(self, f"do_{name}", None)
        return handler(*args) if handler else f"unknown {name}"
c = Cmd()
print(c.dispatch("start"), c.dispatch("stop 5"), c.dispatch("fly"), [n for n in ("do_start", "do_fly") if hasattr(c, n)])
print(list(map(getattr, [p, p], ["y", "kind"])), callable(getattr), sorted(["bb", "a"], key=len))
funcs = {"len": len, "str": str, "isinstance": isinstance, "max": max, "print": print, "repr": repr, "sorted": sorted, "abs": abs, "sum": sum}
print(funcs["len"]("abc"), funcs["isinstance"](3, int), funcs["max"](1, 5), funcs["sorted"]([2, 1]), funcs["abs"](-2), funcs["sum"]([1, 2]))
funcs["print"]("a", "b", sep="-")
