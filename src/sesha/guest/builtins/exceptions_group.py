"""Define exception groups: several unrelated exceptions raised at once.

`split` and `subgroup` divide a tree of groups by a class, a tuple of classes or a predicate.
"""

from typing import Any

from sesha.guest.builtins.exceptions import BaseException, Exception
from sesha.guest.builtins.exceptions_raise import raise_type_error, raise_value_error
from sesha.guest.builtins.isinstance_dynamic import isinstance_dynamic
from sesha.guest.builtins.type import is_class

MOST_SHOWN = 15
"""Members of a group that a traceback prints."""


class BaseExceptionGroup(BaseException):
    message: str
    exceptions: tuple[Any, ...]

    def __init__(self, message: str, exceptions: Any) -> None:
        members = tuple(exceptions)
        if not members:
            raise_value_error("second argument (exceptions) must be a non-empty sequence")
        for number, member in enumerate(members):
            if not isinstance(member, BaseException):
                raise_value_error(f"Item {number} of second argument (exceptions) is not an exception")
        self.args = (message, exceptions)
        self.message = message
        self.exceptions = members

    def __str__(self) -> str:
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def derive(self, excs: Any) -> Any:
        """A group of the members, of a class that can hold them."""
        for member in excs:
            if not isinstance(member, Exception):
                return BaseExceptionGroup(self.message, excs)
        return ExceptionGroup(self.message, excs)

    def subgroup(self, condition: Any) -> Any:
        """The part of the tree that meets the condition, or None."""
        return self.split(condition)[0]

    def split(self, condition: Any) -> tuple[Any, Any]:
        """The part that meets the condition and the rest, each None if empty."""
        if _meets(self, condition):
            return (self, None)
        matching: list[Any] = []
        rest: list[Any] = []
        for member in self.exceptions:
            if isinstance(member, BaseExceptionGroup):
                inner, other = member.split(condition)
                if inner is not None:
                    matching.append(inner)
                if other is not None:
                    rest.append(other)
            elif _meets(member, condition):
                matching.append(member)
            else:
                rest.append(member)
        return (self._part(matching), self._part(rest))

    def _part(self, members: list[Any]) -> Any:
        """A group like this one with some of its members."""
        if not members:
            return None
        part: Any = self.derive(members)
        if self.__traceback__ is not None:
            part.__traceback__ = self.__traceback__.copied()
        part.__context__ = self.__context__
        part.__cause__ = self.__cause__
        part.__suppress_context__ = self.__suppress_context__
        if hasattr(self, "__notes__"):
            part.__notes__ = list(self.__notes__)
        return part

    def _report(self, report: Any) -> None:
        outermost = report.depth == 0
        if outermost:
            report.depth = 1
        report.stack(self, "Exception Group Traceback (most recent call last):", outermost)
        report.last_line(self)
        self._report_members(report)
        if outermost:
            report.depth = 0

    def _report_members(self, report: Any) -> None:
        count = len(self.exceptions)
        shown = min(count, MOST_SHOWN)
        report.open_end = False
        for number in range(shown):
            last = number == shown - 1 and shown == count
            report.open_end = last
            head = "+-" if number == 0 else "  "
            report.raw(head + f"+---------------- {number + 1} ----------------")
            report.depth += 1
            report.add(self.exceptions[number])
            self._close(report, last)
        if shown < count:
            report.open_end = True
            report.raw("  +---------------- ... ----------------")
            report.depth += 1
            more = count - shown
            report.line(f"and {more} more exception{'' if more == 1 else 's'}")
            self._close(report, True)

    def _close(self, report: Any, last: bool) -> None:
        if last and report.open_end:
            report.raw("+------------------------------------")
            report.open_end = False
        report.depth -= 1


class ExceptionGroup(BaseExceptionGroup, Exception):
    def __init__(self, message: str, exceptions: Any) -> None:
        BaseExceptionGroup.__init__(self, message, exceptions)
        for member in self.exceptions:
            if not isinstance(member, Exception):
                raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup")


def _meets(error: Any, condition: Any) -> bool:
    if is_class(condition) or isinstance(condition, tuple):
        return isinstance_dynamic(error, condition)
    if not callable(condition):
        raise_type_error(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)"
        )
    return bool(condition(error))
