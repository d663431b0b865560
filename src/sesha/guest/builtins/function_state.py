"""Hold what a program changes of its functions: their names and docstrings, attributes of their own.

A function that was made while running keeps its state in place of its name; those of the image
cannot be written, so theirs are in a table. Only programs that set something have this at all:
function.py asks through `reader` once there is any state.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import FUNCTION_NAME, UNSET
from sesha.guest.builtins import function
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id_of,
    function_address,
    load_word,
    store_word,
    ult,
    word,
)
from sesha.guest.memory import heap


class FunctionState:
    """`given` are the names that were set, by attribute; `source` is what `wraps` was given."""

    qualname: str
    given: dict[str, Any]
    attributes: dict[str, Any]
    source: Any

    def __init__(self, qualname: str) -> None:
        self.qualname = qualname
        self.given = {}
        self.attributes = {}
        self.source = None


SETTABLE = ("__name__", "__qualname__", "__doc__", "__module__")
_of_image: dict[int, FunctionState] = {}


def find(self: Any) -> FunctionState | None:
    held: Any = load_word(address(self) + FUNCTION_NAME)
    if isinstance(held, FunctionState):
        return held
    return None if _is_made(self) else _of_image.get(int(address(self)))


def _is_made(self: Any) -> bool:
    """Whether the function was made while running: it lies in the heap."""
    return ult(address(self) - heap.blocks, heap.top << heap.BLOCK_SHIFT)


def state_of(self: Any) -> FunctionState:
    """The state of a function, made if it has none."""
    found = find(self)
    if found is not None:
        return found
    name: str = load_word(address(self) + FUNCTION_NAME)
    state = FunctionState(name)
    if _is_made(self):
        store_word(address(self) + FUNCTION_NAME, state)
    else:
        _of_image[int(address(self))] = state
    function.reader = function_address(read)
    return state


def read(self: Any, name: Any, mode: i64) -> Any:
    """What was set in place of a function's own attribute, or UNSET; the qualified name always."""
    state = find(self)
    if state is None:
        return load_word(address(self) + FUNCTION_NAME) if name == "__qualname__" else word(UNSET)
    if name in state.given:
        return state.given[name]
    if state.source is not None:
        found: Any = _of_source(state.source, name)
        if bits(found) != UNSET:
            return found
    return state.qualname if name == "__qualname__" else word(UNSET)


def _of_source(source: Any, name: str) -> Any:
    if name == "__doc__":
        return getattr(source, "__doc__", word(UNSET))
    if name == "__name__":
        return getattr(source, "__name__", word(UNSET))
    if name == "__qualname__":
        return getattr(source, "__qualname__", word(UNSET))
    return getattr(source, "__module__", word(UNSET))


# --- attributes --------------------------------------------------------------------------------------
def attributes_of(self: Any) -> dict[str, Any]:
    """`__dict__`"""
    return state_of(self).attributes


def attribute_or(self: Any, name: str, default: Any) -> Any:
    state = find(self)
    return default if state is None else state.attributes.get(name, default)


def set_attribute(self: Any, name: str, value: Any) -> None:
    if name not in SETTABLE:
        state_of(self).attributes[name] = value
        return
    if name in ("__name__", "__qualname__") and not isinstance(value, str):
        raise TypeError(f"{name} must be set to a string object")
    state_of(self).given[name] = value


def delete_attribute(self: Any, name: str) -> None:
    state = find(self)
    if state is None or name not in state.attributes:
        raise AttributeError(f"'{type_name(self)}' object has no attribute '{name}'")
    del state.attributes[name]


def wrap(wrapper: Any, wrapped: Any) -> None:
    """Make a function look like what it wraps: `functools.wraps`."""
    state = state_of(wrapper)
    state.source = wrapped
    if has_exact_class(wrapped, class_id_of("function")):
        inner = find(wrapped)
        if inner is not None:
            state.attributes.update(inner.attributes)
    state.attributes["__wrapped__"] = wrapped
