"""Members that are sets of bits; combinations are made when they are asked for."""

from typing import Any

from sesha.guest.stdlib.enum.base import Enum, value_of
from sesha.guest.stdlib.enum.registry import canonical, members_of, new_instance, set_member


class Flag(Enum):
    """A set of bits, each a member; combinations are made when they are asked for."""

    def __repr__(self) -> str:
        return flag_repr(type(self).__name__, self._name_, self._value_)

    def __str__(self) -> str:
        return flag_text(type(self).__name__, self._name_, self._value_)

    def __bool__(self) -> bool:
        return bool(self._value_)

    def _operand(self, other: Any) -> Any:
        """The bits of the other side of an operator; None if it is no flag of the same class."""
        return other._value_ if type(other) is type(self) else None

    def __or__(self, other: Any) -> Any:
        bits = self._operand(other)
        return NotImplemented if bits is None else combine(self, self._value_ | bits)

    def __and__(self, other: Any) -> Any:
        bits = self._operand(other)
        return NotImplemented if bits is None else combine(self, self._value_ & bits)

    def __xor__(self, other: Any) -> Any:
        bits = self._operand(other)
        return NotImplemented if bits is None else combine(self, self._value_ ^ bits)

    def __invert__(self) -> Any:
        return combine(self, ~self._value_)

    def __contains__(self, other: Any) -> bool:
        bits = self._operand(other)
        if bits is None:
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{type(self).__qualname__!r}"
            )
        return bool(self._value_ & bits == bits)

    def __iter__(self) -> Any:
        return iter(parts(self))

    def __len__(self) -> int:
        return len(parts(self))

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> int:
        return next_flag(last_values, start)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return flag_of(cls, value)


class IntFlag(Flag):
    """A flag that is its integer value in arithmetic, and that prints so."""

    def __str__(self) -> str:
        return repr(self._value_)

    def __format__(self, format_spec: str) -> str:
        return format(int(self._value_), format_spec)

    def _operand(self, other: Any) -> Any:
        bits = value_of(other)
        return bits if isinstance(bits, int) else None

    def __ror__(self, other: Any) -> Any:
        return self.__or__(other)

    def __rand__(self, other: Any) -> Any:
        return self.__and__(other)

    def __rxor__(self, other: Any) -> Any:
        return self.__xor__(other)

    def __int__(self) -> int:
        return int(self._value_)

    def __index__(self) -> int:
        return int(self._value_)

    def __eq__(self, other: object) -> bool:
        return bool(self._value_ == value_of(other))

    def __hash__(self) -> int:
        return hash(self._value_)


def next_flag(last_values: list[Any], start: int = 1) -> int:
    """The bit above the highest one so far."""
    if not last_values:
        return start
    highest = max(last_values)
    if not isinstance(highest, int):
        raise TypeError(f"invalid flag value {highest!r}")
    return 1 << highest.bit_length()


# --- combinations -------------------------------------------------------------------------------
def flag_of(cls: Any, value: Any) -> Any:
    """The flag of a value, a combination made on first use."""
    record = members_of(cls)
    known: Any = canonical(record.members, value)
    if known is not None:
        return known
    keeps = isinstance(record.members[0], IntFlag)
    bits = flag_value(cls.__qualname__, record.members, value, keeps)
    known = canonical(record.members, bits)
    if known is not None:
        return known
    if bits not in record.combinations:
        made = new_instance(cls)
        name: Any = flag_name(record.members, bits)
        set_member(made, name, bits, 0)
        record.combinations[bits] = made
    return record.combinations[bits]


def combine(flag: Any, bits: int) -> Any:
    """The flag of the same class that has these bits."""
    cls: Any = type(flag)
    return flag_of(cls, bits)


def parts(flag: Any) -> list[Any]:
    """The members of one bit that a flag consists of."""
    return flag_members(members_of(type(flag)).members, flag._value_)


# --- bits and names -----------------------------------------------------------------------------
def single_bits(members: list[Any]) -> list[Any]:
    """The members of exactly one bit: what iterating over a flag class gives."""
    return [member for member in members if member._value_ and not member._value_ & (member._value_ - 1)]


def all_bits(members: list[Any]) -> int:
    bits = 0
    for member in members:
        bits |= member._value_
    return bits


def flag_value(class_name: str, members: list[Any], value: object, keeps_unknown: bool) -> int:
    """The value that a combination has: negative values are complements, unknown bits refused."""
    if not isinstance(value, int):
        raise ValueError(f"{value!r} is not a valid {class_name}")
    known = all_bits(members)
    limit = 1 << known.bit_length()
    if not -limit <= value < limit or value & (limit - 1 ^ known):
        if not keeps_unknown:
            width = max(value.bit_length(), known.bit_length())
            raise ValueError(
                f"<flag {class_name!r}> invalid value {value!r}\n"
                f"    given {_bits(value, width)}\n"
                f"  allowed {_bits(known, width)}"
            )
        if value < 0:
            return max(limit, 1 << value.bit_length()) + value
    if value >= 0:
        return value
    return limit + value if keeps_unknown else value & known


def _bits(value: int, width: int) -> str:
    """The number in two's complement: the sign, then its digits."""
    digits = bin(value & (1 << width) - 1)[2:].zfill(width)
    return ("0b1 " if value < 0 else "0b0 ") + digits


def flag_name(members: list[Any], value: int) -> str | None:
    """The name of a combination: its single bits, in the order of their values."""
    names: list[str] = []
    rest = value
    for member in sorted(single_bits(members), key=_value_of):
        if member._value_ & value:
            names.append(member._name_)
            rest &= ~member._value_
    if not names:
        return None
    if rest:
        names.append(str(rest))
    return "|".join(names)


def flag_members(members: list[Any], value: int) -> list[Any]:
    """The single-bit members that a combination consists of: what iterating over it gives."""
    return [member for member in sorted(single_bits(members), key=_value_of) if member._value_ & value]


def _value_of(member: Any) -> int:
    value: int = member._value_
    return value


def flag_repr(class_name: str, name: str | None, value: int) -> str:
    if name is None:
        return f"<{class_name}: {value!r}>"
    return f"<{class_name}.{name}: {value!r}>"


def flag_text(class_name: str, name: str | None, value: int) -> str:
    if name is None:
        return f"{class_name}({value!r})"
    return f"{class_name}.{name}"
