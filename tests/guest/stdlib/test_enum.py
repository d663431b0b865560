"""Compare the guest's enum functions with what CPython's enumerations do."""

import enum
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from sesha.guest.stdlib import enum as ours
from sesha.guest.stdlib.enum import base, flags, members as members_of_classes, registry, texts

pytestmark = pytest.mark.fast


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1  # noqa: PIE796


class Access(enum.Flag):
    READ = 1
    WRITE = 2
    RUN = 8
    BOTH = 3


def member(cls: Any, theirs: Any) -> Any:
    made = cls()
    made._name_ = theirs.name
    made._value_ = theirs.value
    return made


def outcome(function: Callable[..., Any], *arguments: Any) -> str:
    try:
        return repr(function(*arguments))
    except (ValueError, KeyError, TypeError) as error:
        return repr(error)


def test_lookup() -> None:
    members = list(Colour)
    for value in (1, 2, 1.0):
        assert registry.canonical(members, value) is Colour(value)
    for value in (3, "RED"):
        assert registry.canonical(members, value) is None
    assert members_of_classes.contains(members, 2)
    assert not members_of_classes.contains(members, 7)
    for function in (enum.unique, ours.unique):
        with pytest.raises(ValueError, match="duplicate values found in <enum 'Colour'>: CRIMSON -> RED"):
            function(Colour)


def test_texts() -> None:
    class Kind(enum.IntEnum):
        A = 1

    class Word(enum.StrEnum):
        A = "x"

    class Bits(enum.IntFlag):
        A = 1

    for mine, theirs in (
        (ours.Enum, Colour.RED),
        (ours.IntEnum, Kind.A),
        (ours.StrEnum, Word.A),
        (ours.IntFlag, Bits.A),
        (ours.Flag, Access.READ),
    ):
        made = member(type(type(theirs).__name__, (mine,), {}), theirs)
        assert (str(made), repr(made), f"{made!s:>12}", f"{made}") == (
            str(theirs),
            repr(theirs),
            f"{theirs!s:>12}",
            f"{theirs}",
        )
        assert (made.name, made.value) == (theirs.name, theirs.value)


@given(st.integers(-16, 15))
def test_flags(value: int) -> None:
    members = [Access.READ, Access.WRITE, Access.RUN, Access.BOTH]
    expected = outcome(lambda: Access(value).value)
    assert outcome(flags.flag_value, "Access", members, value, False) == expected
    if not expected.startswith("ValueError"):
        combined = Access(value)
        if combined not in members:
            assert flags.flag_name(members, combined.value) == combined.name
        assert flags.flag_members(members, combined.value) == list(combined)
        assert flags.flag_repr("Access", combined.name, combined.value) == repr(combined)
        assert flags.flag_text("Access", combined.name, combined.value) == str(combined)


def test_auto() -> None:
    assert (base.next_int([]), base.next_int([3, 1])) == (1, 4)
    assert (flags.next_flag([]), flags.next_flag([1, 5])) == (1, 8)
    assert texts.next_text("RED") == "red"
    with pytest.raises(TypeError, match="unable to increment 'a'"):
        base.next_int(["a"])
    assert flags.single_bits(list(Access.__members__.values())) == list(Access)
