"""Types that lie: casts, Any, stale narrowing, finally. CPython's behaviour or a TypeError, never garbage."""
# machine: qemu

from typing import Any, cast


class Holder:
    def __init__(self, value: int | None) -> None:
        self.value = value


def clear(holder: Holder) -> None:
    holder.value = None


def stale(holder: Holder) -> str:
    if holder.value is not None:
        clear(holder)
        try:
            return f"value {holder.value + 1}"
        except TypeError:
            return "TypeError"
    return "was none"


def add_one(x: int) -> int:
    return x + 1


def length(text: str) -> int:
    return len(text)


def attempt(function: Any, value: Any) -> None:
    try:
        print("answer", function(value))
    except TypeError:
        print("TypeError")


def risky() -> int:
    raise ValueError("risky")


def in_finally() -> list[str]:
    log: list[str] = []
    v: int | str | None = None
    try:
        try:
            v = risky()
        finally:
            log.append(f"in finally {v}")
    except ValueError:
        log.append("handled")
    return log


def main() -> None:
    print(stale(Holder(1)), stale(Holder(None)))
    attempt(add_one, "text")
    attempt(add_one, None)
    attempt(add_one, 2)
    attempt(length, 5)
    attempt(length, "four")
    print(in_finally())
    numbers: list[int] = cast("list[int]", ["a", 2])
    try:
        print(numbers[0] + 1)
    except TypeError:
        print("TypeError")
    print(numbers[1] + 1)
    anything: Any = {"k": [1, "x"]}
    claimed: dict[str, list[int]] = anything
    try:
        print(sum(claimed["k"]))
    except TypeError:
        print("TypeError")
    f: float = 3
    print(isinstance(f, (int, float)), f / 2, f * 2.5)


main()
