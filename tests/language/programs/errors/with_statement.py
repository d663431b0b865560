"""with: enter and exit order, suppression, several managers, contextlib, errors in enter and exit."""

import contextlib
from collections.abc import Iterator
from types import TracebackType


class Manager:
    def __init__(self, name: str, log: list[str], suppress: bool = False) -> None:
        self.name = name
        self.log = log
        self.suppress = suppress

    def __enter__(self) -> "Manager":
        self.log.append(f"+{self.name}")
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> bool:
        self.log.append(f"-{self.name}" + (f" {kind.__name__}({value})" if kind else ""))
        return self.suppress


class FailsOnExit(Manager):
    def __exit__(self, kind: object, value: object, trace: object) -> bool:
        raise RuntimeError("exit failed")


class FailsOnEnter(Manager):
    def __enter__(self) -> "Manager":
        raise OSError("enter failed")


@contextlib.contextmanager
def tag(name: str, log: list[str]) -> Iterator[str]:
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        log.append(f"caught {error}")
    finally:
        log.append(f"</{name}>")


def early(log: list[str]) -> str:
    with Manager("early", log) as manager:
        return manager.name
    return "unreachable"


def main() -> None:
    log: list[str] = []
    with Manager("a", log) as a, Manager("b", log) as b:
        log.append(a.name + b.name)
    with (Manager("c", log), Manager("d", log, suppress=True)):
        raise ValueError("boom")
    print(log)
    log.clear()
    try:
        with Manager("e", log), Manager("f", log):
            raise KeyError("k")
    except KeyError as error:
        log.append(f"outside {error}")
    print(log, early([]))
    log.clear()
    try:
        with Manager("g", log), FailsOnExit("h", log):
            raise ValueError("first")
    except RuntimeError as error:
        print(error, repr(error.__context__), log)
    log.clear()
    try:
        with Manager("i", log), FailsOnEnter("j", log):
            log.append("never")
    except OSError as error:
        print(error, log)
    log.clear()
    with tag("p", log) as name:
        log.append(name)
        raise ValueError("in body")
    for i in range(3):
        with Manager(str(i), log):
            if i == 1:
                break
    print(log)
    with contextlib.suppress(KeyError, IndexError):
        print([][0])
    with contextlib.ExitStack() as stack:
        stack.callback(print, "callback")
        stack.enter_context(tag("s", log))
        print("inside", log[-1])
    print(log[-1])
    with contextlib.closing(iter_closer()) as closer:
        print("use", closer.name)
    with contextlib.nullcontext(5) as five:
        print(five)
    try:
        with 5:  # type: ignore[attr-defined]
            pass
    except TypeError as error:
        print(type(error).__name__)


class iter_closer:
    name = "closer"

    def close(self) -> None:
        print("closed")


main()
