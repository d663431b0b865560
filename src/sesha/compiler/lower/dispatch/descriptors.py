"""Set and delete attributes through descriptors: what a class has under the name may have a `__set__`."""

from collections.abc import Callable

from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.tables import Tables
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val
from sesha.compiler.types.classes import ClassDecl
from sesha.compiler.types.representation import Repr

SET = "__set__"
DELETE = "__delete__"


def described(tables: Tables, cls: ClassDecl, attribute: str, method: str = SET) -> str | None:
    """The class variable that may hold a descriptor of the attribute."""
    if not any(method in other.methods for other in tables.classes.values()):
        return None
    return tables.find_variable(cls, attribute)


def may_raise_on_read(tables: Tables) -> bool:
    """Whether reading a class variable may call a `__get__` of the program."""
    return any("__get__" in cls.methods and not cls.in_library() for cls in tables.classes.values())


def descriptor_arm(
    fl: Suspension, variable: str, receiver: Val, value: Val | None, ordinary: Callable[[], None]
) -> Callable[[], None]:
    """Call the `__set__` of what the variable holds, without a value its `__delete__`; `ordinary` if it
    has none."""

    def arm() -> None:
        held = fl.builder.emit("load_global", result=Repr.WORD, name=variable)
        operands = [UNSET_VALUE.operand, held, receiver.operand]
        if value is not None:
            operands.append(value.operand)
        name = DELETE if value is None else SET
        answer = fl.builder.emit("call_method_or", *operands, name=name)
        plain, done = fl.builder.new_block("plain"), fl.builder.new_block("described")
        fl.builder.branch(fl.builder.emit("same", answer, UNSET_VALUE.operand), plain, done)
        fl.builder.place(done)
        fl.return_value(NONE_VALUE)
        fl.builder.place(plain)
        ordinary()

    return arm
