"""Enumerations, as the module `enum` of images.

The compiler makes the members of an enumeration when its module starts, in this way. For each
name of the class body, in order:

1. the value is computed; `auto()` is replaced by `Class._generate_next_value_(name, 1, count,
   last_values)` (`next_int`, `next_text` and `next_flag` are what the classes here answer);
2. if `canonical(members, value)` finds a member, the name is an alias of it;
3. else a member is made: an instance with `_name_`, `_value_` and `_sort_order_` set, whose own
   `__init__`, if the class defines one, is called with the value's items (a tuple) or the value.

The class record keeps `members`, the list of members without aliases, and `__members__`, the dict
of all names. What `Class(value)`, `Class[name]`, iteration, `len`, `in` and `reversed` do is
written below as functions over that list, so that they can be tested under CPython.
"""

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
        return NotImplemented if bits is None else enum_members.combine(self, self._value_ | bits)

    def __and__(self, other: Any) -> Any:
        bits = self._operand(other)
        return NotImplemented if bits is None else enum_members.combine(self, self._value_ & bits)

    def __xor__(self, other: Any) -> Any:
        bits = self._operand(other)
        return NotImplemented if bits is None else enum_members.combine(self, self._value_ ^ bits)

    def __invert__(self) -> Any:
        return enum_members.combine(self, ~self._value_)

    def __contains__(self, other: Any) -> bool:
        bits = self._operand(other)
        if bits is None:
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{type(self).__qualname__!r}"
            )
        return bool(self._value_ & bits == bits)

    def __iter__(self) -> Any:
        return iter(enum_members.parts(self))

    def __len__(self) -> int:
        return len(enum_members.parts(self))

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> int:
        return next_flag(last_values, start)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return enum_members.flag_of(cls, value)


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


# --- values of auto() ----------------------------------------------------------------------------
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


def next_text(name: str) -> str:
    return name.lower()


def next_flag(last_values: list[Any], start: int = 1) -> int:
    """The bit above the highest one so far."""
    if not last_values:
        return start
    highest = max(last_values)
    if not isinstance(highest, int):
        raise TypeError(f"invalid flag value {highest!r}")
    return 1 << highest.bit_length()


# --- the members of a class -------------------------------------------------------------------------
def canonical(members: list[Any], value: object) -> Any:
    """The member of that value, or None."""
    for member in members:
        known = member._value_
        if known is value or known == value:
            return member
    return None


def contains(members: list[Any], value: object) -> bool:
    """`value in Class`: a member or the value of one."""
    for member in members:
        if member is value:
            return True
    return canonical(members, value) is not None


# --- flags --------------------------------------------------------------------------------------------
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


# --- class decorators ------------------------------------------------------------------------------
def check_unique(class_name: str, names: dict[str, Any]) -> None:
    """What `@unique` does: refuse aliases."""
    aliases: list[str] = []
    for name, member in names.items():
        if name != member._name_:
            aliases.append(f"{name} -> {member._name_}")
    if aliases:
        raise ValueError(f"duplicate values found in <enum {class_name!r}>: {', '.join(aliases)}")


def unique(enumeration: Any) -> Any:
    """Refuse an enumeration that has aliases."""
    names = getattr(enumeration, "__members__", None)  # CPython's, in tests
    check_unique(enumeration.__name__, enum_members.names_of(enumeration) if names is None else names)
    return enumeration


# At the end: the members' module is made of the classes above.
from sesha.guest.stdlib import enum_members  # noqa: E402
