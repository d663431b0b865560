"""Share argument strings out among arguments.

The strings are described by a pattern, one letter each: A for an argument, O for an option, - for
the `--` after which everything is an argument. What CPython does with regular expressions is done
here by trying, longest first.
"""

from collections.abc import Sequence

from sesha.guest.stdlib.argparse.actions import Action
from sesha.guest.stdlib.argparse.constants import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
)

_MANY = 1 << 30


def _bounds(action: Action) -> tuple[int, int]:
    """How many arguments the action takes."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs == ZERO_OR_MORE:
        return 0, _MANY
    if nargs == ONE_OR_MORE:
        return 1, _MANY
    if nargs == SUPPRESS:
        return 0, 0
    if isinstance(nargs, int):
        return nargs, nargs
    raise ValueError("invalid nargs value")


def _fits(action: Action, piece: str) -> bool:
    """Whether the action takes exactly these strings."""
    if action.nargs == REMAINDER:
        return True
    if action.nargs == PARSER:
        return piece.lstrip("-").startswith("A")
    if "O" in piece or (action.option_strings and "-" in piece):
        return False
    low, high = _bounds(action)
    return low <= piece.count("A") <= high


def match_one(action: Action, pattern: str) -> int:
    """How many strings at the beginning the action takes; -1 if it does not fit."""
    for length in range(len(pattern), -1, -1):
        if _fits(action, pattern[:length]):
            return length
    return -1


def _share(actions: Sequence[Action], index: int, pattern: str, at: int) -> list[int] | None:
    if index == len(actions):
        return []
    for end in range(len(pattern), at - 1, -1):
        if _fits(actions[index], pattern[at:end]):
            rest = _share(actions, index + 1, pattern, end)
            if rest is not None:
                return [end - at, *rest]
    return None


def match_partial(actions: Sequence[Action], pattern: str) -> list[int]:
    """How many strings each of the first actions takes, for as many actions as possible."""
    for count in range(len(actions), 0, -1):
        shares = _share(actions[:count], 0, pattern, 0)
        if shares is not None:
            end = sum(shares)
            if end < len(pattern) and pattern[end] == "O":
                # Those that take nothing wait for what stands behind the option.
                while shares and not shares[-1]:
                    shares.pop()
            return shares
    return []
