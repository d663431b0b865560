"""What exceptions carry: args, text, causes, contexts, errno classes, groups, notes."""

class MyError(Exception):
    def __init__(self, code: int) -> None:
        self.code = code


class Plain(ValueError):
    pass


def f(n: int) -> int:
    if n == 0:
        raise ValueError("deep")
    return f(n - 1)


def show(e: BaseException) -> None:
    print(type(e).__name__, repr(e), str(e), e.args, flush=True)


for thing in range(12):
    try:
        if thing == 0:
            f(3)
        elif thing == 1:
            {}["x"]  # type: ignore
        elif thing == 2:
            [1][5]
        elif thing == 3:
            raise MyError(7)
        elif thing == 4:
            raise Plain
        elif thing == 5:
            int("abc")
        elif thing == 6:
            chr(-1)
        elif thing == 7:
            raise KeyError("k")
        elif thing == 8:
            raise OSError(2, "No such file", "x.txt")
        elif thing == 9:
            x: object = 5
            x + "a"  # type: ignore
        elif thing == 10:
            raise StopIteration(4)
        else:
            assert thing == 0, "bad"
    except Exception as e:
        show(e)

try:
    try:
        f(1)
    except ValueError as e:
        raise KeyError("outer") from e
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, flush=True)

try:
    try:
        f(1)
    finally:
        print("finally", flush=True)
except ValueError:
    print("caught", flush=True)

try:
    try:
        f(0)
    except ValueError:
        {}["zz"]  # type: ignore
except KeyError as e:
    print(repr(e.__context__), flush=True)


def g() -> object:
    try:
        return 1
    finally:
        print("g finally", flush=True)


print(g())
eg = ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3)])])
print(eg, repr(eg), eg.exceptions, flush=True)
m, r = eg.split(ValueError)
print(repr(m), repr(r), flush=True)
e2 = ValueError("noted")
e2.add_note("a note")
print(e2.__notes__, flush=True)
