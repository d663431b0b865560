"""except*: clauses take parts of groups; naked exceptions, re-raising, raising anew."""

def f(n: int) -> None:
    try:
        if n == 0:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), KeyError(4)])])
        if n == 1:
            raise ValueError("naked")
        if n == 2:
            raise KeyError("other")
        if n == 3:
            raise ExceptionGroup("again", [ValueError(1), TypeError(2)])
        print("no error")
    except* ValueError as e:
        print("V", e, e.exceptions, type(e).__name__)
        if n == 3:
            raise
    except* (TypeError, KeyError) as e:
        print("T", e, e.exceptions)
        if n == 3:
            raise RuntimeError("new")
        if n == 2:
            raise e
    else:
        print("else")
    finally:
        print("finally", n)


def show(e: BaseException, depth: int = 0) -> None:
    print(" " * depth, repr(e), repr(e.__context__), repr(e.__cause__))
    if isinstance(e, BaseExceptionGroup):
        for m in e.exceptions:
            show(m, depth + 1)


for i in range(5):
    try:
        f(i)
    except BaseException as e:
        show(e)
try:
    try:
        raise ValueError
    except* ExceptionGroup:  # type: ignore[misc]
        pass
except TypeError as e:
    print(e)
