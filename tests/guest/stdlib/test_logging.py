# ruff: noqa: E501
"""Run the same programs over the guest's logging and CPython's, and compare what was written."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sesha.guest.stdlib import logging as ours

pytestmark = pytest.mark.fast


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    kept = list(logging.root.handlers)
    level = logging.root.level
    for module in (ours, logging):
        module.root.handlers[:] = []
    yield
    for module in (ours, logging):
        module.root.handlers[:] = kept if module is logging else []
        module.root.setLevel(level if module is logging else "WARNING")
        module.disable(0)
        for logger in (
            module.root.manager.loggerDict.values() if module is logging else ours.manager.loggerDict.values()
        ):
            if isinstance(logger, (logging.Logger, ours.Logger)):
                logger.handlers[:] = []
                logger.setLevel(0)
                logger.propagate = True


def same(program: Callable[[Any, io.StringIO], Any], capsys: pytest.CaptureFixture[str]) -> str:
    results = []
    kept = list(logging.root.handlers)
    logging.root.handlers[:] = []  # those of pytest
    for module in (ours, logging):
        out = io.StringIO()
        try:
            result = program(module, out)
        except Exception as error:
            result = repr(error)
        captured = capsys.readouterr()
        text = re.sub(r"line \d+", "line N", out.getvalue() + captured.err)
        results.append((result, re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+", "TIME", text)))
    logging.root.handlers[:] = kept
    assert results[0] == results[1]
    return results[0][1]


def test_levels_and_formats(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> Any:
        m.basicConfig(stream=out, level=m.INFO)
        log = m.getLogger("a.b")
        log.debug("no")
        log.info("x %s %d", "y", 3)
        log.warning("%(k)s", {"k": 1})
        m.error("100%%")
        m.critical("no args %s")
        log.log(25, "between")
        log.log(m.ERROR, ["a", 1])
        log.error("bad %s", exc_info=False)
        return (
            log.getEffectiveLevel(),
            log.isEnabledFor(10),
            repr(log),
            repr(m.root),
            m.getLevelName(20),
            m.getLevelName("INFO"),
            m.getLevelName(33),
        )

    text = same(program, capsys)
    assert "INFO:a.b:x y 3\n" in text


@pytest.mark.parametrize(
    ("fmt", "style"),
    [
        ("%(asctime)s %(levelname)-8s|%(name)10s|%(message)s %(levelno)d %(user)s", "%"), ("{levelname:>9} {message} {user}", "{"),
        ("$name ${message} $$ $user", "$"), ("nothing", "%"), ("%(processName)s %(threadName)s %(taskName)s %(message)s", "%"), ("x", "?"),
    ],
)  # fmt: skip
def test_formatters(fmt: str, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> None:
        if "taskName" in fmt and not hasattr(logging.LogRecord("", 0, "", 0, "", (), None), "taskName"):
            return
        handler = m.StreamHandler(out)
        handler.setFormatter(m.Formatter(fmt, style=style))
        log = m.getLogger("f")
        log.propagate = False
        log.addHandler(handler)
        log.error("hello %s", "you", extra={"user": "me"})

    same(program, capsys)


def test_exceptions(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> None:
        m.basicConfig(stream=out, format="%(message)s", datefmt="%H")
        try:
            {}["x"]
        except KeyError as error:
            m.exception("caught %s", 1)
            m.getLogger("e").error("again", exc_info=error)
            m.getLogger("e").warning("third", exc_info=True)
        m.error("none", exc_info=True)

    assert "KeyError: 'x'" in same(program, capsys)


def test_tree(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> Any:
        deep = m.getLogger("t.x.y.z")
        early = deep.parent is m.root
        middle = m.getLogger("t.x")
        top = m.getLogger("t")
        handler = m.StreamHandler(out)
        handler.setFormatter(m.Formatter("top %(name)s"))
        top.addHandler(handler)
        other = m.StreamHandler(out)
        other.setLevel("ERROR")
        middle.addHandler(other)
        middle.addHandler(other)
        deep.warning("one")
        deep.error("two")
        middle.propagate = False
        deep.error("three")
        top.setLevel(m.CRITICAL)
        deep.error("hidden")
        m.disable(m.CRITICAL)
        deep.critical("gone")
        return (
            early,
            deep.parent is middle,
            middle.parent is top,
            top.getChild("q").name,
            m.root.getChild("r").name,
            deep.hasHandlers(),
            m.getLogger("lonely").hasHandlers(),
            m.getLogger() is m.root,
        )

    same(program, capsys)


def test_filters_and_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> Any:
        m.basicConfig(stream=out, level="DEBUG")
        m.root.handlers[0].addFilter(m.Filter("in"))
        m.getLogger("in.side").info("yes")
        m.getLogger("inner").info("no")
        m.getLogger("in").addFilter(lambda record: "secret" not in record.getMessage())
        m.getLogger("in").info("a secret")
        m.getLogger("in").info("open")
        m.addLevelName(15, "FINE")
        m.getLogger("in").log(15, "fine")
        results = []
        for call in (
            lambda: m.getLogger("in").setLevel("NONE"),
            lambda: m.getLogger("in").info("x", extra={"name": 1}),
            lambda: m.getLogger("in").info("x", extra={"message": 1}),
            lambda: m.basicConfig(force=True, style="?"),
            lambda: m.basicConfig(handlers=[], stream=out),
        ):
            try:
                results.append(call())
            except Exception as error:
                results.append(repr(error))
        return results

    same(program, capsys)


def test_without_setup(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> None:
        m.getLogger("quiet").info("no")
        m.getLogger("quiet").warning("last resort %d", 7)
        null = m.getLogger("null")
        null.addHandler(m.NullHandler())
        null.error("dropped")
        m.warning("sets up")

    assert same(program, capsys) == "last resort 7\nWARNING:root:sets up\n"


def test_adapter(capsys: pytest.CaptureFixture[str]) -> None:
    def program(m: Any, out: io.StringIO) -> None:
        m.basicConfig(stream=out, format="%(message)s %(who)s")
        adapter = m.LoggerAdapter(m.getLogger("ad"), {"who": "it"})
        adapter.warning("hi %s", 1)
        adapter.info("no")

    same(program, capsys)


def test_caller_is_refused() -> None:
    with pytest.raises(ValueError, match="not supported in an image: 'lineno'"):
        ours.Formatter("%(lineno)d %(message)s")


def test_broken_message(capsys: pytest.CaptureFixture[str]) -> None:
    ours.basicConfig(stream=io.StringIO())
    ours.error("%d", "x")
    err = capsys.readouterr().err
    assert err.startswith("--- Logging error ---\nTraceback")
    assert err.endswith("Message: '%d'\nArguments: ('x',)\n")
