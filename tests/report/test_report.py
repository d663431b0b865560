"""The report: every byte of an image counted once, and the way to a function from the entry."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sesha.cli.main import cli
from sesha.compiler.ir.function import Block, Function, Op
from sesha.compiler.types.representation import Repr
from sesha.report.origins import kind_of, origin_of
from sesha.report.reasons import DISPATCH, functions_named, way_to

PROGRAM = '''"""Adds."""


def add(a, b):
    return a + b


def twice(a):
    return add(a, a)


print(twice(len(__name__)))
'''


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("__main__.add", "program"),
        ("<resume>notes.http.read_body", "program"),
        ("sesha.program.main", "program"),
        ("sesha.guest.net.tcp.output.resend", "network"),
        ("<virtual>sesha.guest.virtio.net.NetDevice.poll", "network"),
        ("sesha.guest.stdlib.json.loads", "library"),
        ("sesha.guest.builtins.int.compare", "runtime"),
        ("builtins.int.<new>", "runtime"),
        ("sesha.guest.machine.pvh.start.begin", "machine"),
        ("memcpy", "machine"),
        ("<call>write/2/", "dispatchers"),
    ],
)
def test_origins(name: str, origin: str) -> None:
    assert origin_of(name) == origin


def test_kinds() -> None:
    names = ("str.17", "tuple.3", "class_records", "methods.__call__", "sesha.guest.memory.heap.top")
    assert [kind_of(name) for name in names] == [
        "strings",
        "tuples",
        "classes",
        "method tables",
        "variables",
    ]


def test_the_way_passes_through_dispatchers() -> None:
    caller = Function("main", [], Repr.VOID)
    block = Block("start")
    block.operations.append(Op("call", [], {"name": "<call>close/1/"}, None))
    caller.blocks.append(block)
    functions = {"main": caller, "a.File.close": Function("a.File.close", [], Repr.VOID)}
    wanted_by = {"main": "the entry", "<call>close/1/": DISPATCH, "a.File.close": "<call>close/1/"}
    assert functions_named("File.close", functions) == ["a.File.close"]
    way = way_to("a.File.close", wanted_by, functions)
    assert way == ["a.File.close", "<call>close/1/", "main", "the entry"]


def _report(tmp_path: Path, *arguments: str) -> Result:
    program = tmp_path / "adds.py"
    program.write_text(PROGRAM)
    return CliRunner().invoke(cli, ["report", str(program), *arguments], standalone_mode=False)


@pytest.mark.slow
def test_every_byte_is_counted_once(tmp_path: Path) -> None:
    answer = _report(tmp_path)
    numbers = {
        line[:20].strip(): int(line[20:].split()[0])
        for line in answer.output.partition("largest")[0].splitlines()
        if line.strip()
    }
    assert numbers["image"] == numbers["code"] + numbers["data"] + numbers["everything else"]
    origins = ("runtime", "machine", "program")
    assert all(numbers[origin] > 0 for origin in origins)
    assert numbers["everything else"] < numbers["image"] // 10


@pytest.mark.slow
def test_why(tmp_path: Path) -> None:
    answer = _report(tmp_path, "--why", "__main__.add")
    lines = answer.output.splitlines()
    assert lines[:2] == ["__main__.add", "    wanted by __main__.twice"]
    assert "    wanted by the entry" in lines
