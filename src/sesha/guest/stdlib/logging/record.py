"""What is known of one log message.

An image keeps no call stack that could be looked into, so the caller's file, line and function are
not among it; `Formatter` refuses formats that ask for them.
"""

import time
from collections.abc import Mapping
from typing import Any

from sesha.guest.stdlib.logging.levels import name_of

_started = time.time_ns()


class LogRecord:
    """One log message and its circumstances."""

    __module__ = "logging"

    def __init__(
        self,
        name: str,
        level: int,
        pathname: str,
        lineno: int,
        msg: Any,
        args: Any,
        exc_info: Any,
        func: str | None = None,
        sinfo: str | None = None,
    ) -> None:
        now = time.time_ns()
        if isinstance(args, tuple) and len(args) == 1 and hasattr(args[0], "keys") and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = name_of(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname
        self.module = ""
        self.lineno = lineno
        self.funcName = func
        self.exc_info = exc_info
        self.exc_text: str | None = None
        self.stack_info = sinfo
        self.created = now / 1_000_000_000
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        self.relativeCreated = (now - _started) / 1_000_000
        self.thread = 1
        self.threadName = "MainThread"
        self.process = 1
        self.processName = "MainProcess"
        self.taskName: str | None = None
        self.message = ""
        self.asctime = ""
        self.extra: dict[str, Any] | None = None

    def __repr__(self) -> str:
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self) -> str:
        """The message with its arguments filled in."""
        text = str(self.msg)
        if self.args:
            text = text % self.args
        return text

    def fields(self) -> dict[str, Any]:
        """Everything that a format can name."""
        values: dict[str, Any] = {
            "name": self.name,
            "msg": self.msg,
            "args": self.args,
            "levelname": self.levelname,
            "levelno": self.levelno,
            "exc_info": self.exc_info,
            "exc_text": self.exc_text,
            "stack_info": self.stack_info,
            "created": self.created,
            "msecs": self.msecs,
            "relativeCreated": self.relativeCreated,
            "thread": self.thread,
            "threadName": self.threadName,
            "process": self.process,
            "processName": self.processName,
            "taskName": self.taskName,
            "message": self.message,
            "asctime": self.asctime,
        }
        if self.extra is not None:
            values.update(self.extra)
        return values

    def add_extra(self, extra: Mapping[str, Any]) -> None:
        """Take over what the caller adds; it must not hide what is there."""
        known = self.fields()
        for key in extra:
            if key in ("message", "asctime") or key in known:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
        self.extra = dict(extra)
