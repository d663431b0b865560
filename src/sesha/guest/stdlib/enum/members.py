"""Answer what an enum class itself is asked, and make its members.

The compiler calls `value_of_name` and `add` for each name of an enum's body when the class
statement runs, and leads `Color(1)`, `Color["RED"]`, iteration, `len` and `in` here.
"""

from typing import Any

from sesha.guest.stdlib.enum.base import Enum, auto
from sesha.guest.stdlib.enum.flags import Flag, single_bits
from sesha.guest.stdlib.enum.registry import (
    Members,
    canonical,
    hold_text,
    key_of,
    members_of,
    registry,
    set_member,
)


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
    if isinstance(instance, str):
        hold_text(instance, value[0] if isinstance(value, tuple) else value)
    set_member(instance, name, value, len(record.members))
    record.members.append(instance)
    record.names[name] = instance
    return instance


def arguments_of(value: Any) -> Any:
    """What an enum's own __init__ is called with."""
    return value if isinstance(value, tuple) else (value,)


def contains(members: list[Any], value: object) -> bool:
    """`value in Class`: a member or the value of one."""
    for member in members:
        if member is value:
            return True
    return canonical(members, value) is not None


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


def refuse_reassignment(name: str) -> None:
    """What assigning to a member's name does."""
    raise AttributeError(f"cannot reassign member {name!r}")


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
    return contains(members_of(self).members, value)


def __getitem__(self: Any, name: Any) -> Any:
    return lookup_name(self, name)


def names_of(self: Any) -> dict[str, Any]:
    """`Class.__members__`."""
    return dict(members_of(self).names)


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
    check_unique(enumeration.__name__, names_of(enumeration) if names is None else names)
    return enumeration
