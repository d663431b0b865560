"""Lower what the end of a class statement calls: `__set_name__` of the class's values, and the
`__init_subclass__` of its bases, with the keywords of the class statement."""

from mypy import nodes as n

from sesha.compiler.ir.function import Const
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl, FunctionDecl, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

SET_NAME = "__set_name__"
HOOK = "__init_subclass__"


def set_names(fl: FunctionLowering, cls: ClassDecl, node: n.ClassDef) -> None:
    """Tell the values that class variables got in which class and under which name they are."""
    if fl.guest or not _somebody_has(fl, SET_NAME):
        return
    owner = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
    for name, variable in cls.variables.items():
        if name.startswith("<") or not _assigned_here(node, name):
            continue
        value = fl.builder.emit("load_global", result=Repr.WORD, name=variable)
        unset = Const(Repr.WORD, layout.UNSET)
        fl.builder.emit(
            "call_method_or", unset, value, fl.word(owner), fl.word(constant(name)), name=SET_NAME
        )


def _somebody_has(fl: FunctionLowering, method: str) -> bool:
    return any(method in cls.methods for cls in fl.lowerer.tables.classes.values())


def _assigned_here(node: n.ClassDef, name: str) -> bool:
    """Whether the class body itself assigns the name (decorated methods too have variables)."""
    return any(
        isinstance(statement, n.AssignmentStmt)
        and not isinstance(statement.rvalue, n.TempNode)
        and any(isinstance(v, n.NameExpr) and v.name == name for v in statement.lvalues)
        for statement in node.defs.body
    )


def subclass_hook(fl: FunctionLowering, cls: ClassDecl, node: n.ClassDef) -> None:
    """super().__init_subclass__(**keywords), with the new class."""
    hook = _inherited_hook(fl, cls)
    keywords = {name: value for name, value in node.keywords.items() if name != "metaclass"}
    if hook is None:
        if keywords and not fl.guest and not cls.is_typeddict and not cls.is_enum:
            raise fl.unsupported(f"the keyword {next(iter(keywords))!r} of this class", node)
        return
    function = Val(fl.builder.emit("function_word", name=hook.name), WORD)
    word = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
    given = {name: fl.expression(value) for name, value in keywords.items()}
    call_with(fl, function, Arguments([word], given))


def _inherited_hook(fl: FunctionLowering, cls: ClassDecl) -> FunctionDecl | None:
    for base in cls.mro[1:]:
        decl = fl.find_class(base)
        if decl is not None and HOOK in decl.methods:
            return decl.methods[HOOK]
    return None
