"""Match the arguments of a generic call to a function's parameters, as Python does.

The static signature record is a tuple: (qualified name, names of the parameters without `*` and
`**`, number of positional-only ones, number of positional ones in all, number of keyword-only
ones, has `*args`, flags). The flags are 1 for `**kwargs` and those of call_errors.py. `bind` fills one
word for each parameter in the order of the `def`: positional, the `*args` tuple, keyword-only, the
`**kwargs` dict. `defaults` has a word for each name, UNSET where there is none, or is None.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import UNSET
from sesha.guest.builtins.call_errors import (
    defaults_before,
    missing_arguments,
    positional_only_as_keywords,
    too_many_positional,
    unexpected_keyword,
    wrong_builtin,
)
from sesha.guest.builtins.tuple import from_words, words_of
from sesha.guest.cpu.intrinsics import (
    call_resume,
    copy_memory,
    load_i64,
    load_word,
    small,
    store_i64,
    store_word,
)

Record = tuple[Any, ...]
NAME = 0
NAMES = 1
POSITIONAL_ONLY = 2
POSITIONAL = 3
KEYWORD_ONLY = 4
HAS_VARARGS = 5
HAS_VARKW = 6

asker: i64 = 0
"""Address of what is told the signature when there are fewer than no arguments (function_signature.py)."""


def bind(signature: Record, defaults: Any, arguments: i64, count: i64, names: Any, out: i64) -> None:
    """Fill `out` with the parameters' values; TypeError when the arguments do not fit."""
    if count < 0:
        call_resume(asker, signature, defaults, 0)
    limit = small(signature[POSITIONAL])
    named: i64 = 0 if names is None else len(names)
    given = count - named
    taken = given if given < limit else limit
    total = limit + small(signature[KEYWORD_ONLY])
    shift: i64 = 1 if signature[HAS_VARARGS] else 0
    copy_memory(out, arguments, taken * 8)
    _clear(out + taken * 8, total + shift - taken)
    if shift != 0:
        store_word(out + limit * 8, from_words(arguments + taken * 8, given - taken))
    extra: Any = None
    if small(signature[HAS_VARKW]) & 1 != 0:
        extra = {}
        store_word(out + (total + shift) * 8, extra)
    if named != 0:
        _take_keywords(signature, names, arguments + given * 8, out, extra)
    if given > limit and shift == 0:
        too_many_positional(signature, defaults, given, out)
    _fill_defaults(signature, defaults, out, limit, shift, total)


def bind_builtin(signature: Record, defaults: Any, arguments: i64, count: i64, names: Any, out: i64) -> None:
    """The same for a function that names no parameters; its complaints have other words."""
    named: i64 = 0 if names is None else len(names)
    limit = small(signature[POSITIONAL])
    needed = limit - defaults_before(defaults, limit)
    if named != 0 or count < needed or (count > limit and not signature[HAS_VARARGS]):
        if small(signature[HAS_VARKW]) & 1 == 0:
            wrong_builtin(signature, count, needed, named)
    bind(signature, defaults, arguments, count, names, out)


def _clear(place: i64, count: i64) -> None:
    while count > 0:
        store_i64(place, UNSET)
        place = place + 8
        count = count - 1


def _take_keywords(signature: Record, names: Record, values: i64, out: i64, extra: Any) -> None:
    """Store the keyword arguments: in their parameters' words, or in `extra`."""
    limit = small(signature[POSITIONAL])
    only = small(signature[POSITIONAL_ONLY])
    shift: i64 = 1 if signature[HAS_VARARGS] else 0
    for name in names:
        index = position_of(signature[NAMES], name)
        if index >= only:
            place = out + index * 8 if index < limit else out + (index + shift) * 8
            if load_i64(place) != UNSET:
                raise TypeError(f"{signature[NAME]}() got multiple values for argument '{name}'")
            store_word(place, load_word(values))
        elif extra is not None:
            extra[name] = load_word(values)
        elif index >= 0:
            positional_only_as_keywords(signature, names)
        else:
            unexpected_keyword(signature, name)
        values = values + 8


def position_of(parameters: Record, name: str) -> i64:
    """The index of the parameter of that name, or -1."""
    index: i64 = 0
    for parameter in parameters:
        if parameter == name:
            return index
        index = index + 1
    return -1


def _fill_defaults(signature: Record, defaults: Any, out: i64, limit: i64, shift: i64, total: i64) -> None:
    """Give each parameter that has no value its default; TypeError if any has none."""
    index: i64 = 0
    lacking = False
    while index < total:
        place = out + index * 8 if index < limit else out + (index + shift) * 8
        if load_i64(place) == UNSET:
            if defaults is not None:
                store_i64(place, load_i64(words_of(defaults) + index * 8))
            if load_i64(place) == UNSET:
                lacking = True
        index = index + 1
    if lacking:
        missing_arguments(signature, out, limit, shift, total)
