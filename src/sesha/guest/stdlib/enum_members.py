"""Keep the members of every enumeration: what an enum class itself answers.

The compiler calls `value_of_name` and `add` for each name of an enum's body when the class
statement runs, and leads `Color(1)`, `Color["RED"]`, iteration, `len` and `in` here.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import TYPE_ID, TYPE_SIZE
from sesha.guest.cpu.intrinsics import (
    address,
    load_u32,
    object_at,
)
from sesha.guest.memory.allocate import allocate
from sesha.guest.stdlib.enum import (
    Enum,
    Flag,
    IntFlag,
    auto,
    canonical,
    flag_members,
    flag_name,
    flag_value,
    single_bits,
)


class Members:
    """The members of one class: without aliases in order, and all names."""

    members: list[Any]
    names: dict[str, Any]
    values: list[Any]
    combinations: dict[int, Any]

    def __init__(self) -> None:
        self.members = []
        self.names = {}
        self.values = []
        self.combinations = {}


registry: dict[str, Members] = {}
"""By qualified class name with its module."""


def key_of(cls: Any) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def members_of(cls: Any) -> Members:
    found = registry.get(key_of(cls))
    if found is None:
        raise TypeError("'type' object is not iterable")
    return found


def value_of_name(cls: Any, name: str, value: Any) -> Any:
    """The value of a name in the body: auto() is filled in."""
    key = key_of(cls)
    if key not in registry:
        registry[key] = Members()
    if isinstance(value, Enum):
        value = value._value_
    if not isinstance(value, auto):
        registry[key].values.append(value)
        return value
    values = registry[key].values
    made: Any = cls._generate_next_value_(name, 1, len(values), list(values))
    values.append(made)
    return made


def add(cls: Any, instance: Any, name: str, value: Any) -> Any:
    """The member of that name: the instance, or the member that it is an alias of."""
    record = members_of(cls)
    known: Any = canonical(record.members, value)
    if known is not None:
        record.names[name] = known
        return known
    set_member(instance, name, value, len(record.members))
    record.members.append(instance)
    record.names[name] = instance
    return instance


def arguments_of(value: Any) -> Any:
    """What an enum's own __init__ is called with."""
    return value if isinstance(value, tuple) else (value,)


def set_member(instance: Enum, name: Any, value: Any, order: int) -> None:
    instance._value_ = value
    instance._name_ = name
    instance._sort_order_ = order


def lookup_value(cls: Any, value: Any) -> Any:
    """`Class(value)`; a member stands for itself."""
    if type(value) is cls:
        return value
    record = members_of(cls)
    known: Any = canonical(record.members, value)
    return known if known is not None else missing(cls, value)


def missing(cls: Any, value: Any) -> Any:
    """What the class makes of a value that no member has."""
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        made: Any = cls._missing_(value)
    except Exception as failure:
        if not isinstance(failure, ValueError):
            failure.__context__ = invalid
        raise
    if made is None:
        raise invalid
    if type(made) is not cls:
        name = cls.__name__
        message = f"error in {name}._missing_: returned {made!r} instead of None or a valid member"
        error = TypeError(message)
        error.__context__ = invalid
        raise error
    return made


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


def refuse_reassignment(name: str) -> None:
    """What assigning to a member's name does."""
    raise AttributeError(f"cannot reassign member {name!r}")


def combine(flag: Any, bits: int) -> Any:
    """The flag of the same class that has these bits."""
    cls: Any = type(flag)
    return flag_of(cls, bits)


def parts(flag: Any) -> list[Any]:
    """The members of one bit that a flag consists of."""
    return flag_members(members_of(type(flag)).members, flag._value_)


def new_instance(cls: Any) -> Any:
    """An instance of an enum class, its attributes not set."""
    record = address(cls)
    size: i64 = load_u32(record + TYPE_SIZE)
    return object_at(allocate((size + 15) & -16, load_u32(record + TYPE_ID)))


def lookup_name(cls: Any, name: Any) -> Any:
    """`Class[name]`."""
    return members_of(cls).names[name]


def visible(cls: Any) -> list[Any]:
    """What iterating over the class gives."""
    record = members_of(cls)
    if record.members and isinstance(record.members[0], Flag):
        return single_bits(record.members)
    return record.members


def __iter__(self: Any) -> Any:
    return iter(visible(self))


def __reversed__(self: Any) -> Any:
    return reversed(visible(self))


def __len__(self: Any) -> int:
    return len(visible(self))


def __contains__(self: Any, value: Any) -> bool:
    record = members_of(self)
    for member in record.members:
        if member is value:
            return True
    return canonical(record.members, value) is not None


def __getitem__(self: Any, name: Any) -> Any:
    return lookup_name(self, name)


def names_of(self: Any) -> dict[str, Any]:
    """`Class.__members__`."""
    return dict(members_of(self).names)
