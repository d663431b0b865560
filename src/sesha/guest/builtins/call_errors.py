"""Word the TypeErrors of calls whose arguments do not fit, as CPython does."""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import UNSET
from sesha.guest.builtins.tuple import words_of
from sesha.guest.cpu.intrinsics import cold, load_i64, small

Record = tuple[Any, ...]
NAME = 0
NAMES = 1
POSITIONAL_ONLY = 2
POSITIONAL = 3
KEYWORD_ONLY = 4
FLAGS = 6
RECEIVER = 2
"""Set in the flags of constructors, whose receiver is counted, and of methods in C, where it is not."""
BARE = 4
"""Set in the flags of the constructors of classes that have no `__init__`."""


@cold
def missing_arguments(signature: Record, out: i64, limit: i64, shift: i64, total: i64) -> NoReturn:
    """Some parameters have neither a value nor a default: positional ones are named first."""
    names = _unset_names(signature, out, 0, limit, 0)
    kind = "positional"
    if not names:
        names = _unset_names(signature, out, limit, total, shift)
        kind = "keyword-only"
    plural = "" if len(names) == 1 else "s"
    raise TypeError(
        f"{signature[NAME]}() missing {len(names)} required {kind} argument{plural}: {_listed(names)}"
    )


def _unset_names(signature: Record, out: i64, start: i64, stop: i64, shift: i64) -> list[str]:
    names: list[str] = []
    while start < stop:
        if load_i64(out + (start + shift) * 8) == UNSET:
            names.append(f"'{signature[NAMES][int(start)]}'")
        start = start + 1
    return names


def _listed(names: list[str]) -> str:
    """'a'; 'a' and 'b'; 'a', 'b', and 'c'."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return names[0] + " and " + names[1]
    return ", ".join(names[:-1]) + ", and " + names[-1]


@cold
def too_many_positional(signature: Record, defaults: Any, given: i64, out: i64) -> NoReturn:
    limit = small(signature[POSITIONAL])
    optional = defaults_before(defaults, limit)
    keywords = small(signature[KEYWORD_ONLY]) - _count_unset(out, limit, small(signature[KEYWORD_ONLY]))
    if small(signature[FLAGS]) & BARE != 0:
        raise TypeError(f"{signature[NAME]}() takes no arguments")
    if small(signature[FLAGS]) & RECEIVER != 0:
        limit = limit + 1
        given = given + 1
    if optional > 0:
        takes = f"from {int(limit - optional)} to {int(limit)} positional arguments"
    else:
        takes = f"{int(limit)} positional argument{'' if limit == 1 else 's'}"
    count = f"{int(given)}"
    if keywords > 0:
        first = "" if given == 1 else "s"
        second = "" if keywords == 1 else "s"
        count = f"{int(given)} positional argument{first} (and {int(keywords)} keyword-only argument{second})"
    verb = "was" if given == 1 and keywords == 0 else "were"
    raise TypeError(f"{signature[NAME]}() takes {takes} but {count} {verb} given")


def defaults_before(defaults: Any, limit: i64) -> i64:
    """How many of the positional parameters have defaults."""
    if defaults is None:
        return 0
    return limit - _count_unset(words_of(defaults), 0, limit)


def _count_unset(words: i64, start: i64, count: i64) -> i64:
    place = words + start * 8
    end = place + count * 8
    total: i64 = 0
    while place < end:
        if load_i64(place) == UNSET:
            total = total + 1
        place = place + 8
    return total


@cold
def positional_only_as_keywords(signature: Record, names: Record) -> NoReturn:
    wrong: list[str] = []
    only = small(signature[POSITIONAL_ONLY])
    index: i64 = 0
    for parameter in signature[NAMES]:
        if index < only and parameter in names:
            wrong.append(parameter)
        index = index + 1
    raise TypeError(
        f"{signature[NAME]}() got some positional-only arguments passed as keyword arguments: "
        f"'{', '.join(wrong)}'"
    )


@cold
def wrong_builtin(signature: Record, count: i64, needed: i64, named: i64) -> NoReturn:
    """What CPython has in C says how many arguments it takes, a receiver not counted."""
    name: str = signature[NAME]
    if named != 0:
        raise TypeError(f"{name}() takes no keyword arguments")
    receiver: i64 = 1 if small(signature[FLAGS]) & RECEIVER != 0 else 0
    given = count - receiver
    least = needed - receiver
    most = small(signature[POSITIONAL]) - receiver
    if most == 0:
        raise TypeError(f"{name}() takes no arguments ({int(given)} given)")
    if least == 1 and most == 1:
        raise TypeError(f"{name}() takes exactly one argument ({int(given)} given)")
    bound = "" if least == most else "at least " if given < least else "at most "
    limit = least if given < least else most
    short = name[name.find(".") + 1 :]
    raise TypeError(
        f"{short} expected {bound}{int(limit)} argument{'' if limit == 1 else 's'}, got {int(given)}"
    )


@cold
def unexpected_keyword(signature: Record, name: object) -> NoReturn:
    if small(signature[FLAGS]) & BARE != 0:
        raise TypeError(f"{signature[NAME]}() takes no arguments")
    raise TypeError(f"{signature[NAME]}() got an unexpected keyword argument '{name}'")
