"""What a program asks its operating system, as the module `os` of images.

A machine runs one program, as process 1, in the directory /. Its files are the embedded ones
(`open`); there is nothing to list, to remove or to execute.
"""

from builtins import OSError as error
from typing import Any, NoReturn

from sesha.guest.machine.this import entropy, power
from sesha.guest.stdlib.os import path as path
from sesha.guest.stdlib.os.environment import environ, getenv, putenv, unsetenv

__all__ = [
    "cpu_count",
    "environ",
    "error",
    "fsdecode",
    "fsencode",
    "fspath",
    "getcwd",
    "getenv",
    "getpid",
    "getppid",
    "path",
    "putenv",
    "strerror",
    "unsetenv",
    "urandom",
]

name = "posix"
curdir = "."
pardir = ".."
sep = "/"
extsep = "."
altsep = None
pathsep = ":"
defpath = "/bin:/usr/bin"
linesep = "\n"
devnull = "/dev/null"

EX_OK = 0
EX_USAGE = 64
EX_DATAERR = 65
EX_NOINPUT = 66
EX_UNAVAILABLE = 69
EX_SOFTWARE = 70
EX_IOERR = 74
EX_CONFIG = 78


def urandom(size: int, /) -> bytes:
    """Bytes that nobody can predict."""
    if size < 0:
        raise ValueError("negative argument not allowed")
    return entropy.random_bytes(size)


def getpid() -> int:
    return 1


def getppid() -> int:
    return 0


def cpu_count() -> int | None:
    return 1


def process_cpu_count() -> int | None:
    return 1


def getcwd() -> str:
    return "/"


def fspath(path: Any) -> Any:
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(path, "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method()


def fsencode(filename: Any) -> bytes:
    text = fspath(filename)
    return text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogateescape")


def fsdecode(filename: Any) -> str:
    text = fspath(filename)
    return text if isinstance(text, str) else bytes(text).decode("utf-8", "surrogateescape")


def _exit(status: int) -> NoReturn:
    """End at once: what was printed but not handed on is lost."""
    power.exit(status)


_MESSAGES = {
    1: "Operation not permitted",
    2: "No such file or directory",
    4: "Interrupted system call",
    5: "Input/output error",
    9: "Bad file descriptor",
    11: "Resource temporarily unavailable",
    12: "Cannot allocate memory",
    13: "Permission denied",
    17: "File exists",
    20: "Not a directory",
    21: "Is a directory",
    22: "Invalid argument",
    28: "No space left on device",
    30: "Read-only file system",
    32: "Broken pipe",
    90: "Message too long",
    95: "Operation not supported",
    98: "Address already in use",
    99: "Cannot assign requested address",
    100: "Network is down",
    101: "Network is unreachable",
    103: "Software caused connection abort",
    104: "Connection reset by peer",
    105: "No buffer space available",
    107: "Transport endpoint is not connected",
    110: "Connection timed out",
    111: "Connection refused",
    113: "No route to host",
    115: "Operation now in progress",
}


def strerror(code: int, /) -> str:
    """The message of an error number."""
    message = _MESSAGES.get(code)
    return f"Unknown error {code}" if message is None else message
