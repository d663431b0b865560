"""Run each program of programs/ with CPython's asyncio and with ours: the same output.

Programs without network run on a virtual clock: a wait for time takes none.
"""

import asyncio
import contextlib
import contextvars
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from sesha.guest.machine.this import clock, idle
from sesha.guest.stdlib import asyncio as sesha_asyncio, contextvars as sesha_contextvars

SOURCES = Path(__file__).parents[3] / "src"
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
WITH_NETWORK = {"streams", "datagrams"}


class VirtualClock:
    """Time that passes only while the loop sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000_000

    def monotonic_ns(self) -> int:
        return self.now

    def sleep_ns(self, duration: int) -> None:
        self.now += duration


class VirtualLoop(asyncio.SelectorEventLoop):
    """CPython's loop on a virtual clock."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 1.0
        select = self._selector.select  # type: ignore[attr-defined]

        def skip(timeout: float | None) -> Any:
            if timeout:
                self._now += timeout
            return select(0)

        self._selector.select = skip  # type: ignore[attr-defined]

    def time(self) -> float:
        return self._now


def execute(path: Path) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(path.read_text(), str(path), "exec"), {"__name__": "__main__"})
    return output.getvalue()


@contextlib.contextmanager
def virtual_policy(virtual: bool) -> Iterator[None]:
    policy = asyncio.DefaultEventLoopPolicy()
    if virtual:
        policy._loop_factory = VirtualLoop  # type: ignore[attr-defined]
    asyncio.set_event_loop_policy(policy)
    try:
        yield
    finally:
        asyncio.set_event_loop_policy(None)


def run_cpython(path: Path) -> str:
    with virtual_policy(path.stem not in WITH_NETWORK):
        return execute(path)


def run_ours(path: Path) -> str:
    virtual = VirtualClock()
    modules = {"asyncio": sesha_asyncio, "contextvars": sesha_contextvars}
    with mock.patch.dict(sys.modules, modules):
        if path.stem in WITH_NETWORK:
            return execute(path)
        with (
            mock.patch.object(clock, "monotonic_ns", virtual.monotonic_ns),
            mock.patch.object(idle, "wait_ns", virtual.sleep_ns),
        ):
            return execute(path)


@pytest.mark.fast
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_same_output_as_cpython(path: Path) -> None:
    started = time.monotonic()
    expected = run_cpython(path)
    assert expected
    assert run_ours(path) == expected
    assert time.monotonic() - started < 10
    assert contextvars is not sesha_contextvars


@pytest.mark.slow
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_image_gives_the_same_output(path: Path, tmp_path: Path) -> None:
    image = tmp_path / "program.elf"
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [sys.executable, "-m", "sesha", "build", str(path), "-o", str(image)]
    built = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    expected = subprocess.run([sys.executable, str(path)], capture_output=True, timeout=30, check=True)
    got = subprocess.run([str(image)], capture_output=True, timeout=30, check=False)
    assert (got.stdout, got.stderr, got.returncode) == (expected.stdout, b"", 0)
