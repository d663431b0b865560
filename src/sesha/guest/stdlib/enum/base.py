"""Say what every member of an enumeration is: a name and a value."""

from typing import Any


class auto:
    """A value to be filled in."""

    def __init__(self) -> None:
        self.value: Any = None


class Enum:
    """A member of an enumeration: a name and a value."""

    _value_: Any
    _name_: Any  # None for a combination of flags that has no members
    _sort_order_: int

    @property
    def name(self) -> Any:
        return self._name_

    @property
    def value(self) -> Any:
        return self._value_

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec: str) -> str:
        return format(str(self), format_spec)

    def __hash__(self) -> int:
        return hash(self._name_)

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> Any:
        return next_int(last_values, start)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return None


def value_of(value: Any) -> Any:
    """What stands for a value in arithmetic: a member's value, anything else itself."""
    return value._value_ if isinstance(value, Enum) else value


def next_int(last_values: list[Any], start: int = 1) -> int:
    """One more than the highest value so far."""
    if not last_values:
        return start
    try:
        highest = max(last_values)
    except TypeError:
        raise TypeError("unable to sort non-numeric values") from None
    try:
        return int(highest + 1)
    except TypeError:
        raise TypeError(f"unable to increment {highest!r}") from None
