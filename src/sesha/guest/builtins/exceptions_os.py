"""Define OSError and its family, and pick the class for an errno.

Errno numbers are Linux's, on every machine: programs compare them.
"""

from typing import Any

from mypy_extensions import i64

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
        count: i64 = len(args)
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


CLASSES: dict[Any, Any] = {
    1: PermissionError,
    2: FileNotFoundError,
    3: ProcessLookupError,
    4: InterruptedError,
    10: ChildProcessError,
    11: BlockingIOError,
    13: PermissionError,
    17: FileExistsError,
    20: NotADirectoryError,
    21: IsADirectoryError,
    32: BrokenPipeError,
    103: ConnectionAbortedError,
    104: ConnectionResetError,
    108: BrokenPipeError,
    110: TimeoutError,
    111: ConnectionRefusedError,
    114: BlockingIOError,
    115: BlockingIOError,
}
"""The class that CPython gives an error with a number."""


def class_of_errno(number: object) -> Any:
    return CLASSES.get(number, OSError) if isinstance(number, int) else OSError


def new_os_error(arguments: tuple[Any, ...]) -> Any:
    """`OSError(errno, strerror, ...)`"""
    return class_of_errno(arguments[0])(*arguments)


def os_error(number: int, text: str) -> Any:
    """The same for the runtime's own use."""
    return class_of_errno(number)(number, text)
