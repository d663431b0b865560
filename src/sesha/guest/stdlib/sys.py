"""What a program knows of the system that it runs on, as the module `sys` of images.

`argv` and the streams come from the machine. What describes an interpreter is not there.
"""

from typing import Any, NamedTuple, NoReturn, TextIO

from sesha.guest.builtins import exceptions_raise
from sesha.guest.builtins.int_limit import digits_limit, set_digits_limit
from sesha.guest.machine.this import arguments
from sesha.guest.stdlib.io.console import ConsoleReader, ConsoleWriter

argv: list[str] = arguments.argv()
orig_argv: list[str] = argv
path: list[str] = []
executable = ""
prefix = ""
platform = "linux"
byteorder = "little"
maxsize = (1 << 63) - 1
maxunicode = 0x10FFFF
float_repr_style = "short"
LEAST_DIGITS_LIMIT = 640
dont_write_bytecode = True
copyright = ""

stdin: TextIO = ConsoleReader()
stdout: TextIO = ConsoleWriter(False)
stderr: TextIO = ConsoleWriter(True)
__stdin__: TextIO = stdin
__stdout__: TextIO = stdout
__stderr__: TextIO = stderr


class _VersionInfo(NamedTuple):
    """The version of Python that images speak."""

    major: int
    minor: int
    micro: int
    releaselevel: str
    serial: int

    def __repr__(self) -> str:
        return (
            f"sys.version_info(major={self.major}, minor={self.minor}, micro={self.micro}, "
            f"releaselevel={self.releaselevel!r}, serial={self.serial})"
        )


version_info = _VersionInfo(3, 14, 0, "final", 0)
hexversion = 0x030E00F0
version = "3.14.0 (Sesha)"


class _FloatInfo(NamedTuple):
    """The numbers of a double."""

    max: float
    max_exp: int
    max_10_exp: int
    min: float
    min_exp: int
    min_10_exp: int
    dig: int
    mant_dig: int
    epsilon: float
    radix: int
    rounds: int


float_info = _FloatInfo(
    1.7976931348623157e308,
    1024,
    308,
    2.2250738585072014e-308,
    -1021,
    -307,
    15,
    53,
    2.220446049250313e-16,
    2,
    1,
)


def exit(status: Any = None, /) -> NoReturn:
    """End the program with a status, or with a message and status 1."""
    raise SystemExit(status)


def exception() -> BaseException | None:
    """The exception that is being handled."""
    current: BaseException | None = exceptions_raise.current
    return current


def exc_info() -> tuple[Any, Any, Any]:
    """Its class, itself and its traceback."""
    current = exception()
    if current is None:
        return None, None, None
    return type(current), current, current.__traceback__


def intern(string: str, /) -> str:
    return string


def getdefaultencoding() -> str:
    return "utf-8"


def getfilesystemencoding() -> str:
    return "utf-8"


def getrecursionlimit() -> int:
    return 1000


def setrecursionlimit(limit: int, /) -> None:
    """Accepted and without effect: the depth is what the stack holds."""
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def get_int_max_str_digits() -> int:
    return int(digits_limit())


def set_int_max_str_digits(maxdigits: int) -> None:
    """How many decimal digits an int may have that is converted to or from text; 0 for any."""
    if maxdigits != 0 and maxdigits < LEAST_DIGITS_LIMIT:
        raise ValueError(f"maxdigits must be 0 or larger than {LEAST_DIGITS_LIMIT}")
    set_digits_limit(maxdigits)
