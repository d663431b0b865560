"""Members that are texts."""

from typing import Any

from sesha.guest.stdlib.enum.base import Enum, value_of


class StrEnum(Enum):
    """A member that is a text, and that prints so."""

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str) -> str:
        return format(str(self._value_), format_spec)

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return next_text(name)

    def __eq__(self, other: object) -> bool:
        return bool(self._value_ == value_of(other))

    def __hash__(self) -> int:
        return hash(self._value_)

    def __bool__(self) -> bool:
        return bool(self._value_)

    def __add__(self, other: Any) -> Any:
        return self._value_ + value_of(other)

    def __radd__(self, other: Any) -> Any:
        return value_of(other) + self._value_

    def __lt__(self, other: Any) -> Any:
        return self._value_ < value_of(other)

    def __le__(self, other: Any) -> Any:
        return self._value_ <= value_of(other)

    def __gt__(self, other: Any) -> Any:
        return self._value_ > value_of(other)

    def __ge__(self, other: Any) -> Any:
        return self._value_ >= value_of(other)

    def __contains__(self, part: str) -> bool:
        return part in self._value_

    def __len__(self) -> int:
        return len(self._value_)

    def __getitem__(self, index: Any) -> Any:
        return self._value_[index]

    def __iter__(self) -> Any:
        return iter(self._value_)

    def lower(self) -> str:
        return str(self._value_).lower()

    def upper(self) -> str:
        return str(self._value_).upper()

    def title(self) -> str:
        return str(self._value_).title()

    def capitalize(self) -> str:
        return str(self._value_).capitalize()

    def casefold(self) -> str:
        return str(self._value_).casefold()

    def swapcase(self) -> str:
        return str(self._value_).swapcase()

    def isalpha(self) -> bool:
        return str(self._value_).isalpha()

    def isdigit(self) -> bool:
        return str(self._value_).isdigit()

    def isalnum(self) -> bool:
        return str(self._value_).isalnum()

    def isupper(self) -> bool:
        return str(self._value_).isupper()

    def islower(self) -> bool:
        return str(self._value_).islower()

    def isspace(self) -> bool:
        return str(self._value_).isspace()

    def isidentifier(self) -> bool:
        return str(self._value_).isidentifier()

    def strip(self, part: str | None = None) -> str:
        return str(self._value_).strip(part)

    def lstrip(self, part: str | None = None) -> str:
        return str(self._value_).lstrip(part)

    def rstrip(self, part: str | None = None) -> str:
        return str(self._value_).rstrip(part)

    def split(self, part: str | None = None) -> list[str]:
        return str(self._value_).split(part)

    def startswith(self, part: str) -> bool:
        return str(self._value_).startswith(part)

    def endswith(self, part: str) -> bool:
        return str(self._value_).endswith(part)

    def removeprefix(self, part: str) -> str:
        return str(self._value_).removeprefix(part)

    def removesuffix(self, part: str) -> str:
        return str(self._value_).removesuffix(part)

    def find(self, part: str) -> int:
        return str(self._value_).find(part)

    def count(self, part: str) -> int:
        return str(self._value_).count(part)

    def replace(self, old: str, new: str) -> str:
        return str(self._value_).replace(old, new)

    def join(self, parts: Any) -> str:
        return str(self._value_).join(parts)

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        return str(self._value_).encode(encoding, errors)


def next_text(name: str) -> str:
    return name.lower()
