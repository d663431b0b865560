"""Members that are texts."""

from typing import Any

from sesha.guest.stdlib.enum.base import Enum


class StrEnum(Enum, str):
    """A member that is a text, and that prints so."""

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str) -> str:
        return format(str(self._value_), format_spec)

    def __hash__(self) -> int:
        return hash(self._value_)

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return next_text(name)


def next_text(name: str) -> str:
    return name.lower()
