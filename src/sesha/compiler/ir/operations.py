"""List every IR operation with its facts: the one table that builder, checker, printer,
analyses, interpreter and the LLVM back end read.

Operands are values or constants; immediates (names, numbers) are attributes of the operation.
A raising operation that fails stores the exception in `exception_pending` and goes to the
operation's `handler` block, or leaves the function with the error marker when it has none.
"""

from dataclasses import dataclass

from sesha.compiler.types.representation import Repr

W, I, F, B, V = Repr.WORD, Repr.I64, Repr.F64, Repr.BOOL, Repr.VOID  # noqa: E741


@dataclass(frozen=True)
class Facts:
    """operands: their representations (None: any number of anything).
    result: representation, or None when the operation carries its own."""

    operands: tuple[Repr, ...] | None
    result: Repr | None
    raises: bool = False
    pure: bool = False
    terminates: bool = False
    meaning: str = ""


def _pure(operands: tuple[Repr, ...], result: Repr, meaning: str = "") -> Facts:
    return Facts(operands, result, pure=True, meaning=meaning)


OPERATIONS: dict[str, Facts] = {
    # locals and module variables: attribute `name`
    "get": Facts((), None, meaning="read the local variable `name`"),
    "set": Facts(None, V, meaning="write the local variable `name`"),
    "load_global": Facts((), None, meaning="read the variable `name`; unset is UNSET"),
    "store_global": Facts(None, V, meaning="write the variable `name`"),
    "check_bound": Facts((), V, raises=True, meaning="UnboundLocalError while local `name` is unset"),
    # raw integers
    **{
        n: _pure((I, I), I)
        for n in (
            "add",
            "sub",
            "mul",
            "sdiv",
            "srem",
            "udiv",
            "urem",
            "and",
            "or",
            "xor",
            "shl",
            "ashr",
            "lshr",
        )
    },
    "umulh": _pure((I, I), I, "high half of the unsigned 128-bit product"),
    **{n: _pure((I, I), B) for n in ("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule")},
    **{n: _pure((I, I), B, "signed overflow") for n in ("add_overflows", "sub_overflows", "mul_overflows")},
    **{n: _pure((I,), I) for n in ("clz", "ctz", "popcount", "bswap16", "bswap32", "bswap64")},
    # floats
    **{n: _pure((F, F), F) for n in ("fadd", "fsub", "fmul", "fdiv")},
    **{n: _pure((F, F), B, "ordered, but fne") for n in ("feq", "fne", "flt", "fle", "fgt", "fge")},
    **{n: _pure((F,), F) for n in ("fneg", "fsqrt", "ffloor", "fceil", "ftrunc", "fabs")},
    "fma": _pure((F, F, F), F),
    # booleans
    "not": _pure((B,), B),
    "band": _pure((B, B), B),
    "bor": _pure((B, B), B),
    "beq": _pure((B, B), B),
    "likely": _pure((B,), B),
    "unlikely": _pure((B,), B),
    # conversions
    "i64_from_bool": _pure((B,), I),
    "f64_from_i64": _pure((I,), F),
    "i64_from_f64": _pure((F,), I, "truncate"),
    "bits_from_f64": _pure((F,), I),
    "f64_from_bits": _pure((I,), F),
    "bits": _pure((W,), I, "the word as an integer"),
    "word": _pure((I,), W, "the integer as a word"),
    "word_from_bool": _pure((B,), W, "TRUE or FALSE"),
    "same": _pure((W, W), B, "identity of words"),
    # memory: attribute `width` is u8 u16 u32 i32 i64 f64 word; `volatile`, `invariant` are flags
    "load": Facts((I,), None, meaning="read `width` at the address"),
    "store": Facts(None, V, meaning="(address, value): write `width`"),
    "fence": Facts((), V),
    "copy_memory": Facts((I, I, I), V),
    "move_memory": Facts((I, I, I), V),
    "fill_memory": Facts((I, I, I), V),
    "stack_words": Facts((), I, meaning="address of `count` words in the frame"),
    # classes; attribute `cls` is a full name; all are settled when the world is closed
    "slot_offset": _pure((), I, "where attribute `name` of class `cls` lies in instances"),
    "class_id": _pure((), I, "the id of class `cls`"),
    "class_word": _pure((), W, "the type object of class `cls`"),
    "class_record": _pure((I,), I, "address of the record of a class id"),
    "is_instance": _pure((W,), B, "whether the word is an instance of `cls`"),
    "method_entry": Facts((I,), I, meaning="generic entry of method `name` for a class id, or 0"),
    "new_object": Facts((), W, raises=True, meaning="allocate an instance of `cls`, slots unset"),
    "get_attribute": Facts((W,), None, meaning="slot `name` of an instance of `cls`; may be UNSET"),
    "set_attribute": Facts(None, V, meaning="(object, value): write slot `name` of `cls`"),
    # calls; operands are the arguments, in order
    "call": Facts(None, None, raises=True, meaning="call function `name`"),
    "call_method": Facts(None, None, raises=True, meaning="`name` on operand 0, an instance of `cls`"),
    "call_super": Facts(None, None, raises=True, meaning="`name` after class `after` in operand 0's mro"),
    "call_dynamic": Facts(
        None,
        W,
        raises=True,
        meaning="`name` on operand 0 of unknown class; `keywords` name the last operands",
    ),
    "call_method_or": Facts(
        None, W, raises=True, meaning="(default, object, arguments): `name`, or the default if there is none"
    ),
    "overrides": Facts(
        (W, W), B, meaning="whether operand 1's class derives from operand 0's and has another method `name`"
    ),
    "passes_abstract": Facts(
        (W, W, W), B, raises=True, meaning="(class, abstract class, instance or UNSET): whether it passes"
    ),
    "get_dynamic": Facts(
        (W,), W, raises=True, meaning="attribute `name` of a value, of class `cls` if given"
    ),
    "get_dynamic_or": Facts((W, W), W, raises=True, meaning="(object, default)"),
    "set_dynamic": Facts((W, W), V, raises=True),
    "delete_dynamic": Facts((W,), V, raises=True),
    # attributes by a computed name, operand 1: one of `known` or anything that begins with `prefix`,
    # of an instance of `owner` (or of anything)
    "get_computed": Facts((W, W), W, raises=True),
    "get_formatted": Facts((W, W), W, raises=True, meaning="(object, name): what a format string names"),
    "get_computed_or": Facts((W, W, W), W, raises=True, meaning="(object, name, default)"),
    "set_computed": Facts((W, W, W), V, raises=True, meaning="(object, name, value)"),
    "delete_computed": Facts((W, W), V, raises=True),
    "call_address": Facts(None, I, meaning="(address, i64 arguments)"),
    "call_entry": Facts(
        (I, W, I, I, W), W, raises=True, meaning="(entry, function, arguments, count, names)"
    ),
    "call_resume": Facts((I, W, W, I), W, raises=True, meaning="(entry, frame, sent, mode)"),
    "function_address": _pure((), I, "address of the direct entry of `name`"),
    "function_word": Facts(
        (), W, pure=True, meaning="static function object of `name` (not nested, constant defaults)"
    ),
    "function_notes": _pure((), W, "what function `name` says of itself, where a program asks; or None"),
    "entry_address": _pure((), I, "address of the generic entry of function `name`"),
    "symbol_address": _pure((), I, "address of linker symbol `name`"),
    "asm": Facts(None, None, meaning="inline assembly: `template`, `constraints`"),
    "syscall": Facts(None, I, meaning="Linux system call: (number, up to six arguments)"),
    "stack_pointer": Facts((), I),
    "trap": Facts((), V, terminates=True),
    # exceptions
    "catch": Facts((), W, meaning="take the pending exception (first in a handler)"),
    "raise": Facts((W,), V, raises=True, terminates=True, meaning="make the word the pending exception; go"),
    "site": Facts((I,), None, meaning="of traceback site: `what` is name, file, line or text"),
    # suspension (only in generator functions, before split_generators)
    "yield": Facts((W,), W, raises=True, meaning="suspend with the value; the result is what was sent"),
    "initialise": Facts((), V, raises=True, meaning="run the guest library's initialisers that are needed"),
    "finish": Facts((W,), V, terminates=True, meaning="return from a generator function"),
    # control; targets are blocks
    "jump": Facts((), V, terminates=True, meaning="to targets[0]"),
    "branch": Facts((B,), V, terminates=True, meaning="to targets[0] if true, else targets[1]"),
    "switch": Facts((I,), V, terminates=True, meaning="`cases[k]` to targets[k]; targets[-1] otherwise"),
    "switch_class": Facts((I,), V, terminates=True, meaning="on a class id: `classes[k]` to targets[k]"),
    "return": Facts(None, V, terminates=True),
    "unreachable": Facts((), V, terminates=True),
}
