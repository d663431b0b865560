"""Record where exceptions pass, and print those that nobody catches, as CPython does.

The compiler calls `add_frame` on the cold path of every call that raises in traced code, with
the index of a site; a traceback is the list of those, innermost first. `print_uncaught` is the
end of a program that an exception has left.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins import exceptions
from sesha.guest.builtins.exceptions import BaseException, KeyboardInterrupt, SystemExit
from sesha.guest.builtins.print import write_error
from sesha.guest.builtins.type import class_of, module_of, qualname_of
from sesha.guest.cpu.intrinsics import (
    cold,
    from_small,
    site_file,
    site_line,
    site_name,
    site_text,
    small,
)

CAUSE = "The above exception was the direct cause of the following exception:"
CONTEXT = "During handling of the above exception, another exception occurred:"
HEADER = "Traceback (most recent call last):"
MOST_SITES = 2048
"""Frames that are recorded: of a deeper recursion the middle is left out."""
KEPT_OUTERMOST = 64
MOST_REPEATED = 3
"""Equal frames in a row that are printed."""


class traceback:
    """The sites that an exception has passed, innermost first, up to `outermost`."""

    sites: list[int]
    outermost: int

    def __init__(self, sites: list[int], outermost: int) -> None:
        self.sites = sites
        self.outermost = outermost

    def copied(self) -> Any:
        """The same sites, for another exception that goes its own way."""
        return traceback(list(self.sites), self.outermost)

    def _last(self) -> int:
        """Position of the outermost site: that of a whole traceback moves as frames are added."""
        return len(self.sites) - 1 if self.outermost < 0 else self.outermost

    @property
    def tb_lineno(self) -> int:
        return from_small(site_line(small(self.sites[self._last()])))

    @property
    def tb_next(self) -> Any:
        last = self._last()
        return traceback(self.sites, last - 1) if last > 0 else None


@cold
def add_frame(site: i64) -> None:
    """The pending exception passes the site."""
    error = exceptions.pending
    try:
        _record(error, site)
    except MemoryError:
        pass
    exceptions.pending = error


def _record(error: BaseException, site: i64) -> None:
    found: Any = error.__traceback__
    if found is None:
        found = traceback([], -1)
        error.__traceback__ = found
    entries: traceback = found
    sites: list[int] = entries.sites
    if len(sites) >= MOST_SITES:
        del sites[MOST_SITES - KEPT_OUTERMOST]
    sites.append(from_small(site))


# --- printing ----------------------------------------------------------------------------------------
class Report:
    """The lines of a traceback as they are made.

    `depth` is 0 outside of exception groups, else the level of nesting; `open_end` says that the
    group being printed has still to be closed.
    """

    lines: list[str]
    seen: list[Any]
    depth: int
    open_end: bool

    def __init__(self) -> None:
        self.lines = []
        self.seen = []
        self.depth = 0
        self.open_end = False

    def raw(self, text: str) -> None:
        self.lines.append("  " * self.depth + text)

    def line(self, text: str) -> None:
        """A line with the margin of its group; a message may have several."""
        if self.depth == 0:
            self.lines.append(text)
            return
        margin = "  " * self.depth + "| "
        piece = ""
        for position in range(len(text)):
            piece = piece + text[position]
            if text[position] == "\n":
                piece = piece + margin
        self.lines.append(margin + piece)

    def add(self, error: BaseException) -> None:
        """Everything about an exception: what led to it, its stack, itself."""
        self.seen.append(error)
        origin: Any = error.__cause__
        sentence = CAUSE
        if origin is None and error.__suppress_context__ is not True:
            origin = error.__context__
            sentence = CONTEXT
        if origin is not None and not self._has_seen(origin):
            self.add(origin)
            self.line("")
            self.line(sentence)
            self.line("")
        error._report(self)

    def _has_seen(self, error: Any) -> bool:
        for other in self.seen:
            if other is error:
                return True
        return False

    def plain(self, error: BaseException) -> None:
        self.stack(error, HEADER, False)
        self.last_line(error)

    def stack(self, error: BaseException, header: str, opens: bool) -> None:
        """The header and the frames, outermost first; nothing for one that was never raised."""
        found: Any = error.__traceback__
        if found is None:
            return
        entries: traceback = found
        if opens:
            self.raw("+ " + header)
        else:
            self.line(header)
        sites: list[int] = entries.sites
        position = entries._last()
        repeated = 0
        while position >= 0:
            site = sites[position]
            again = position < entries._last() and sites[position + 1] == site
            if again:
                repeated += 1
            else:
                self._end_repetition(repeated)
                repeated = 0
            if repeated < MOST_REPEATED:
                self._frame(small(site))
            position -= 1
        self._end_repetition(repeated)

    def _end_repetition(self, repeated: int) -> None:
        more = repeated - MOST_REPEATED + 1
        if more > 0:
            plural = "" if more == 1 else "s"
            self.line("  [Previous line repeated " + str(more) + " more time" + plural + "]")

    def _frame(self, site: i64) -> None:
        number = str(from_small(site_line(site)))
        self.line('  File "' + site_file(site) + '", line ' + number + ", in " + site_name(site))
        text = site_text(site)
        if text != "":
            self.line("    " + text)

    def last_line(self, error: BaseException) -> None:
        """The class and the message, then the notes."""
        for text in exception_lines(error):
            self.line(text)


def exception_lines(error: BaseException) -> list[str]:
    """`traceback.format_exception_only`, without the last line ends."""
    cls = class_of(error)
    name = qualname_of(cls)
    module = module_of(cls)
    if module != "builtins" and module != "__main__":
        name = module + "." + name
    message = _message(error)
    if message != "":
        name = name + ": " + message
    lines = [name]
    if hasattr(error, "__notes__"):
        notes: list[Any] = error.__notes__
        for note in notes:
            lines.append(str(note))
    return lines


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def report_of(error: BaseException) -> list[str]:
    """`traceback.format_exception`, line by line, without line ends."""
    report = Report()
    report.add(error)
    return report.lines


def print_uncaught(error: BaseException) -> None:
    """Print the exception that has left the program to standard error."""
    write_error("\n".join(report_of(error)) + "\n")


def exit_status(error: BaseException) -> int:
    """Print what is to be printed when an exception ends the program; the exit status."""
    if not isinstance(error, SystemExit):
        print_uncaught(error)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    code: Any = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    write_error(str(code) + "\n")
    return 1
