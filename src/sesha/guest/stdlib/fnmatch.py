"""Match names against shell patterns, as the module `fnmatch` of images.

`*` any text, `?` any character, `[seq]` one of, `[!seq]` none of. CPython translates a pattern to a
regular expression; here it is walked directly, going back to the last star when it does not fit.
"""

from collections.abc import Iterable


def _set_end(pat: str, start: int) -> int:
    """The index of the bracket that closes the set behind `start`; -1 if there is none."""
    at = start
    if pat[at : at + 1] == "!":
        at += 1
    if pat[at : at + 1] == "]":
        at += 1
    return pat.find("]", at)


def _in_set(items: str, character: str) -> bool:
    """Whether the character is in a set: single characters and ranges."""
    negated = items.startswith("!")
    at = 1 if negated else 0
    found = False
    while at < len(items):
        if at + 2 < len(items) and items[at + 1] == "-":
            if items[at] <= character <= items[at + 2]:
                found = True
            at += 3
        else:
            if items[at] == character:
                found = True
            at += 1
    return found != negated


def _one(pat: str, at: int, character: str) -> int:
    """Match one character with the element at an index: the next index, or -1."""
    kind = pat[at]
    if kind == "?":
        return at + 1
    if kind == "[":
        end = _set_end(pat, at + 1)
        if end >= 0:
            return end + 1 if _in_set(pat[at + 1 : end], character) else -1
    return at + 1 if kind == character else -1


def fnmatchcase(name: str, pat: str) -> bool:
    """Whether the name fits the pattern, upper and lower case being different."""
    at = 0
    position = 0
    star = -1
    resume = 0
    while position < len(name):
        if at < len(pat) and pat[at] == "*":
            star = at
            resume = position
            at += 1
            continue
        following = _one(pat, at, name[position]) if at < len(pat) else -1
        if following >= 0:
            at = following
            position += 1
        elif star >= 0:
            resume += 1
            at = star + 1
            position = resume
        else:
            return False
    while at < len(pat) and pat[at] == "*":
        at += 1
    return at == len(pat)


def fnmatch(name: str, pat: str) -> bool:
    return fnmatchcase(name, pat)


def filter(names: Iterable[str], pat: str) -> list[str]:
    """The names that fit the pattern."""
    return [name for name in names if fnmatchcase(name, pat)]
