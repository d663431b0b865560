"""Divide what a `try` with `except*` clauses has caught among them.

The compiler makes a `Division` of the exception, asks `take` for each clause's part, tells `failed`
what a clause's body raises, and raises what `outcome` leaves over.
"""

from typing import Any

from sesha.guest.builtins.exceptions_group import BaseExceptionGroup, ExceptionGroup
from sesha.guest.builtins.type import derives, is_class


class Division:
    """What was caught, the rest that no clause has taken yet, and what the clauses raised."""

    caught: Any
    rest: Any
    taken: list[Any]
    raised: list[Any]

    def __init__(self, caught: Any) -> None:
        self.caught = caught
        self.rest = caught
        self.taken = []
        self.raised = []


def divide(caught: Any) -> Any:
    return Division(caught)


def take(division: Division, classes: Any) -> Any:
    """The part of the rest that a clause handles, or None."""
    check_classes(classes)
    rest = division.rest
    if rest is None:
        return None
    if isinstance(rest, BaseExceptionGroup):
        matched, division.rest = rest.split(classes)
    elif isinstance(rest, classes):
        matched, division.rest = group_of((rest,)), None
    else:
        return None
    if matched is not None:
        division.taken.append(matched)
        division.taken.append(depth_of(matched))
    return matched


def check_classes(classes: Any) -> None:
    for cls in classes if isinstance(classes, tuple) else (classes,):
        if not is_class(cls) or not derives(cls, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if derives(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


def failed(division: Division, error: Any) -> None:
    """The body of the clause that took its part last has raised."""
    division.raised.append(error)


def outcome(division: Division) -> Any:
    """What leaves the statement: the rest and what was raised, or None."""
    raised = division.raised
    if not isinstance(division.caught, BaseExceptionGroup):
        return raised[0] if raised else division.rest
    again = [error for error in raised if passed_on(division, error)]
    fresh = [error for error in raised if not passed_on(division, error)]
    kept = division.rest
    if again:
        kept = division.caught.subgroup(Leaves([*again, division.rest]).__contains__)
    if not fresh:
        return kept
    if kept is not None:
        fresh.append(kept)
    return fresh[0] if len(fresh) == 1 else group_of(fresh)


class Leaves:
    """The exceptions at the ends of some trees of groups."""

    members: list[Any]

    def __init__(self, errors: list[Any]) -> None:
        self.members = []
        for error in errors:
            self.add(error)

    def add(self, error: Any) -> None:
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                self.add(member)
        elif error is not None:
            self.members.append(error)

    def __contains__(self, error: Any) -> bool:
        for member in self.members:
            if member is error:
                return True
        return False


def passed_on(division: Division, error: Any) -> bool:
    """Whether a clause raised its own part again by a bare `raise`."""
    for position in range(0, len(division.taken), 2):
        if division.taken[position] is error:
            return bool(division.taken[position + 1] == depth_of(error))
    return False


def depth_of(error: Any) -> int:
    """How many places an exception has passed."""
    found: Any = error.__traceback__
    return 0 if found is None else len(found.sites)


def group_of(errors: Any) -> Any:
    for error in errors:
        if not isinstance(error, Exception):
            return BaseExceptionGroup("", errors)
    return ExceptionGroup("", errors)
