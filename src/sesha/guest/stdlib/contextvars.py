"""Keep values per task: CPython's `contextvars`.

The values of the context that runs now are one dictionary that is never changed in place: setting
a variable makes a new one. So a copy of a context is a reference, and entering one is an assignment;
the event loop does both at every step of a task (`current_values`, `swap_values`).
"""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_values: "dict[ContextVar[Any], Any]" = {}


class _Missing:
    """The type of `Token.MISSING`: the variable had no value before."""

    def __repr__(self) -> str:
        return "<Token.MISSING>"


_MISSING = _Missing()


class Token(Generic[T]):
    """What `ContextVar.set` answers: enough to undo it."""

    MISSING = _MISSING

    def __init__(self, var: "ContextVar[T]", old_value: Any) -> None:
        self.var = var
        self.old_value = old_value
        self._used = False


class ContextVar(Generic[T]):
    """A variable with one value per context."""

    def __init__(self, name: str, *, default: Any = _MISSING) -> None:
        self.name = name
        self._default = default

    def get(self, default: Any = _MISSING) -> Any:
        found = _values.get(self, _MISSING)
        if found is not _MISSING:
            return found
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value: T) -> Token[T]:
        global _values
        token: Token[T] = Token(self, _values.get(self, _MISSING))
        changed = dict(_values)
        changed[self] = value
        _values = changed
        return token

    def reset(self, token: Token[T]) -> None:
        global _values
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        token._used = True
        changed = dict(_values)
        if token.old_value is _MISSING:
            changed.pop(self, None)
        else:
            changed[self] = token.old_value
        _values = changed

    def __repr__(self) -> str:
        return f"<ContextVar name={self.name!r}>"


class Context:
    """A set of values that code can run in."""

    def __init__(self) -> None:
        self._values: dict[ContextVar[Any], Any] = {}
        self._entered = False

    def run(self, callable: Callable[..., T], *args: Any) -> T:
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._entered = True
        before = swap_values(self._values)
        try:
            return callable(*args)
        finally:
            self._values = swap_values(before)
            self._entered = False

    def copy(self) -> "Context":
        other = Context()
        other._values = self._values
        return other

    def get(self, key: ContextVar[T], default: Any = None) -> Any:
        return self._values.get(key, default)

    def __getitem__(self, key: ContextVar[T]) -> Any:
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[ContextVar[Any]]:
        return iter(self._values)


def copy_context() -> Context:
    context = Context()
    context._values = _values
    return context


def current_values() -> dict[ContextVar[Any], Any]:
    """The values now: as good as a copy, because they are never changed in place."""
    return _values


def swap_values(values: dict[ContextVar[Any], Any]) -> dict[ContextVar[Any], Any]:
    """Make these the values of the running code; answers those of before."""
    global _values
    before = _values
    _values = values
    return before
