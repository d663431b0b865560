"""try/except/else/finally in every combination: order, returns, loops, re-raising, nesting."""

from typing import Any


def walk(action: str, log: list[str]) -> str:
    try:
        log.append("try")
        if action == "value":
            raise ValueError("bad value")
        if action == "key":
            raise KeyError("k")
        if action == "return":
            return "from try"
        if action == "other":
            raise OSError("other")
    except ValueError as error:
        log.append(f"except {error}")
        return "from except"
    except (KeyError, IndexError):
        log.append("tuple")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"


def finally_wins() -> str:
    try:
        raise ValueError("lost")
    finally:
        return "finally"


def loop(log: list[int]) -> int:
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(i * 10)
    else:
        return -1
    return i


def nested() -> list[str]:
    log = []
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            log.append("wrong")
        finally:
            log.append("inner finally")
    except KeyError as error:
        log.append(f"outer {error}")
        try:
            raise
        except KeyError as again:
            log.append(f"again {again is error}")
    return log


def from_finally() -> None:
    try:
        try:
            1 // 0
        finally:
            raise RuntimeError("replaced")
    except RuntimeError as error:
        print(error, type(error.__context__).__name__)


def reraise(depth: int) -> None:
    try:
        if depth == 0:
            raise LookupError("deep")
        reraise(depth - 1)
    except LookupError as error:
        error.args = (f"{error.args[0]}<{depth}",)
        raise


def returns(value: int) -> Any:
    while True:
        try:
            try:
                return 10 // value
            finally:
                value += 1
                if value == 3:
                    print("value is three")
        except ZeroDivisionError:
            print("again")


def main() -> None:
    for action in ("none", "value", "key", "return", "other"):
        log: list[str] = []
        try:
            print(action, walk(action, log), log)
        except OSError as error:
            print("escaped", error, log)
    print(finally_wins())
    numbers: list[int] = []
    print(loop(numbers), numbers, nested())
    from_finally()
    try:
        reraise(3)
    except LookupError as error:
        print(error)
    print(returns(0), returns(2))
    try:
        raise ValueError
    except Exception as error:
        print(repr(error), str(error) == "", error.args)
    try:
        raise  # nothing to raise again
    except RuntimeError as error:
        print(error)


main()
