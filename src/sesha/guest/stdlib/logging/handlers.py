"""Bring log records to where they are to be seen."""

import sys
import traceback
from collections.abc import Callable
from typing import Any

from sesha.guest.stdlib.logging.formatter import Formatter, default_formatter
from sesha.guest.stdlib.logging.levels import NOTSET, WARNING, checked_level, name_of
from sesha.guest.stdlib.logging.record import LogRecord


class Filter:
    """Lets records through whose logger has a name, or is below it."""

    __module__ = "logging"

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.nlen = len(name)

    def filter(self, record: LogRecord) -> bool | LogRecord:
        name = self.name
        return not name or record.name == name or record.name.startswith(name + ".")


class Filterer:
    """Holds filters; all of them must let a record through."""

    def __init__(self) -> None:
        self.filters: list[Any] = []

    def addFilter(self, filter: Filter | Callable[[LogRecord], bool | LogRecord]) -> None:
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter: Filter | Callable[[LogRecord], bool | LogRecord]) -> None:
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record: LogRecord) -> bool | LogRecord:
        """Whether the record passes; a filter may answer another record in its place."""
        for entry in self.filters:
            result = entry.filter(record) if hasattr(entry, "filter") else entry(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record


class Handler(Filterer):
    """What all handlers share; `emit` is theirs to write."""

    __module__ = "logging"

    def __init__(self, level: int | str = NOTSET) -> None:
        Filterer.__init__(self)
        self.level = checked_level(level)
        self.formatter: Formatter | None = None
        self.name: str | None = None

    def get_name(self) -> str | None:
        return self.name

    def set_name(self, name: str | None) -> None:
        self.name = name

    def setLevel(self, level: int | str) -> None:
        self.level = checked_level(level)

    def setFormatter(self, fmt: Formatter | None) -> None:
        self.formatter = fmt

    def format(self, record: LogRecord) -> str:
        formatter = default_formatter if self.formatter is None else self.formatter
        return formatter.format(record)

    def emit(self, record: LogRecord) -> None:
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record: LogRecord) -> bool | LogRecord:
        result = self.filter(record)
        if result:
            self.emit(result if isinstance(result, LogRecord) else record)
        return result

    def acquire(self) -> None:
        """Nothing: a machine has no threads."""

    def release(self) -> None:
        """Nothing: a machine has no threads."""

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is held open."""

    def handleError(self, record: LogRecord) -> None:
        """Report on standard error what went wrong with a record."""
        sys.stderr.write("--- Logging error ---\n")
        sys.stderr.write(traceback.format_exc())
        sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} ({name_of(self.level)})>"


class StreamHandler(Handler):
    """Writes records to a text file, standard error by default."""

    __module__ = "logging"

    terminator: str = "\n"

    def __init__(self, stream: Any = None) -> None:
        Handler.__init__(self)
        self.stream: Any = sys.stderr if stream is None else stream

    def flush(self) -> None:
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record: LogRecord) -> None:
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream: Any) -> Any:
        """Write elsewhere from now on; answers the old file, None if it is the same."""
        if stream is self.stream:
            return None
        old = self.stream
        self.flush()
        self.stream = stream
        return old

    def __repr__(self) -> str:
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({name_of(self.level)})>"


class NullHandler(Handler):
    """Drops records."""

    __module__ = "logging"

    def handle(self, record: LogRecord) -> bool | LogRecord:
        return True

    def emit(self, record: LogRecord) -> None:
        pass


class _LastResort(StreamHandler):
    """What is used when nobody set up logging: warnings go to standard error."""

    def __init__(self, level: int | str) -> None:
        StreamHandler.__init__(self)
        self.level = checked_level(level)

    def emit(self, record: LogRecord) -> None:
        self.stream = sys.stderr
        StreamHandler.emit(self, record)


lastResort: Handler | None = _LastResort(WARNING)
