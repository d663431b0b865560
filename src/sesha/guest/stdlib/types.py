"""Names for types, as the module `types` of images: `SimpleNamespace`, and what can be told apart."""

from typing import Any

from sesha.guest.stdlib._types import GenericAlias as GenericAlias, Union as UnionType  # noqa: F401


class SimpleNamespace:
    """An object with whatever attributes it is given."""

    def __init__(self, mapping: Any = (), /, **kwargs: Any) -> None:
        object.__setattr__(self, "_values", dict(mapping))
        self._values: dict[str, Any]
        self._values.update(kwargs)

    def __getattr__(self, name: str) -> Any:
        values = self._values
        if name not in values:
            raise AttributeError(f"'types.SimpleNamespace' object has no attribute '{name}'")
        return values[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self._values[name] = value

    def __delattr__(self, name: str) -> None:
        if name not in self._values:
            raise AttributeError(f"'types.SimpleNamespace' object has no attribute '{name}'")
        del self._values[name]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self._values == other._values

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self._values.items()]
        return "namespace(" + ", ".join(parts) + ")"
