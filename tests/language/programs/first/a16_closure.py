"""A closure over a variable that changes."""

from collections.abc import Callable


def make() -> Callable[[], int]:
    count = 0

    def up() -> int:
        nonlocal count
        count += 1
        return count

    return up


up = make()
up()
print(up())
