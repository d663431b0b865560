"""What parsing finds: `Namespace`, an object whose attributes are the arguments."""

from typing import Any


class Namespace:
    """Attributes by name, kept in one dict in the order in which they were set."""

    __module__ = "argparse"

    def __init__(self, **kwargs: Any) -> None:
        object.__setattr__(self, "_values", kwargs)
        self._values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        values = self._values
        if name not in values:
            raise AttributeError(f"'Namespace' object has no attribute '{name}'")
        return values[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self._values[name] = value

    def __delattr__(self, name: str) -> None:
        if name not in self._values:
            raise AttributeError(f"'Namespace' object has no attribute '{name}'")
        del self._values[name]

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Namespace):
            return NotImplemented
        return self._values == other._values

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts: list[str] = []
        odd: list[str] = []
        for name, value in self._values.items():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                odd.append(f"{name!r}: {value!r}")
        if odd:
            parts.append("**{" + ", ".join(odd) + "}")
        return "Namespace(" + ", ".join(parts) + ")"


def values_of(namespace: Namespace) -> dict[str, Any]:
    """The attributes as the dict in which they are kept."""
    return namespace._values
