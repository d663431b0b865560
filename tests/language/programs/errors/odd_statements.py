"""with on no manager, raise of no exception, finally bodies reached early, names that are nowhere."""

class Half:
    def __enter__(self): print("entered"); return self
class Other:
    def __exit__(self, *a): print("left")
def tryit(fn, words=True):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__, e if words else '')
def w(x):
    with x as y:
        print("body", y)
tryit(lambda: w(3), False)
tryit(lambda: w(Half()), False)
tryit(lambda: w(Other()), False)
def r(x):
    raise x
tryit(lambda: r("no"))
tryit(lambda: r(ValueError))
tryit(lambda: r(KeyError("k")))
tryit(lambda: r(int))
tryit(lambda: r(None))
def fr(x):
    raise ValueError("a") from x
tryit(lambda: fr("no"))
tryit(lambda: fr(None))
tryit(lambda: fr(KeyError))
def fin(flag):
    v = None
    try:
        if flag:
            return "early"
        v = 5
        if flag is None:
            raise ValueError("x")
    finally:
        print("finally sees", v)
    return v
print(fin(True), fin(False))
tryit(lambda: fin(None))
def undefined():
    return nothing_here + 1
tryit(undefined)
tryit(lambda: nofunc(1))


def named(fn):
    try:
        fn()
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e, e.name)


named(lambda: None.foo)
named(lambda: nowhere_at_all)
named(lambda: (1).nothing)
