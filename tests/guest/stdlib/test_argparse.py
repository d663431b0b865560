"""Parse the same strings with the guest's argparse and CPython's; compare values, help and errors.

Where versions word things differently, `modern` turns CPython 3.11's text into the newest one's.
"""

import argparse
import io
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import argparse as ours

pytestmark = pytest.mark.fast


def modern(text: str) -> str:
    if sys.version_info >= (3, 14):
        return text
    text = re.sub(r"\(choose from (.*)\)", lambda m: "(choose from " + m[1].replace("'", "") + ")", text)
    return re.sub(r"(?m)^(  -\w) (.+), (--\S+ \2)$", r"\1, \3", text)


def outcome(module: Any, build: Callable[[Any], Any], arguments: list[str]) -> tuple[Any, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            parser = build(module)
            found, rest = parser.parse_known_args(arguments)
            result: Any = (sorted(vars_of(found).items()), rest)
        except SystemExit as stop:
            result = ("exit", stop.code)
        except (ValueError, TypeError, module.ArgumentError) as error:
            result = (type(error).__name__, str(error))
    return result, modern(out.getvalue()), modern(err.getvalue())


def vars_of(namespace: Any) -> dict[str, Any]:
    return namespace._values if isinstance(namespace, ours.Namespace) else vars(namespace)


def simple(m: Any) -> Any:
    p = m.ArgumentParser(prog="tool", description="Does things with %(prog)s.", epilog="Bye.")
    p.add_argument("source", help="where from")
    # Before 3.13 a positional that takes nothing did not wait for what stands behind an option.
    p.add_argument(
        "targets",
        nargs="*" if sys.version_info >= (3, 13) else "+",
        type=int,
        help="where to (default: %(default)s)",
        default=[1],
    )
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    p.add_argument("--level", choices=["low", "high"], help="one of %(choices)s")
    p.add_argument("-n", "--number", type=int, default="7")
    p.add_argument("--no-wait", dest="wait", action="store_false")
    p.add_argument("--names", nargs="+", metavar="NAME")
    p.add_argument("--pair", nargs=2, type=float)
    p.add_argument("--maybe", nargs="?", const="C", default="D")
    p.add_argument("--add", action="append")
    p.add_argument("--ext", action="extend", nargs="*")
    p.add_argument("--const", action="append_const", const=3, help=m.SUPPRESS)
    p.add_argument("-q", action="store_true", required=False)
    return p


WORDS = st.sampled_from(
    [
        "a",
        "1",
        "-1",
        "--level",
        "low",
        "mid",
        "-v",
        "-vv",
        "-qv",
        "-n",
        "-n5",
        "-nx",
        "-n=4",
        "--number=3",
        "--num",
        "--n",
        "--no-wait",
        "--names",
        "x",
        "--pair",
        "2.5",
        "--maybe",
        "--maybe=z",
        "--add",
        "--add=1",
        "--ext",
        "--",
        "-",
        "--unknown",
        "-z",
        "-vn",
        "-vq3",
        "--q",
        "--verbose=1",
        "a b",
        "-a b",
        "--const",
        "",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=7))
def test_parsing(arguments: list[str]) -> None:
    mine, theirs = outcome(ours, simple, arguments), outcome(argparse, simple, arguments)
    if sys.version_info < (3, 13) and (
        "--" in arguments or "ignored explicit" in theirs[2] or "ambiguous" in theirs[2]
    ):
        return  # later versions share positionals and `--` out differently
    assert mine == theirs


def required_groups(m: Any) -> Any:
    p = m.ArgumentParser(prog="tool", formatter_class=m.ArgumentDefaultsHelpFormatter)
    g = p.add_mutually_exclusive_group(required=True)
    g.add_argument("--one", action="store_true", help="first")
    g.add_argument("--two", type=int, metavar="N", help="second", default=4)
    h = p.add_mutually_exclusive_group()
    h.add_argument("--tea", action="store_true")
    h.add_argument("--coffee", action="store_true")
    s = p.add_argument_group("special", "Special things.")
    s.add_argument("--must", required=True, help="needed")
    s.add_argument("--flag", action="store_true")
    return p


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--one"],
        ["--one", "--must", "x"],
        ["--one", "--two", "3"],
        ["--must", "x"],
        ["--tea", "--coffee", "--one", "--must", "y"],
        ["-h"],
        ["--two", "x"],
    ],
)
def test_groups(arguments: list[str]) -> None:
    assert outcome(ours, required_groups, arguments) == outcome(argparse, required_groups, arguments)


def commands(m: Any) -> Any:
    p = m.ArgumentParser(prog="git")
    p.add_argument("--debug", action="store_true")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    sub = p.add_subparsers(dest="command", required=True, help="what to do", metavar="COMMAND")
    add = sub.add_parser("add", help="add files", description="Adds.", aliases=["a"])
    add.add_argument("files", nargs="+")
    add.add_argument("--force", "-f", action="store_true")
    add.set_defaults(run="adding")
    show = sub.add_parser("show", help="show it")
    show.add_argument("rest", nargs=m.REMAINDER)
    return p


def untitled(m: Any) -> Any:
    p = m.ArgumentParser(prog="x")
    p.add_argument("first")
    sub = p.add_subparsers(title="commands", description="All of them.")
    sub.add_parser("one").add_argument("--deep", type=int)
    return p


