"""Implement defaultdict: a dict that makes missing values."""

from typing import Any


class defaultdict(dict[Any, Any]):
    default_factory: Any

    def __init__(self, default_factory: Any = None, /, *args: Any, **kwargs: Any) -> None:
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key: Any) -> Any:
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self) -> "defaultdict":
        return defaultdict(self.default_factory, self)

    def __copy__(self) -> "defaultdict":
        return defaultdict(self.default_factory, self)

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, dict):
            return NotImplemented
        result = defaultdict(self.default_factory, self)
        result.update(other)
        return result

    def __repr__(self) -> str:
        return f"defaultdict({self.default_factory!r}, {dict(self)!r})"
