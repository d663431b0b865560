"""Spell names, types and constants of LLVM IR."""

import re
import struct

from sesha.compiler.types.representation import Repr

TYPES = {Repr.WORD: "i64", Repr.I64: "i64", Repr.F64: "double", Repr.BOOL: "i1", Repr.VOID: "void"}
"""How a value lies in a register."""

MEMORY_TYPES = {Repr.WORD: "i64", Repr.I64: "i64", Repr.F64: "double", Repr.BOOL: "i8"}
"""How a value lies in an 8-byte slot or module variable."""

_PLAIN = re.compile(r"[A-Za-z$._][A-Za-z$._0-9]*\Z")
_UNSAFE = re.compile(rb"[^ !#-\[\]-~]")


def quote(text: bytes) -> str:
    """The inside of an LLVM string: printable ASCII as it is, the rest as \\XX."""
    return _UNSAFE.sub(lambda m: b"\\%02X" % m.group()[0], text).decode("ascii")


def symbol(name: str) -> str:
    """A global name, quoted where it must be."""
    return f"@{name}" if _PLAIN.match(name) else f'@"{quote(name.encode())}"'


def signed(value: int) -> int:
    """The value of the low 64 bits, as LLVM prints i64."""
    value &= 0xFFFF_FFFF_FFFF_FFFF
    return value - (1 << 64) if value >> 63 else value


def double(value: float) -> str:
    return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"


def address_of(name: str, offset: int = 0, type_: str = "i64") -> str:
    """A constant expression: the address of a global plus an offset, as an integer."""
    if offset == 0:
        return f"ptrtoint (ptr {name} to {type_})"
    return f"ptrtoint (ptr getelementptr (i8, ptr {name}, i64 {offset}) to {type_})"
