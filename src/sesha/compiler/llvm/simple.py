"""Give the LLVM text of operations that are one or two instructions: a table.

`{r}` is the result, `{0}`, `{1}`, `{2}` the operands, `{t}` a fresh temporary's prefix.
"""

from sesha.guest.abi import layout

INTRINSICS = {
    "llvm.ctlz.i64": "i64 @llvm.ctlz.i64(i64, i1)",
    "llvm.cttz.i64": "i64 @llvm.cttz.i64(i64, i1)",
    "llvm.ctpop.i64": "i64 @llvm.ctpop.i64(i64)",
    "llvm.bswap.i16": "i16 @llvm.bswap.i16(i16)",
    "llvm.bswap.i32": "i32 @llvm.bswap.i32(i32)",
    "llvm.bswap.i64": "i64 @llvm.bswap.i64(i64)",
    "llvm.sadd.with.overflow.i64": "{ i64, i1 } @llvm.sadd.with.overflow.i64(i64, i64)",
    "llvm.ssub.with.overflow.i64": "{ i64, i1 } @llvm.ssub.with.overflow.i64(i64, i64)",
    "llvm.smul.with.overflow.i64": "{ i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)",
    "llvm.sqrt.f64": "double @llvm.sqrt.f64(double)",
    "llvm.floor.f64": "double @llvm.floor.f64(double)",
    "llvm.ceil.f64": "double @llvm.ceil.f64(double)",
    "llvm.trunc.f64": "double @llvm.trunc.f64(double)",
    "llvm.fabs.f64": "double @llvm.fabs.f64(double)",
    "llvm.fma.f64": "double @llvm.fma.f64(double, double, double)",
    "llvm.expect.i1": "i1 @llvm.expect.i1(i1, i1)",
    "llvm.memcpy.p0.p0.i64": "void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1 immarg)",
    "llvm.memmove.p0.p0.i64": "void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1 immarg)",
    "llvm.memset.p0.i64": "void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)",
    "llvm.trap": "void @llvm.trap() cold noreturn",
}
"""Every LLVM intrinsic in use; a module declares them all, and LLVM drops the unused."""


def _binary(instruction: str, type_: str) -> str:
    return f"{{r}} = {instruction} {type_} {{0}}, {{1}}"


def _swap(width: int) -> str:
    return (
        f"{{t}}a = trunc i64 {{0}} to i{width}\n"
        f"  {{t}}b = call i{width} @llvm.bswap.i{width}(i{width} {{t}}a)\n"
        f"  {{r}} = zext i{width} {{t}}b to i64"
    )


def _overflow(name: str) -> str:
    return (
        f"{{t}}p = call {{{{ i64, i1 }}}} @llvm.s{name}.with.overflow.i64(i64 {{0}}, i64 {{1}})\n"
        "  {r} = extractvalue {{ i64, i1 }} {t}p, 1"
    )


def _memory(intrinsic: str) -> str:
    return (
        "{t}a = inttoptr i64 {0} to ptr\n  {t}b = inttoptr i64 {1} to ptr\n"
        f"  call void @llvm.{intrinsic}.p0.p0.i64(ptr {{t}}a, ptr {{t}}b, i64 {{2}}, i1 false)"
    )


TEMPLATES = {
    **{n: _binary(n, "i64") for n in ("add", "sub", "mul", "sdiv", "srem", "udiv", "urem")},
    **{n: _binary(n, "i64") for n in ("and", "or", "xor", "shl", "ashr", "lshr")},
    **{n: _binary(f"icmp {n}", "i64") for n in ("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule")},
    **{f"{n}_overflows": _overflow(n) for n in ("add", "sub", "mul")},
    **{n: _binary(n, "double") for n in ("fadd", "fsub", "fmul", "fdiv")},
    **{f"f{n}": _binary(f"fcmp o{n}", "double") for n in ("eq", "lt", "le", "gt", "ge")},
    "fne": _binary("fcmp une", "double"),
    **{
        f"f{n}": f"{{r}} = call double @llvm.{n}.f64(double {{0}})"
        for n in ("sqrt", "floor", "ceil", "trunc")
    },
    "fabs": "{r} = call double @llvm.fabs.f64(double {0})",
    "fneg": "{r} = fneg double {0}",
    "fma": "{r} = call double @llvm.fma.f64(double {0}, double {1}, double {2})",
    "umulh": (
        "{t}a = zext i64 {0} to i128\n  {t}b = zext i64 {1} to i128\n  {t}c = mul nuw i128 {t}a, {t}b\n"
        "  {t}d = lshr i128 {t}c, 64\n  {r} = trunc i128 {t}d to i64"
    ),
    "clz": "{r} = call i64 @llvm.ctlz.i64(i64 {0}, i1 false)",
    "ctz": "{r} = call i64 @llvm.cttz.i64(i64 {0}, i1 false)",
    "popcount": "{r} = call i64 @llvm.ctpop.i64(i64 {0})",
    "bswap16": _swap(16),
    "bswap32": _swap(32),
    "bswap64": "{r} = call i64 @llvm.bswap.i64(i64 {0})",
    "not": "{r} = xor i1 {0}, true",
    "band": _binary("and", "i1"),
    "bor": _binary("or", "i1"),
    "beq": _binary("icmp eq", "i1"),
    "likely": "{r} = call i1 @llvm.expect.i1(i1 {0}, i1 true)",
    "unlikely": "{r} = call i1 @llvm.expect.i1(i1 {0}, i1 false)",
    "i64_from_bool": "{r} = zext i1 {0} to i64",
    "f64_from_i64": "{r} = sitofp i64 {0} to double",
    "i64_from_f64": "{r} = fptosi double {0} to i64",
    "bits_from_f64": "{r} = bitcast double {0} to i64",
    "f64_from_bits": "{r} = bitcast i64 {0} to double",
    "word_from_bool": f"{{r}} = select i1 {{0}}, i64 {layout.TRUE}, i64 {layout.FALSE}",
    "same": _binary("icmp eq", "i64"),
    "fence": "fence seq_cst",
    "copy_memory": _memory("memcpy"),
    "move_memory": _memory("memmove"),
    "fill_memory": (
        "{t}a = inttoptr i64 {0} to ptr\n  {t}b = trunc i64 {1} to i8\n"
        "  call void @llvm.memset.p0.i64(ptr {t}a, i8 {t}b, i64 {2}, i1 false)"
    ),
    "stack_pointer": '{r} = call i64 asm sideeffect "movq %rsp, $0", "=r"()',
    "trap": "call void @llvm.trap()\n  unreachable",
    "unreachable": "unreachable",
}

ALIASES = ("bits", "word")
"""Operations whose result is their operand: words are i64 already."""
