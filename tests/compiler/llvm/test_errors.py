"""Raising goes to the handler or out of the function, whatever the function's result is."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from native import BOOL, F64, I64, VOID, WORD, evaluate, make_function, make_world

from sesha.compiler.ir.builder import boolean, integer, raw_word
from sesha.compiler.ir.function import Const, Function
from sesha.compiler.types.representation import Repr

pytestmark = pytest.mark.slow

EXCEPTION = 4 * 77
RESULTS: dict[Repr, Const | None] = {
    WORD: raw_word(44),
    I64: integer(7),
    F64: Const(F64, 2.5),
    BOOL: boolean(True),
    VOID: None,
}
"""What the function returns when it does not raise."""


def thrower(result: Repr) -> Function:
    """Raises when its argument is not zero."""
    function, builder = make_function("thrower", [("x", I64)], result)
    function.inline = "never"
    yes, no = builder.new_block(), builder.new_block()
    builder.branch(builder.emit("ne", builder.get("x"), integer(0)), yes, no)
    builder.place(yes)
    builder.emit("raise", raw_word(EXCEPTION))
    builder.place(no)
    value = RESULTS[result]
    builder.emit("return", *([value] if value is not None else []))
    return function


def passer(result: Repr) -> Function:
    """Calls the thrower and lets the exception pass."""
    function, builder = make_function("passer", [("x", I64)], result)
    value = builder.emit("call", builder.get("x"), result=result, name="thrower")
    builder.emit("return", *([value] if result is not VOID else []))
    return function


@pytest.mark.parametrize("result", list(RESULTS))
def test_result_and_exception(result: Repr) -> None:
    expected = RESULTS[result]
    world = make_world(thrower(result), passer(result))
    assert evaluate(world, "passer", [integer(0)]) == (expected.value if expected else 0)
    world = make_world(thrower(result), passer(result))
    with pytest.raises(RuntimeError) as raised:
        evaluate(world, "passer", [integer(1)])
    assert raised.value.args == (EXCEPTION,)


def test_handler_takes_the_exception() -> None:
    function, builder = make_function("catcher", [], WORD)
    handler = builder.new_block("handler")
    builder.handler = handler
    builder.emit("return", builder.emit("call", integer(1), result=WORD, name="thrower"))
    builder.handler = None
    builder.place(handler)
    builder.emit("return", builder.emit("catch"))
    assert evaluate(make_world(thrower(WORD), function), "catcher", []) == EXCEPTION