@pytest.mark.parametrize("build", [commands, untitled])
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["-h"],
        ["add"],
        ["add", "x", "-f"],
        ["a", "x", "y"],
        ["add", "-h"],
        ["show", "-x", "--y", "z"],
        ["nothing"],
        ["--version"],
        ["--debug", "add", "q"],
        ["add", "x", "--odd"],
        ["one", "one"],
        ["v", "one", "--deep", "3"],
        ["v", "one", "--deep", "x"],
        ["v", "two"],
        ["v", "one", "-h"],
    ],
)
def test_subcommands(build: Callable[[Any], Any], arguments: list[str]) -> None:
    assert outcome(ours, build, arguments) == outcome(argparse, build, arguments)


def long_usage(m: Any) -> Any:
    p = m.ArgumentParser(prog="program-with-a-long-name", description="word " * 40)
    for index in range(8):
        p.add_argument(f"--option-number-{index}", metavar="VALUE", help="help " * (index * 5))
    p.add_argument("-x", "--extremely-long-option-name-here", metavar=("A", "B"), nargs=2, help="two values")
    p.add_argument("positional", metavar="POSITIONAL_ARGUMENT", nargs="?")
    p.add_argument("choice", choices=range(3), type=int)
    return p


def formatted(name: str) -> Callable[[Any], Any]:
    def build(m: Any) -> Any:
        p = m.ArgumentParser(
            prog="f",
            description="  one\n    two\n",
            epilog="three\n\n four",
            formatter_class=getattr(m, name),
        )
        p.add_argument("--a", type=int, help="line one\n  line two", default=3)
        p.add_argument("b", type=str, help="text")
        return p

    return build


def odd_options(m: Any) -> Any:
    p = m.ArgumentParser(usage="%(prog)s [stuff]", prog="o", prefix_chars="+-", argument_default=m.SUPPRESS)
    p.add_argument("+x", "++xtra", type=int)
    p.add_argument("-5", dest="five", action="store_true")
    p.add_argument("--bool", action=m.BooleanOptionalAction, help="yes or no")
    p.add_argument("z", nargs="?")
    return p


@pytest.mark.parametrize(
    ("build", "arguments"),
    [
        (long_usage, ["-h"]),
        (long_usage, []),
        (long_usage, ["5"]),
        (long_usage, ["1", "2"]),
        *[
            (formatted(n), ["-h"])
            for n in (
                "HelpFormatter",
                "RawDescriptionHelpFormatter",
                "RawTextHelpFormatter",
                "ArgumentDefaultsHelpFormatter",
                "MetavarTypeHelpFormatter",
            )
        ],
        (odd_options, ["+x", "3"]),
        (odd_options, ["-5"]),
        (odd_options, ["-6"]),
        (odd_options, ["--no-bool"]),
        (odd_options, []),
        (odd_options, ["q", "--bool"]),
        (odd_options, ["--bo", "++xt=4"]),
    ],
)
def test_help_and_odd_options(build: Callable[[Any], Any], arguments: list[str]) -> None:
    assert outcome(ours, build, arguments) == outcome(argparse, build, arguments)


def fails(**options: Any) -> Callable[[Any], Any]:
    def build(m: Any) -> Any:
        p = m.ArgumentParser(prog="e", exit_on_error=False)
        names = options.pop("names", ["--x"])
        kept = dict(options)
        options["names"] = names
        if kept.pop("kind", None):
            kept["type"] = lambda text: (_ for _ in ()).throw(m.ArgumentTypeError("my words"))
        p.add_argument(*names, **kept)
        return p

    return build


@pytest.mark.parametrize(
    "options",
    [
        {"nargs": 0},
        {"nargs": "!"},
        {"action": "nothing"},
        {"type": 5},
        {"const": 1},
        {"names": ["y", "z"]},
        {"names": ["x"], "required": True},
        {"names": ["--"]},
        {"names": ["-h"]},
        {"names": ["x"], "dest": "y"},
        {"kind": 1},
        {"names": ["-x", "y"]},
    ],
)
def test_misuse(options: Any) -> None:
    mine, theirs = (
        outcome(ours, fails(**options), ["--x", "1"]),
        outcome(argparse, fails(**options), ["--x", "1"]),
    )
    kinds = {mine[0][0], theirs[0][0]}
    assert len(kinds) == 1 or kinds == {"ValueError", "TypeError"}


def test_namespace() -> None:
    for m in (ours, argparse):
        n = m.Namespace(a=1, **{"x y": 2})
        assert repr(n) == "Namespace(a=1, **{'x y': 2})"
        n.b = [3]
        assert (n.a, n.b, "b" in n, n == m.Namespace(a=1, b=[3], **{"x y": 2})) == (1, [3], True, True)
        with pytest.raises(AttributeError, match="'Namespace' object has no attribute 'zz'"):
            _ = n.zz


class Upper(ours.Action):
    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, self.dest, values.upper())


def test_own_action_and_parents() -> None:
    parent = ours.ArgumentParser(add_help=False)
    parent.add_argument("--shout", action=Upper)
    child = ours.ArgumentParser(prog="c", parents=[parent])
    child.set_defaults(more=5)
    assert child.parse_args(["--shout", "hey"]) == ours.Namespace(shout="HEY", more=5)
    assert child.get_default("more") == 5
    assert child.format_usage() == "usage: c [-h] [--shout SHOUT]\n"
