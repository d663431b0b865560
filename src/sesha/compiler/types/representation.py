"""Name the machine forms in which a value can be held (docs/dialect.md, guest/abi/layout.py)."""

from enum import Enum


class Repr(Enum):
    """How a value lies in a register or slot."""

    WORD = "word"
    I64 = "i64"
    F64 = "f64"
    BOOL = "bool"
    VOID = "void"

    def __repr__(self) -> str:
        return self.value
