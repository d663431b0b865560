"""Run small IR functions as process images: the harness of the tests beside it."""

import struct
import subprocess
import tempfile
from pathlib import Path

from sesha.compiler.ir.builder import Builder, integer
from sesha.compiler.ir.checker import check_program
from sesha.compiler.ir.function import Const, Function, Program, Value
from sesha.compiler.ir.world import ClassRecord, World
from sesha.compiler.types.representation import Repr
from sesha.image.build import build_image, make_target

WORD, I64, F64, BOOL, VOID = Repr.WORD, Repr.I64, Repr.F64, Repr.BOOL, Repr.VOID
RAISED = 99
"""Exit status of the harness when the function raised."""
CLASSES = (
    "builtins.object",
    "builtins.type",
    "builtins.str",
    "builtins.bytes",
    "builtins.tuple",
    "builtins.int",
    "builtins.bool",
    "builtins.float",
    "builtins.None",
    "function",
)


def make_world(*functions: Function) -> World:
    """A world with the built-in classes and these functions."""
    world = World(Program({function.name: function for function in functions}))
    for number, name in enumerate(CLASSES):
        add_class(world, name, number)
    world.classes["builtins.object"].ranges = [(0, 1000)]
    world.classes["builtins.int"].ranges = [(5, 6)]
    return world


def add_class(
    world: World, name: str, number: int, bases: tuple[str, ...] = ("builtins.object",)
) -> ClassRecord:
    short = name.rpartition(".")[2]
    record = ClassRecord(
        name, number, short, short, "builtins", 16, 0, 0, [name, *bases], ranges=[(number, number)]
    )
    world.classes[name] = record
    return record


def make_function(name: str, parameters: list[tuple[str, Repr]], result: Repr) -> tuple[Function, Builder]:
    function = Function(name, parameters, result, locals=dict(parameters))
    return function, Builder(function)


def evaluate(world: World, name: str, arguments: list[Const], optimize: int = 2) -> int | float | bool:
    """Call a function of the world in a process; gives its result, raises RuntimeError if it raised."""
    function = world.program.functions[name]
    world.program.functions["start"] = make_start(function, arguments)
    check_program(world.program, closed=True)
    with tempfile.TemporaryDirectory() as folder:
        image = build_image(world, make_target("process", optimize), Path(folder) / "image")
        done = subprocess.run([image], capture_output=True, check=False, timeout=10)
    if done.returncode == RAISED:
        raise RuntimeError(struct.unpack("<q", done.stdout)[0])
    assert done.returncode == 0, done
    value: int | float = struct.unpack("<d" if function.result is F64 else "<q", done.stdout)[0]
    return bool(value) if function.result is BOOL else value


def make_start(function: Function, arguments: list[Const]) -> Function:
    """Call the function, write the eight bytes of its result, and exit."""
    start, builder = make_function("start", [("stack", I64)], VOID)
    start.symbol, start.raises = "start", False
    handler = builder.new_block("handler")
    builder.handler = handler
    result = builder.emit("call", *arguments, result=function.result, name=function.name)
    builder.handler = None
    finish(builder, as_i64(builder, result), 0)
    builder.place(handler)
    finish(builder, builder.emit("bits", builder.emit("catch")), RAISED)
    return start


def as_i64(builder: Builder, value: Value) -> Value | Const:
    conversion = {WORD: "bits", BOOL: "i64_from_bool", F64: "bits_from_f64"}.get(value.repr)
    if value.repr is VOID:
        return integer(0)
    return builder.emit(conversion, value) if conversion else value


def finish(builder: Builder, value: Value | Const, status: int) -> None:
    place = builder.emit("stack_words", count=1)
    builder.emit("store", place, value, width="i64")
    builder.emit("syscall", integer(1), integer(1), place, integer(8), result=I64)
    builder.emit("syscall", integer(231), integer(status), result=I64)
    builder.emit("unreachable")
