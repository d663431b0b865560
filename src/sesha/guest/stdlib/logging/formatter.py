"""Turn log records into text."""

import string
import time
import traceback
from collections.abc import Mapping
from typing import Any

from sesha.guest.stdlib.logging.record import LogRecord

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_DEFAULT_FORMATS = {"%": "%(message)s", "{": "{message}", "$": "${message}"}
_CALLER_FIELDS = ("pathname", "filename", "module", "lineno", "funcName")


def _mentions(fmt: str, style: str, name: str) -> bool:
    if style == "%":
        return "%(" + name + ")" in fmt
    if style == "{":
        return "{" + name in fmt
    return "${" + name + "}" in fmt or "$" + name in fmt


def _check(fmt: str, style: str) -> None:
    """Refuse a format without any field, and fields that images cannot fill."""
    has_field = "%(" in fmt if style == "%" else ("{" in fmt and "}" in fmt) if style == "{" else "$" in fmt
    if not has_field:
        if style == "%":
            raise ValueError(f"Invalid format '{fmt}' for '%' style")
        raise ValueError("invalid format: no fields")


def _check_caller(fmt: str, style: str) -> None:
    for name in _CALLER_FIELDS:
        if _mentions(fmt, style, name):
            raise ValueError(f"not supported in an image: {name!r} in a logging format")


class Formatter:
    """A format for records and one for their times."""

    __module__ = "logging"

    default_time_format: str = "%Y-%m-%d %H:%M:%S"
    default_msec_format: str | None = "%s,%03d"

    def __init__(
        self,
        fmt: str | None = None,
        datefmt: str | None = None,
        style: str = "%",
        validate: bool = True,
        *,
        defaults: Mapping[str, Any] | None = None,
    ) -> None:
        if style not in _DEFAULT_FORMATS:
            raise ValueError("Style must be one of: %,{,$")
        self._fmt = fmt or _DEFAULT_FORMATS[style]
        self._style = style
        self._defaults = defaults
        self.datefmt = datefmt
        if validate:
            _check(self._fmt, style)
        _check_caller(self._fmt, style)

    def converter(self, seconds: float | None = None) -> time.struct_time:
        """The broken-down time: local time, which is UTC."""
        return time.localtime(seconds)

    def usesTime(self) -> bool:
        return _mentions(self._fmt, self._style, "asctime")

    def formatTime(self, record: LogRecord, datefmt: str | None = None) -> str:
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei: Any) -> str:
        """The traceback of an exception, without the last line end."""
        text = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text.endswith("\n") else text

    def formatStack(self, stack_info: str) -> str:
        return stack_info

    def formatMessage(self, record: LogRecord) -> str:
        """The format with the record's fields filled in."""
        fields = record.fields()
        if self._defaults is not None:
            fields = {**self._defaults, **fields}
        if self._style == "%":
            return self._fmt % fields
        if self._style == "{":
            return self._fmt.format(**fields)
        return string.Template(self._fmt).substitute(fields)

    def format(self, record: LogRecord) -> str:
        """The whole text of a record: the message, then its exception and stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text + record.exc_text if text.endswith("\n") else text + "\n" + record.exc_text
        if record.stack_info:
            if not text.endswith("\n"):
                text += "\n"
            text += self.formatStack(record.stack_info)
        return text


default_formatter = Formatter()
