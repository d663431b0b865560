"""Open a file of the image: what the built-in `open` is compiled to.

An image has the files that lay beside the program when it was built, and they are read only.
"""

import errno

from sesha.guest.abi.assets import lookup
from sesha.guest.stdlib.io.binary import BufferedReader, BytesIO
from sesha.guest.stdlib.io.wrapper import TextIOWrapper
from sesha.guest.stdlib.os.path import normpath

_MODE_LETTERS = "rwxabt+"


def _check_mode(mode: str) -> None:
    actions = 0
    for letter in mode:
        if letter not in _MODE_LETTERS or mode.count(letter) > 1:
            raise ValueError(f"invalid mode: '{mode}'")
        if letter in "rwxa":
            actions += 1
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if actions != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")


def open_binary(name: str, mode: str = "rb") -> BufferedReader:
    """The embedded file of that name, to read its bytes."""
    _check_mode(mode)
    if "r" not in mode or "+" in mode:
        raise OSError(errno.EROFS, "Read-only file system", name)
    content = lookup(normpath(name))
    if content is None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", name)
    file = BufferedReader(BytesIO(content))
    file._name = name
    return file


def open_text(
    name: str,
    mode: str = "r",
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
) -> TextIOWrapper:
    """The embedded file of that name, to read its text."""
    file = TextIOWrapper(open_binary(name, mode), encoding, errors, newline)
    file._name = name
    return file


def open_asset(
    name: str,
    mode: str = "r",
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
) -> TextIOWrapper | BufferedReader:
    """`open(name, mode, ...)` when the mode is not known at compile time."""
    if "b" not in mode:
        return open_text(name, mode, encoding, errors, newline)
    if encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    return open_binary(name, mode)
