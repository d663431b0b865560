"""Keep `repr` of containers from following a container into itself.

`enter` answers False when the container's repr is already under way; the caller then writes the
short form ("[...]"). Every successful `enter` is paired with `leave` in a `finally`.
"""

from typing import Any

under_way: list[Any] = []


def enter(container: object) -> bool:
    for other in under_way:
        if other is container:
            return False
    under_way.append(container)
    return True


def leave() -> None:
    under_way.pop()


def join_reprs(items: list[Any]) -> str:
    """The reprs of a list's items with ", " between."""
    parts: list[str] = []
    for item in items:
        parts.append(repr(item))
    return ", ".join(parts)
