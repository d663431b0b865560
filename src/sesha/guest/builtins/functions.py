"""Implement the built-in functions that look at one value: len, iter, next, hash, callable ...

functions_reduce.py has those that go through an iterable, functions_number.py those about
numbers; all can be called from here. In these modules the names mean the functions below.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import RESUME_SEND, TAG_POINTER
from sesha.guest.builtins import operators
from sesha.guest.builtins.functions_async import aiter as aiter, anext as anext
from sesha.guest.builtins.functions_attributes import (
    delattr as delattr,
    getattr as getattr,
    hasattr as hasattr,
    setattr as setattr,
)
from sesha.guest.builtins.functions_number import (
    abs as abs,
    bin as bin,
    divmod as divmod,
    hex as hex,
    oct as oct,
    pow as pow,
    round as round,
)
from sesha.guest.builtins.functions_reduce import (
    all as all,
    any as any,
    max as max,
    min as min,
    sorted as sorted,
    sum as sum,
)
from sesha.guest.builtins.functions_vars import vars as vars
from sesha.guest.builtins.generator import resume, value_or_stop
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.input import input as input
from sesha.guest.builtins.isinstance_dynamic import (
    isinstance_dynamic as isinstance_dynamic,
    issubclass_dynamic as issubclass_dynamic,
)
from sesha.guest.builtins.iteration import (
    callable_iterator,
    checked_iter,
    is_done,
    next_or_done,
)
from sesha.guest.builtins.operators_index import clamped_index
from sesha.guest.builtins.str_items import ordinal
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import text_from_code
from sesha.guest.builtins.type import has_exact_class, is_class, is_object
from sesha.guest.cpu.intrinsics import (
    bits,
    class_id,
    class_id_of,
    cold,
    from_small,
    method_entry,
    method_or,
)

MAXIMUM_CODE = 0x10FFFF


def len(value: object) -> int:
    return int(operators.length_of(value))


def iter(value: Any, *sentinel: Any) -> Any:
    if not sentinel:
        return checked_iter(value)
    if not callable(value):
        raise TypeError("iter(v, w): v must be callable")
    return callable_iterator(value, sentinel[0])


def next(iterator: Any, *default: Any) -> Any:
    if default:
        value = next_or_done(iterator)
        return default[0] if is_done(value) else value
    if has_exact_class(iterator, class_id_of("generator")):
        return value_or_stop(iterator, resume(iterator, None, RESUME_SEND))
    result: Any = method_or(NotImplemented, iterator, "__next__")
    if result is NotImplemented:
        raise TypeError(f"'{type_name(iterator)}' object is not an iterator")
    return result


def exit(code: Any = None) -> NoReturn:
    raise SystemExit(code)


def quit(code: Any = None) -> NoReturn:
    raise SystemExit(code)


def callable(value: object) -> bool:
    if not is_object(value):
        return False
    if has_exact_class(value, class_id_of("function")) or has_exact_class(value, class_id_of("method")):
        return True
    return is_class(value) or method_entry(class_id(value), "__call__") != 0


def hash(value: object) -> int:
    return int(hash_of(value))


def id(value: object) -> int:
    """An object's address; for a value inside its word the word itself."""
    return int(bits(value) - TAG_POINTER) if is_object(value) else int(bits(value))


def isinstance(value: object, classes: Any) -> bool:
    return isinstance_dynamic(value, classes)


def issubclass(cls: Any, classes: Any) -> bool:
    return issubclass_dynamic(cls, classes)


# --- characters --------------------------------------------------------------------------------------
def chr(code: Any) -> str:
    number = clamped_index(code)
    if number < 0 or number > MAXIMUM_CODE:
        raise ValueError("chr() arg not in range(0x110000)")
    return text_from_code(number)


def ord(character: Any) -> int:
    if isinstance(character, str):
        return from_small(ordinal(character))
    if not has_exact_class(character, class_id_of(bytes)) and not has_exact_class(
        character, class_id_of(bytearray)
    ):
        raise TypeError(f"ord() expected string of length 1, but {type_name(character)} found")
    size = operators.length_of(character)
    if size != 1:
        _not_a_character(size)
    result: int = character[0]
    return result


@cold
def _not_a_character(size: i64) -> NoReturn:
    raise TypeError(f"ord() expected a character, but string of length {int(size)} found")
