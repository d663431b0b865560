"""Lower `@f.register` of a single-dispatch function: the class is the annotation of the first parameter
(of the one after the instance, in methods).

Images keep no annotations, so the class is given to `register` as an argument.
"""

from mypy import nodes as n, types as t

from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.tables import ABSTRACT_MODULE
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import Type
from sesha.compiler.types.representation import Repr

DISPATCHERS = ("functools._SingleDispatchCallable", "functools.singledispatchmethod")


def registers(fl: FunctionLowering, decorator: n.Expression) -> bool:
    """Whether the decorator is `f.register`, without a call."""
    if not isinstance(decorator, n.MemberExpr) or decorator.name != "register":
        return False
    proper = t.get_proper_type(fl.module.types.get(decorator.expr) or _declared(decorator.expr))
    return isinstance(proper, t.Instance) and proper.type.fullname in DISPATCHERS


def _declared(node: n.Expression) -> t.Type | None:
    """The type of what a name stands for, where mypy has none for its use."""
    found = node.node if isinstance(node, n.RefExpr) else None
    if isinstance(found, n.Decorator):
        return found.var.type
    return found.type if isinstance(found, n.Var) else None


def register(fl: FunctionLowering, decorator: n.Expression, function: n.FuncDef, value: Val) -> Val:
    """Register the function for every class that its first parameter may be; without an annotation
    the function stands in the class's place, which `register` refuses."""
    if function.type is None:
        return call_with(fl, fl.expression(decorator), Arguments([value]))
    for name in _classes(function):
        cls = fl.find_class(name)
        if cls is None or cls.module == ABSTRACT_MODULE or cls.is_protocol:
            raise fl.unsupported("registering this annotation", decorator, "use @f.register(cls)")
        word = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
        value = call_with(fl, fl.expression(decorator), Arguments([word, value]))
    return value


def _classes(function: n.FuncDef) -> list[str]:
    signature = function.type
    first_of = 1 if function.info and not function.is_static else 0
    if not isinstance(signature, t.CallableType) or len(signature.arg_types) <= first_of:
        return ["?"]
    first = t.get_proper_type(signature.arg_types[first_of])
    items = [t.get_proper_type(item) for item in first.items] if isinstance(first, t.UnionType) else [first]
    names: dict[type, str] = {t.NoneType: "builtins.None"}
    return [i.type.fullname if isinstance(i, t.Instance) else names.get(type(i), "?") for i in items]
