"""The value of a lowered expression: an IR operand and what is known of it."""

from dataclasses import dataclass

from sesha.compiler.ir.builder import boolean, integer, raw_word, static
from sesha.compiler.ir.function import Const, Operand
from sesha.compiler.types.classes import BOOL, F64, I64, INT, NONE, WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout


@dataclass(frozen=True)
class Val:
    """`bits`: for an I64 that holds a Python int, how many bits its magnitude may have, so that
    arithmetic is known not to wrap; None for the dialect's wrapping i64."""

    operand: Operand
    type: Type
    bits: int | None = None

    @property
    def repr(self) -> Repr:
        return self.type.repr

    @property
    def cls(self) -> str | None:
        return self.type.cls

    @property
    def is_python_int(self) -> bool:
        return self.type == INT or self.bits is not None

    @property
    def constant_int(self) -> int | None:
        """The value, when it is a constant small int."""
        operand = self.operand
        if not isinstance(operand, Const) or not isinstance(operand.value, int):
            return None
        if self.bits is not None:
            return int(operand.value)
        return None


NONE_VALUE = Val(raw_word(layout.NONE), NONE)
UNSET_VALUE = Val(raw_word(layout.UNSET), WORD)
SMALL_BITS = 61


def constant(value: object) -> Val:
    """A Python constant; small ints stay raw until a word is wanted."""
    if value is None:
        return NONE_VALUE
    if value is NotImplemented:
        return Val(raw_word(layout.NOT_IMPLEMENTED), WORD)
    if isinstance(value, bool):
        return Val(boolean(value), BOOL)
    if isinstance(value, int):
        if layout.SMALL_MIN <= value <= layout.SMALL_MAX:
            return Val(integer(value), I64, max(1, value.bit_length()))
        return Val(static(value), INT)
    if isinstance(value, float):
        return Val(Const(Repr.F64, value), F64)
    return Val(static(value), Type(Repr.WORD, f"builtins.{type(value).__name__}"))
