"""Compare the guest's os and os.path with CPython's."""

import errno
import os
import posixpath
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import errno as our_errno, os as ours
from sesha.guest.stdlib.os import path as our_path

pytestmark = pytest.mark.fast
PATHS = st.text(alphabet="ab./é ", max_size=10)


@settings(max_examples=400)
@given(PATHS, PATHS, PATHS)
def test_path_functions(a: str, b: str, c: str) -> None:
    assert our_path.join(a, b, c) == posixpath.join(a, b, c)
    for name in ("split", "basename", "dirname", "splitext", "normpath", "isabs", "splitdrive", "normcase"):
        assert getattr(our_path, name)(a) == getattr(posixpath, name)(a), name
    assert our_path.commonprefix([a, b]) == posixpath.commonprefix([a, b])
    assert our_path.abspath("/" + a) == posixpath.abspath("/" + a)
    if a and b:
        assert our_path.relpath("/" + a, "/" + b) == posixpath.relpath("/" + a, "/" + b)
    if posixpath.isabs(a) == posixpath.isabs(b):
        assert our_path.commonpath([a, b]) == posixpath.commonpath([a, b])


def test_errors_have_linux_numbers_and_words() -> None:
    for name in dir(our_errno):
        if name.startswith("E"):
            number = getattr(our_errno, name)
            assert number == getattr(errno, name)
    for number, message in ours._MESSAGES.items():
        assert os.strerror(number) == message
    assert ours.strerror(4242) == os.strerror(4242)


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    environ: Any = ours.environ
    assert environ["PATH"] == os.environ["PATH"]
    assert ours.getenv("SESHA_NOT_THERE", "x") == "x"
    with pytest.raises(KeyError, match="SESHA_NOT_THERE"):
        environ["SESHA_NOT_THERE"]
    environ["SESHA_NEW"] = "1"
    assert "SESHA_NEW" in environ
    assert ours.getenv("SESHA_NEW") == "1"
    assert environ.pop("SESHA_NEW") == "1"
    assert environ.pop("SESHA_NEW", None) is None
    assert len(list(environ)) == len(environ) == len(environ.items())
    assert repr(environ).startswith("environ({'")


def test_the_rest() -> None:
    assert len(ours.urandom(9)) == 9
    assert ours.fspath("a") == "a"
    with pytest.raises(TypeError, match=r"expected str, bytes or os\.PathLike object, not int"):
        ours.fspath(3)
    assert ours.fsdecode(b"\xff") == os.fsdecode(b"\xff")
    assert ours.fsencode("ü") == os.fsencode("ü")
