"""Members that are integers in arithmetic."""

from typing import Any

from sesha.guest.stdlib.enum.base import Enum, value_of


class IntEnum(Enum, int):
    """A member that is its integer value in arithmetic, order and equality, and that prints so.

    Its value is its first slot: there the operations on ints look for it.
    """

    def __str__(self) -> str:
        return repr(self._value_)

    def __format__(self, format_spec: str) -> str:
        return format(int(self._value_), format_spec)

    def __int__(self) -> int:
        return int(self._value_)

    def __index__(self) -> int:
        return int(self._value_)

    def __float__(self) -> float:
        return float(self._value_)

    def __neg__(self) -> Any:
        return -self._value_

    def __invert__(self) -> Any:
        return ~self._value_

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

    def __sub__(self, other: Any) -> Any:
        return self._value_ - value_of(other)

    def __rsub__(self, other: Any) -> Any:
        return value_of(other) - self._value_

    def __mul__(self, other: Any) -> Any:
        return self._value_ * value_of(other)

    def __rmul__(self, other: Any) -> Any:
        return value_of(other) * self._value_

    def __floordiv__(self, other: Any) -> Any:
        return self._value_ // value_of(other)

    def __rfloordiv__(self, other: Any) -> Any:
        return value_of(other) // self._value_

    def __mod__(self, other: Any) -> Any:
        return self._value_ % value_of(other)

    def __rmod__(self, other: Any) -> Any:
        return value_of(other) % self._value_

    def __truediv__(self, other: Any) -> Any:
        return self._value_ / value_of(other)

    def __rtruediv__(self, other: Any) -> Any:
        return value_of(other) / self._value_

    def __lshift__(self, other: Any) -> Any:
        return self._value_ << value_of(other)

    def __rlshift__(self, other: Any) -> Any:
        return value_of(other) << self._value_

    def __rshift__(self, other: Any) -> Any:
        return self._value_ >> value_of(other)

    def __rrshift__(self, other: Any) -> Any:
        return value_of(other) >> self._value_

    def __and__(self, other: Any) -> Any:
        return self._value_ & value_of(other)

    def __rand__(self, other: Any) -> Any:
        return value_of(other) & self._value_

    def __or__(self, other: Any) -> Any:
        return self._value_ | value_of(other)

    def __ror__(self, other: Any) -> Any:
        return value_of(other) | self._value_

    def __xor__(self, other: Any) -> Any:
        return self._value_ ^ value_of(other)

    def __rxor__(self, other: Any) -> Any:
        return value_of(other) ^ self._value_

    def __lt__(self, other: Any) -> Any:
        return self._value_ < value_of(other)

    def __le__(self, other: Any) -> Any:
        return self._value_ <= value_of(other)

    def __gt__(self, other: Any) -> Any:
        return self._value_ > value_of(other)

    def __ge__(self, other: Any) -> Any:
        return self._value_ >= value_of(other)
