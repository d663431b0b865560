"""Write calls, addresses of code and data, inline assembly."""

from sesha.compiler.ir.builder import make_static
from sesha.compiler.ir.function import Op, Operand, Static
from sesha.compiler.llvm.context import ALLOCATE, Context
from sesha.compiler.llvm.functions import FunctionEmitter, handles
from sesha.compiler.llvm.sites import FIELDS, SITE_SIZE, TABLE
from sesha.compiler.llvm.text import TYPES, address_of, quote
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

BARRIER = 'call i64 asm sideeffect "", "=r,0,~{memory}"'
"""Hides that memory was an object of another class before it was allocated: header loads are
declared invariant, and so must never be moved above the allocation."""

ALWAYS_CLOBBERED = "~{memory},~{dirflag},~{fpsr},~{flags}"
SYSCALL_REGISTERS = ("rax", "rdi", "rsi", "rdx", "r10", "r8", "r9")


@handles("call")
def _call(emitter: FunctionEmitter, op: Op) -> None:
    name = str(op.attributes["name"])
    value = emitter.call(op, name, emitter.arguments(op.operands))
    if name == ALLOCATE:
        value = _barrier(emitter, value)
    if value:
        emitter.alias(op, value)


def _barrier(emitter: FunctionEmitter, value: str) -> str:
    hidden = emitter.fresh()
    emitter.line(f"{hidden} = {BARRIER}(i64 {value})")
    return hidden


@handles("new_object")
def _new_object(emitter: FunctionEmitter, op: Op) -> None:
    record = emitter.context.classes.record(str(op.attributes["cls"]))
    size = -(-record.size // layout.OBJECT_ALIGN) * layout.OBJECT_ALIGN
    address = _barrier(emitter, emitter.call(op, ALLOCATE, f"i64 {size}, i64 {record.id}"))
    word = emitter.result(op)
    emitter.line(f"{word} = add i64 {address}, {layout.TAG_POINTER}")
    for offset, representation, always in record.slots.values():
        if representation is Repr.WORD and not always:
            tag = emitter.context.slot_tag(f"word at {offset}")
            emitter.line(f"store i64 {layout.UNSET}, ptr {emitter.field(word, offset)}, {tag}")


@handles("call_address")
def _call_address(emitter: FunctionEmitter, op: Op) -> None:
    target = emitter.pointer(emitter.text(op.operands[0]))
    emitter.line(f"{emitter.result(op)} = call i64 {target}({emitter.arguments(op.operands[1:])})")


@handles("call_entry", "call_resume")
def _call_entry(emitter: FunctionEmitter, op: Op) -> None:
    """A generic entry also takes the function word first; a resume function starts at the frame."""
    target = emitter.pointer(emitter.text(op.operands[0]))
    value = emitter.fresh()
    emitter.line(f"{value} = call i64 {target}({emitter.arguments(op.operands[1:])})")
    emitter.word_or_error(op, value)


@handles("function_address")
def _function_address(emitter: FunctionEmitter, op: Op) -> None:
    emitter.alias(op, address_of(emitter.context.function_symbol(str(op.attributes["name"]))))


@handles("entry_address")
def _entry_address(emitter: FunctionEmitter, op: Op) -> None:
    wrapper = emitter.context.world.entries[str(op.attributes["name"])]
    emitter.alias(op, address_of(emitter.context.function_symbol(wrapper)))


@handles("symbol_address")
def _symbol_address(emitter: FunctionEmitter, op: Op) -> None:
    emitter.alias(op, address_of(emitter.context.external(str(op.attributes["name"]))))


@handles("function_word")
def _function_word(emitter: FunctionEmitter, op: Op) -> None:
    emitter.alias(op, function_word(emitter.context, str(op.attributes["name"])))


@handles("function_notes")
def _function_notes(emitter: FunctionEmitter, op: Op) -> None:
    _, notes, _, _ = emitter.context.world.function_objects[str(op.attributes["name"])]
    emitter.alias(op, emitter.context.statics.word(_as_static(notes)))


def function_word(context: Context, name: str) -> str:
    """The word of the static function object of an IR function."""
    if name not in context.function_objects:
        wrapper, notes, defaults, display = context.world.function_objects[name]
        statics = context.statics
        fields = {
            layout.HEADER: statics.header("function"),
            layout.FUNCTION_ENTRY: address_of(context.function_symbol(wrapper)),
            layout.FUNCTION_NOTES: statics.word(_as_static(notes)),
            layout.FUNCTION_DEFAULTS: statics.word(_as_static(defaults)),
            layout.FUNCTION_CELLS: str(layout.NONE),
            layout.FUNCTION_NAME: statics.word(make_static(display)),
        }
        words = [f"i64 {fields[offset]}" for offset in range(0, layout.FUNCTION_SIZE, 8)]
        type_ = f"<{{ {', '.join(['i64'] * len(words))} }}>"
        context.function_objects[name] = statics.define("function", type_, f"<{{ {', '.join(words)} }}>")
    return context.function_objects[name]


def _as_static(value: object) -> Static:
    return value if isinstance(value, Static) else make_static(value)


@handles("site")
def _site(emitter: FunctionEmitter, op: Op) -> None:
    """Read a field of a traceback site: three words and a line number, all of 32 bits."""
    offset, pointer, narrow = emitter.fresh(), emitter.fresh(), emitter.fresh()
    emitter.line(f"{offset} = mul i64 {emitter.text(op.operands[0])}, {SITE_SIZE}")
    field = f"{pointer}f"
    emitter.line(f"{pointer} = getelementptr i8, ptr {TABLE}, i64 {offset}")
    emitter.line(f"{field} = getelementptr i8, ptr {pointer}, i64 {FIELDS[str(op.attributes['what'])]}")
    emitter.line(f"{narrow} = load i32, ptr {field}")
    emitter.line(f"{emitter.result(op)} = zext i32 {narrow} to i64")


@handles("asm")
def _asm(emitter: FunctionEmitter, op: Op) -> None:
    template = quote(str(op.attributes["template"]).encode())
    constraints = ",".join(part for part in (str(op.attributes["constraints"]), ALWAYS_CLOBBERED) if part)
    _inline_assembly(emitter, op, template, constraints, op.operands)


@handles("syscall")
def _syscall(emitter: FunctionEmitter, op: Op) -> None:
    inputs = ",".join(f"{{{register}}}" for register in SYSCALL_REGISTERS[: len(op.operands)])
    constraints = f"={{rax}},{inputs},~{{rcx}},~{{r11}},{ALWAYS_CLOBBERED}"
    _inline_assembly(emitter, op, "syscall", constraints, op.operands)


def _inline_assembly(
    emitter: FunctionEmitter, op: Op, template: str, constraints: str, operands: list[Operand]
) -> None:
    type_ = TYPES[op.result.repr] if op.result is not None else "void"
    target = f"{emitter.result(op)} = " if op.result is not None else ""
    call = f'call {type_} asm sideeffect "{template}", "{constraints}"'
    emitter.line(f"{target}{call}({emitter.arguments(operands)})")
