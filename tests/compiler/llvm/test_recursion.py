"""Functions that can reach themselves refuse to go deeper than the stack."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from native import I64, VOID, evaluate, make_function, make_world

from sesha.compiler.ir.builder import integer, raw_word
from sesha.compiler.ir.function import Function
from sesha.compiler.transform.guard_recursion import LIMIT, REFUSE, cut_cycles, guard_recursion
from sesha.compiler.types.classes import GlobalDecl, Type

EXCEPTION = 4 * 5


@pytest.mark.fast
def test_every_cycle_is_cut() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"e", "absent"}}
    assert cut_cycles(graph, set(graph)) == ["b", "e"]
    assert cut_cycles(graph, {"a", "c", "d"}) == ["c"]


def refuse() -> Function:
    function, builder = make_function(REFUSE, [], VOID)
    builder.emit("raise", raw_word(EXCEPTION))
    return function


def endless() -> Function:
    """Calls itself and adds one: never a tail call."""
    function, builder = make_function("endless", [("x", I64)], I64)
    deeper = builder.emit(
        "call", builder.emit("add", builder.get("x"), integer(1)), result=I64, name="endless"
    )
    builder.emit("return", builder.emit("xor", deeper, builder.get("x")))
    return function


@pytest.mark.slow
def test_endless_recursion_raises() -> None:
    function, builder = make_function("main", [], I64)
    limit = builder.emit("sub", builder.emit("stack_pointer"), integer(1 << 20))
    builder.emit("store_global", limit, name=LIMIT)
    builder.emit("return", builder.emit("call", integer(0), result=I64, name="endless"))
    world = make_world(function, endless(), refuse())
    world.program.globals[LIMIT] = GlobalDecl(LIMIT, Type(I64))
    assert guard_recursion(world) == 1
    with pytest.raises(RuntimeError) as raised:
        evaluate(world, "main", [])
    assert raised.value.args == (EXCEPTION,)
