"""Lower binary operators of a program's classes: their own method, then the other side's reflected one."""

from sesha.compiler.ir.function import Const
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import INT, WORD, ClassDecl
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout


def user_method(fl: FunctionLowering, symbol: str, name: str, left: Val, right: Val) -> Val | None:
    """A program class's own method, unless the right side could take precedence."""
    cls = fl.find_class(left.cls)
    if cls is None or cls.native:
        return None
    dunder = f"__{name.rstrip('_')}__"
    method = fl.lowerer.tables.find_method(cls, dunder)
    if method is None or len(method.parameters) != 2 or (right.cls is None and right.repr is Repr.WORD):
        return None
    if _right_first(fl, cls, right.cls, f"__r{dunder[2:]}"):
        return None
    wanted = method.parameters[1].type
    if wanted.cls is not None and not fl.is_subclass(right.cls, wanted.cls):
        return None
    slot = ("parameter", method.name, method.parameters[1].name)
    operands = [fl.word(left), fl.coerce(right, wanted, slot)]
    result = fl.builder.emit(
        "call_method", *operands, result=method.result.repr, name=dunder, cls=cls.name, decl=method
    )
    if method.result.repr is not Repr.WORD:
        return Val(result, method.result)
    if method.result.cls is not None and method.result.cls != INT.cls:
        return Val(result, method.result)
    return fl.choose(
        fl.builder.emit("same", result, Const(Repr.WORD, layout.NOT_IMPLEMENTED)),
        lambda: _reflected(fl, symbol, name, left, right),
        lambda: Val(result, WORD),
        WORD,
    )


def _right_first(fl: FunctionLowering, left: ClassDecl, right: str | None, reflected: str) -> bool:
    """Whether a value of class `right` may be of a subclass of `left` with its own reflected method."""
    tables = fl.lowerer.tables
    family = [cls for cls in tables.classes.values() if left.name in cls.mro]
    methods = {method.name for cls in family if (method := tables.find_method(cls, reflected)) is not None}
    if not methods or (len(methods) == 1 and tables.find_method(left, reflected) is not None):
        return False
    return any(right in cls.mro for cls in family)


def _reflected(fl: FunctionLowering, symbol: str, name: str, left: Val, right: Val) -> Val:
    """The left operand declined: the right one's reflected method, or TypeError."""
    result = fl.runtime(f"operators_reflected.reflected_{name.rstrip('_')}", left, right)
    declined = fl.builder.new_block("declined")
    answered = fl.builder.new_block("answered")
    test = fl.builder.emit("same", fl.word(result), Const(Repr.WORD, layout.NOT_IMPLEMENTED))
    fl.builder.branch(fl.builder.emit("unlikely", test), declined, answered)
    fl.builder.place(declined)
    shown = "** or pow()" if symbol == "**" else symbol
    fl.runtime("operators_arithmetic.unsupported", constant(shown), left, right)
    fl.builder.place(answered)
    return result
