"""Set attributes through descriptors: what a class has under the name may have a `__set__`."""

from collections.abc import Callable

from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.tables import Tables
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val
from sesha.compiler.types.classes import ClassDecl
from sesha.compiler.types.representation import Repr

SET = "__set__"


def described(tables: Tables, cls: ClassDecl, attribute: str) -> str | None:
    """The class variable that may hold a descriptor of the attribute."""
    if not any(SET in other.methods for other in tables.classes.values()):
        return None
    return tables.find_variable(cls, attribute)


def descriptor_arm(
    fl: Suspension, variable: str, receiver: Val, value: Val, ordinary: Callable[[], None]
) -> Callable[[], None]:
    """Call the `__set__` of what the variable holds; an ordinary assignment if it has none."""

    def arm() -> None:
        held = fl.builder.emit("load_global", result=Repr.WORD, name=variable)
        operands = [UNSET_VALUE.operand, held, receiver.operand, value.operand]
        answer = fl.builder.emit("call_method_or", *operands, name=SET)
        plain, done = fl.builder.new_block("plain"), fl.builder.new_block("described")
        fl.builder.branch(fl.builder.emit("same", answer, UNSET_VALUE.operand), plain, done)
        fl.builder.place(done)
        fl.return_value(NONE_VALUE)
        fl.builder.place(plain)
        ordinary()

    return arm
