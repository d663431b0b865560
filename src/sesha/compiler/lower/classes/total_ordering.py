"""Complete the comparisons of classes under functools.total_ordering from the one that they define.

Each missing method asks the class's own one and lets `functools.completed` draw the conclusion.
"""

from mypy import nodes as n

from sesha.compiler.ir.builder import Builder, raw_word
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.declare.functions import decorator_name
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import WORD, Binding, ClassDecl, FunctionDecl, Parameter, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

TOTAL_ORDERING = "functools.total_ordering"
COMPLETED = "sesha.guest.stdlib.functools.completed"
MADE: dict[str, dict[str, tuple[bool, bool | None]]] = {
    "__lt__": {"__gt__": (True, False), "__le__": (False, True), "__ge__": (True, None)},
    "__le__": {"__ge__": (True, True), "__lt__": (False, False), "__gt__": (True, None)},
    "__gt__": {"__lt__": (True, False), "__ge__": (False, True), "__le__": (True, None)},
    "__ge__": {"__le__": (True, True), "__gt__": (False, False), "__lt__": (True, None)},
}
"""Defined method -> made method -> whether the answer is negated, and what equal values add to it:
True or-equal, False and-not-equal."""


def declare_total_orders(lowerer: Lowerer, modules: list[Module]) -> None:
    for module in modules:
        for name, node in module.class_nodes.items():
            if _is_ordered(node):
                _complete(lowerer, module.decl.classes[name])


def _is_ordered(node: n.ClassDef) -> bool:
    return any(decorator_name(d) == TOTAL_ORDERING for d in node.decorators)


def _complete(lowerer: Lowerer, cls: ClassDecl) -> None:
    defined = [name for name in MADE if lowerer.tables.find_method(cls, name) is not None]
    if not defined:
        return
    root = max(defined)  # the same choice as CPython's
    for name, (negated, equal) in MADE[root].items():
        if name not in defined:
            _declare(lowerer, cls, name, root, negated, equal)


def _declare(
    lowerer: Lowerer, cls: ClassDecl, name: str, root: str, negated: bool, equal: bool | None
) -> None:
    parameters = [Parameter("self", Type(Repr.WORD, cls.name)), Parameter("other", WORD)]
    decl = FunctionDecl(
        f"{cls.name}.{name}",
        parameters,
        WORD,
        cls.module,
        cls.line,
        binding=Binding.INSTANCE,
        qualname=f"{cls.qualname}.{name}",
    )

    def make(lowerer: Lowerer) -> Function:
        function = Function(decl.name, [(p.name, Repr.WORD) for p in parameters], Repr.WORD, decl)
        function.locals.update(function.parameters)
        builder = Builder(function)
        left, right = builder.get("self"), builder.get("other")
        declined = raw_word(layout.NOT_IMPLEMENTED)
        answer = builder.emit("call_method_or", declined, left, right, name=root)
        flags = [raw_word(WORDS[negated]), raw_word(WORDS[equal])]
        result = builder.emit("call", answer, left, right, *flags, result=Repr.WORD, name=COMPLETED)
        builder.emit("return", result)
        return function

    lowerer.tables.functions[decl.name] = decl
    lowerer.synthetic[decl.name] = make
    cls.methods[name] = decl


WORDS = {True: layout.TRUE, False: layout.FALSE, None: layout.NONE}
