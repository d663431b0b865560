"""Define OSError and its family, and `os_error`, which picks the class for an errno.

Errno numbers are Linux's, on every machine: programs compare them.
"""

from typing import Any

from sesha.guest.builtins.exceptions import Exception


class OSError(Exception):
    errno: Any
    strerror: Any
    filename: Any
    filename2: Any

    def __init__(self, *args: Any) -> None:
        self.errno = None
        self.strerror = None
        self.filename = None
        self.filename2 = None
        count = len(args)
        if 2 <= count <= 5:
            self.errno = args[0]
            self.strerror = args[1]
            if count > 2:
                self.filename = args[2]
            if count > 4:
                self.filename2 = args[4]
            args = args[:2]
        self.args = args

    def __str__(self) -> str:
        if self.errno is None and self.strerror is None:
            return self._plain()
        text = f"[Errno {self.errno}] {self.strerror}"
        if self.filename is None:
            return text
        if self.filename2 is None:
            return f"{text}: {self.filename!r}"
        return f"{text}: {self.filename!r} -> {self.filename2!r}"

    def _plain(self) -> str:
        if not self.args:
            return ""
        return str(self.args[0]) if len(self.args) == 1 else str(self.args)


class BlockingIOError(OSError):
    pass


class ChildProcessError(OSError):
    pass


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class ConnectionAbortedError(ConnectionError):
    pass


class ConnectionRefusedError(ConnectionError):
    pass


class ConnectionResetError(ConnectionError):
    pass


class FileExistsError(OSError):
    pass


class FileNotFoundError(OSError):
    pass


class InterruptedError(OSError):
    pass


class IsADirectoryError(OSError):
    pass


class NotADirectoryError(OSError):
    pass


class PermissionError(OSError):
    pass


class ProcessLookupError(OSError):
    pass


class TimeoutError(OSError):
    pass


def os_error(number: int, text: str) -> Any:
    """The exception for an errno, of the class that CPython gives it."""
    match number:
        case 1 | 13:
            return PermissionError(number, text)
        case 2:
            return FileNotFoundError(number, text)
        case 3:
            return ProcessLookupError(number, text)
        case 4:
            return InterruptedError(number, text)
        case 10:
            return ChildProcessError(number, text)
        case 11 | 114 | 115:
            return BlockingIOError(number, text)
        case 17:
            return FileExistsError(number, text)
        case 20:
            return NotADirectoryError(number, text)
        case 21:
            return IsADirectoryError(number, text)
        case 32 | 108:
            return BrokenPipeError(number, text)
        case 103:
            return ConnectionAbortedError(number, text)
        case 104:
            return ConnectionResetError(number, text)
        case 110:
            return TimeoutError(number, text)
        case 111:
            return ConnectionRefusedError(number, text)
    return OSError(number, text)
