"""Define the errors of encoding and decoding, which say what, where and why."""

from typing import Any

from sesha.guest.builtins.exceptions import ValueError


class UnicodeError(ValueError):
    pass


class UnicodeDecodeError(UnicodeError):
    encoding: str
    object: Any
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: Any, start: int, end: int, reason: str) -> None:
        self.args = (encoding, object, start, end, reason)
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        if self.end == self.start + 1:
            byte = self.object[self.start]
            what = f"byte 0x{byte:02x} in position {self.start}"
        else:
            what = f"bytes in position {self.start}-{self.end - 1}"
        return f"'{self.encoding}' codec can't decode {what}: {self.reason}"


class UnicodeEncodeError(UnicodeError):
    encoding: str
    object: Any
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: Any, start: int, end: int, reason: str) -> None:
        self.args = (encoding, object, start, end, reason)
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        what = _characters(self.object, self.start, self.end)
        return f"'{self.encoding}' codec can't encode {what}: {self.reason}"


class UnicodeTranslateError(UnicodeError):
    object: Any
    start: int
    end: int
    reason: str

    def __init__(self, object: Any, start: int, end: int, reason: str) -> None:
        self.args = (object, start, end, reason)
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        return f"can't translate {_characters(self.object, self.start, self.end)}: {self.reason}"


def _characters(text: Any, start: int, end: int) -> str:
    """The characters that a message is about."""
    if end != start + 1:
        return f"characters in position {start}-{end - 1}"
    code = ord(text[start])
    if code < 0x100:
        return f"character '\\x{code:02x}' in position {start}"
    if code < 0x10000:
        return f"character '\\u{code:04x}' in position {start}"
    return f"character '\\U{code:08x}' in position {start}"
