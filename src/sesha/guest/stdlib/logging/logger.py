"""Loggers: a tree by dotted names, through which records go up to the handlers."""

import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

from sesha.guest.stdlib.logging import handlers as _handlers
from sesha.guest.stdlib.logging.handlers import Filterer, Handler
from sesha.guest.stdlib.logging.levels import (
    CRITICAL,
    DEBUG,
    ERROR,
    INFO,
    NOTSET,
    WARNING,
    checked_level,
    name_of,
)
from sesha.guest.stdlib.logging.record import LogRecord


def _exception_info(exc_info: Any) -> Any:
    """The triple of an exception that was given as itself, as a triple, or as True."""
    if isinstance(exc_info, BaseException):
        return type(exc_info), exc_info, exc_info.__traceback__
    if isinstance(exc_info, tuple):
        return exc_info
    return sys.exc_info()


class Logger(Filterer):
    """A name under which a part of the program reports."""

    __module__ = "logging"

    def __init__(self, name: str, level: int | str = NOTSET) -> None:
        Filterer.__init__(self)
        self.name = name
        self.level = checked_level(level)
        self.parent: Logger | None = None
        self.propagate = True
        self.handlers: list[Handler] = []
        self.disabled = False

    def setLevel(self, level: int | str) -> None:
        self.level = checked_level(level)

    def getEffectiveLevel(self) -> int:
        logger: Logger | None = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level: int) -> bool:
        if self.disabled or manager.disable >= level:
            return False
        return level >= self.getEffectiveLevel()

    def debug(
        self,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, exc_info, extra)

    def info(
        self,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, exc_info, extra)

    def warning(
        self,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, exc_info, extra)

    def error(
        self,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, exc_info, extra)

    def exception(
        self,
        msg: object,
        *args: object,
        exc_info: Any = True,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        """An error, with the exception that is being handled."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, exc_info, extra)

    def critical(
        self,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, exc_info, extra)

    def fatal(self, msg: object, *args: object, exc_info: Any = None) -> None:
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, exc_info, None)

    def log(
        self,
        level: int,
        msg: object,
        *args: object,
        exc_info: Any = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(level):
            self._log(level, msg, args, exc_info, extra)

    def _log(
        self,
        level: int,
        msg: object,
        args: tuple[object, ...],
        exc_info: Any = None,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        """Make the record and pass it on."""
        info = _exception_info(exc_info) if exc_info else None
        record = LogRecord(self.name, level, "", 0, msg, args, info)
        if extra is not None:
            record.add_extra(extra)
        self.handle(record)

    def handle(self, record: LogRecord) -> None:
        if self.disabled:
            return
        result = self.filter(record)
        if result:
            self.callHandlers(result if isinstance(result, LogRecord) else record)

    def callHandlers(self, record: LogRecord) -> None:
        """Hand the record to the handlers of this logger and of those above it."""
        found = 0
        logger: Logger | None = self
        while logger is not None:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        last = _handlers.lastResort
        if not found and last is not None and record.levelno >= last.level:
            last.handle(record)

    def addHandler(self, hdlr: Handler) -> None:
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr: Handler) -> None:
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self) -> bool:
        logger: Logger | None = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix: str) -> "Logger":
        return manager.getLogger(suffix if self is root else self.name + "." + suffix)

    def getChildren(self) -> "set[Logger]":
        return {logger for logger in manager.loggerDict.values() if logger.parent is self}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name} ({name_of(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    """The logger above all others."""

    __module__ = "logging"

    def __init__(self, level: int) -> None:
        Logger.__init__(self, "root", level)


class Manager:
    """All loggers by name."""

    def __init__(self) -> None:
        self.disable = NOTSET
        self.loggerDict: dict[str, Logger] = {}

    def getLogger(self, name: str) -> Logger:
        """The logger of that name, put into its place in the tree if it is new."""
        found = self.loggerDict.get(name)
        if found is not None:
            return found
        logger = Logger(name)
        logger.parent = self._above(name)
        below = name + "."
        for other_name, other in self.loggerDict.items():
            parent = other.parent
            if other_name.startswith(below) and parent is not None and not parent.name.startswith(below):
                other.parent = logger
        self.loggerDict[name] = logger
        return logger

    def _above(self, name: str) -> Logger:
        at = name.rfind(".")
        while at > 0:
            found = self.loggerDict.get(name[:at])
            if found is not None:
                return found
            at = name.rfind(".", 0, at)
        return root


root = RootLogger(WARNING)
manager = Manager()


class LoggerAdapter:
    """A logger that adds the same information to every message."""

    __module__ = "logging"

    def __init__(
        self, logger: Any, extra: Mapping[str, object] | None = None, merge_extra: bool = False
    ) -> None:
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        given = kwargs.get("extra")
        if self.merge_extra and given is not None:
            kwargs["extra"] = {**(self.extra or {}), **given}
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level: int, msg: object, *args: object, **kwargs: Any) -> None:
        if self.logger.isEnabledFor(level):
            text, options = self.process(msg, kwargs)
            self.logger.log(level, text, *args, **options)

    def debug(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg: object, *args: object, exc_info: Any = True, **kwargs: Any) -> None:
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg: object, *args: object, **kwargs: Any) -> None:
        self.log(CRITICAL, msg, *args, **kwargs)

    def isEnabledFor(self, level: int) -> bool:
        enabled: bool = self.logger.isEnabledFor(level)
        return enabled

    def setLevel(self, level: int | str) -> None:
        self.logger.setLevel(level)

    def getEffectiveLevel(self) -> int:
        level: int = self.logger.getEffectiveLevel()
        return level
