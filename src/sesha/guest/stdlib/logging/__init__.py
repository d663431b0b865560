"""Report what happens, as the module `logging` of images.

`levels.py` names levels, `record.py` messages, `formatter.py` their text, `handlers.py` where they
go, `logger.py` the tree of loggers. Here are the functions over the root logger.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sesha.guest.stdlib.logging.formatter import BASIC_FORMAT, Formatter
from sesha.guest.stdlib.logging.handlers import (
    Filter,
    Filterer,
    Handler,
    NullHandler,
    StreamHandler,
    lastResort,
)
from sesha.guest.stdlib.logging.levels import (
    CRITICAL,
    DEBUG,
    ERROR,
    FATAL,
    INFO,
    NOTSET,
    WARN,
    WARNING,
    addLevelName,
    getLevelName,
    getLevelNamesMapping,
)
from sesha.guest.stdlib.logging.logger import Logger, LoggerAdapter, Manager, RootLogger, manager, root
from sesha.guest.stdlib.logging.record import LogRecord

__all__ = [
    "BASIC_FORMAT",
    "CRITICAL",
    "DEBUG",
    "ERROR",
    "FATAL",
    "INFO",
    "NOTSET",
    "WARN",
    "WARNING",
    "Filter",
    "Filterer",
    "Formatter",
    "Handler",
    "LogRecord",
    "Logger",
    "LoggerAdapter",
    "Manager",
    "NullHandler",
    "RootLogger",
    "StreamHandler",
    "addLevelName",
    "basicConfig",
    "critical",
    "debug",
    "disable",
    "error",
    "exception",
    "fatal",
    "getLevelName",
    "getLevelNamesMapping",
    "getLogger",
    "info",
    "lastResort",
    "log",
    "manager",
    "root",
    "shutdown",
    "warning",
]

_FORMATS = {
    "%": BASIC_FORMAT,
    "{": "{levelname}:{name}:{message}",
    "$": "${levelname}:${name}:${message}",
}


def getLogger(name: str | None = None) -> Logger:
    """The logger of that name; the root logger without one."""
    if not name or name == root.name:
        return root
    return manager.getLogger(name)


def basicConfig(
    *,
    format: str | None = None,
    datefmt: str | None = None,
    style: str = "%",
    level: int | str | None = None,
    stream: Any = None,
    handlers: Iterable[Handler] | None = None,
    force: bool | None = False,
) -> None:
    """Set up the root logger, if nobody did: one handler that writes to standard error."""
    if force:
        for old in list(root.handlers):
            root.removeHandler(old)
            old.close()
    if root.handlers:
        return
    if handlers is not None and stream is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if style not in _FORMATS:
        raise ValueError("Style must be one of: %,{,$")
    formatter = Formatter(_FORMATS[style] if format is None else format, datefmt, style)
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level: int | str = CRITICAL) -> None:
    """Let nothing of that level or below through."""
    found = level if isinstance(level, int) else getLevelName(level)
    if isinstance(found, int):
        manager.disable = found


def makeLogRecord(dict: Mapping[str, object]) -> LogRecord:
    """A record with fields of the caller's."""
    record = LogRecord("", NOTSET, "", 0, "", (), None)
    record.extra = {}
    for key, value in dict.items():
        if hasattr(record, key):
            setattr(record, key, value)
        else:
            record.extra[key] = value
    return record


def shutdown(handlerList: Any = None) -> None:
    """Hand on what handlers may hold back."""
    for handler in root.handlers:
        handler.flush()
        handler.close()


def log(
    level: int, msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, exc_info=exc_info, extra=extra)


def debug(
    msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    log(DEBUG, msg, *args, exc_info=exc_info, extra=extra)


def info(msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None) -> None:
    log(INFO, msg, *args, exc_info=exc_info, extra=extra)


def warning(
    msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    log(WARNING, msg, *args, exc_info=exc_info, extra=extra)


def error(
    msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    log(ERROR, msg, *args, exc_info=exc_info, extra=extra)


def exception(
    msg: object, *args: object, exc_info: Any = True, extra: Mapping[str, object] | None = None
) -> None:
    log(ERROR, msg, *args, exc_info=exc_info, extra=extra)


def critical(
    msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    log(CRITICAL, msg, *args, exc_info=exc_info, extra=extra)


def fatal(
    msg: object, *args: object, exc_info: Any = None, extra: Mapping[str, object] | None = None
) -> None:
    log(CRITICAL, msg, *args, exc_info=exc_info, extra=extra)
