"""Bind functions to their receivers: method objects, and what attribute access makes of values.

A `function` object is laid out by layout.py FUNCTION_*, a `method` by METHOD_*; the compiler makes
the former, `bind_method` the latter.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    FUNCTION_DEFAULTS,
    FUNCTION_NAME,
    FUNCTION_NOTES,
    METHOD_FUNCTION,
    METHOD_SELF,
    METHOD_SIZE,
    NOTES_DEFAULTS,
    NOTES_DOC,
    NOTES_KEYWORDS,
    NOTES_MODULE,
    NOTES_POSITIONAL,
    TUPLE_ITEMS,
    UNSET,
)
from sesha.guest.builtins.text_of import address_text
from sesha.guest.builtins.type import class_of, has_exact_class
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    call_resume,
    class_id_of,
    load_word,
    method_or,
    object_at,
    small,
    store_word,
    word,
)
from sesha.guest.memory.allocate import allocate


def bind_method(function: Any, receiver: Any) -> Any:
    """`receiver.function`: a method object."""
    place = allocate(METHOD_SIZE, class_id_of("method"))
    store_word(place + METHOD_FUNCTION, function)
    store_word(place + METHOD_SELF, receiver)
    return object_at(place)


def bind_if_function(value: Any, receiver: Any) -> Any:
    """What `receiver.name` gives when the class has the value under that name."""
    if has_exact_class(value, class_id_of("function")):
        return bind_method(value, receiver)
    result: Any = method_or(word(UNSET), value, "__get__", receiver, class_of(receiver))
    return value if bits(result) == UNSET else result


def of_class(value: Any, owner: Any) -> Any:
    """What `owner.name` gives when the class has the value under that name."""
    result: Any = method_or(word(UNSET), value, "__get__", None, owner)
    return value if bits(result) == UNSET else result


# --- what a function says of itself ------------------------------------------------------------------
reader: i64 = 0
"""Address of function_state.read once a program has changed something of a function."""


def _changed(self: Any, name: str) -> Any:
    return word(UNSET) if reader == 0 else call_resume(reader, self, name, 0)


def qualname_of(self: Any) -> str:
    changed: Any = _changed(self, "__qualname__")
    if bits(changed) == UNSET:
        changed = load_word(address(self) + FUNCTION_NAME)
    result: str = changed
    return result


def name_of(self: Any) -> str:
    """`__name__`: the last part of the qualified name."""
    changed: Any = _changed(self, "__name__")
    if bits(changed) == UNSET:
        return qualname_of(self).rpartition(".")[2]
    result: str = changed
    return result


def doc_of(self: Any) -> Any:
    changed: Any = _changed(self, "__doc__")
    return _note(self, NOTES_DOC) if bits(changed) == UNSET else changed


def module_of(self: Any) -> Any:
    changed: Any = _changed(self, "__module__")
    return _note(self, NOTES_MODULE) if bits(changed) == UNSET else changed


def _note(self: Any, index: int) -> Any:
    """One of the notes that the compiler adds to functions when a program asks for them."""
    notes: Any = load_word(address(self) + FUNCTION_NOTES)
    return None if notes is None else notes[index]


def defaults_of(self: Any) -> Any:
    """`__defaults__`"""
    held = _held_defaults(self)
    if held is None:
        return None
    values = []
    count: int = _note(self, NOTES_POSITIONAL)
    for index in range(count):
        value: Any = _default(held, index)
        if bits(value) != UNSET:
            values.append(value)
    return tuple(values) if values else None


def keyword_defaults_of(self: Any) -> Any:
    """`__kwdefaults__`"""
    held = _held_defaults(self)
    if held is None:
        return None
    place: int = _note(self, NOTES_POSITIONAL)
    found: dict[str, Any] = {}
    for name in _note(self, NOTES_KEYWORDS):
        value: Any = _default(held, place)
        if bits(value) != UNSET:
            found[name] = value
        place += 1
    return found if found else None


def default_at(held: Any, index: int, otherwise: Any) -> Any:
    """The default of that parameter, or `otherwise`."""
    value: Any = _default(held, index)
    return otherwise if bits(value) == UNSET else value


def _default(held: Any, index: int) -> Any:
    return load_word(address(held) + TUPLE_ITEMS + small(index) * 8)


def _held_defaults(self: Any) -> Any:
    """A word for each parameter, UNSET where it has no default. Functions of the image have theirs in
    the code that calls them."""
    held: Any = load_word(address(self) + FUNCTION_DEFAULTS)
    if held is None and _note(self, NOTES_DEFAULTS):
        raise NotImplementedError("the defaults of a function of a module, asked for as a value")
    return held


def __repr__(self: Any) -> str:
    return "<function " + qualname_of(self) + " at " + address_text(address(self)) + ">"
