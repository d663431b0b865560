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
            byte: int = self.object[self.start]
            what = f"byte 0x{_hex(byte, 2)} in position {self.start}"
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


def _characters(text: str, start: int, end: int) -> str:
    """The characters that a message is about."""
    if end != start + 1:
        return f"characters in position {start}-{end - 1}"
    code = ord(text[start])
    if code < 0x100:
        return f"character '\\x{_hex(code, 2)}' in position {start}"
    if code < 0x10000:
        return f"character '\\u{_hex(code, 4)}' in position {start}"
    return f"character '\\U{_hex(code, 8)}' in position {start}"


def _hex(code: int, width: int) -> str:
    """The low digits in hexadecimal; by hand, as formatting is large."""
    text = ""
    while width > 0:
        text = "0123456789abcdef"[code & 15] + text
        code >>= 4
        width -= 1
    return text
