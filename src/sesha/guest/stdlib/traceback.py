"""Print exceptions, as the module `traceback` of images.

The runtime keeps what an exception passed (`guest/builtins/traceback.py`) and words it; here are
CPython's functions over that. A traceback object cannot be printed without its exception.
"""

import sys
from typing import Any

from sesha.guest.builtins.traceback import exception_lines, report_of

_MISSING: Any = object()


def _chosen(exc: Any, value: Any) -> Any:
    """The exception of the old (type, value, traceback) and the new (exception) form."""
    return exc if value is _MISSING else value


def _entries(lines: list[str]) -> list[str]:
    """Lines with their ends; the source line stays with its frame."""
    entries: list[str] = []
    for line in lines:
        if line.startswith("    ") and entries:
            entries[-1] += line + "\n"
        else:
            entries.append(line + "\n")
    return entries


def format_exception(
    exc: Any, /, value: Any = _MISSING, tb: Any = _MISSING, limit: int | None = None, chain: bool = True
) -> list[str]:
    """The whole report about an exception, with its causes."""
    error = _chosen(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    return _entries(report_of(error))


def format_exception_only(exc: Any, /, value: Any = _MISSING) -> list[str]:
    """The last line: the class and the message, with the notes."""
    return [line + "\n" for line in exception_lines(_chosen(exc, value))]


def print_exception(
    exc: Any,
    /,
    value: Any = _MISSING,
    tb: Any = _MISSING,
    limit: int | None = None,
    file: Any = None,
    chain: bool = True,
) -> None:
    target = sys.stderr if file is None else file
    target.write("".join(format_exception(exc, value)))


def format_exc(limit: int | None = None, chain: bool = True) -> str:
    """The report about the exception that is being handled."""
    return "".join(format_exception(sys.exc_info()[1]))


def print_exc(limit: int | None = None, file: Any = None, chain: bool = True) -> None:
    target = sys.stderr if file is None else file
    target.write(format_exc())
