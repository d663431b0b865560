"""Lower classes that are defined inside functions.

The world is closed: a class statement makes one class, however often it runs. Its methods find the
variables of the function around it through cells that the class statement leaves in hidden module
variables; where there are such, the statement may run only once (a second run is refused when it
happens, as it would give the first class's methods the second run's variables).
"""

from mypy import nodes as n

from sesha.compiler.frontend.scopes import Scope
from sesha.compiler.frontend.walk import children
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.declare.classes import declare_class
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.functions.closures import cell_of
from sesha.compiler.lower.value import UNSET_VALUE, Val
from sesha.compiler.types.classes import WORD, ClassDecl, Type
from sesha.compiler.types.representation import Repr


def declare_local_classes(module: Module) -> None:
    """Declare every class that a function of the module defines."""
    for statement in module.tree.defs:
        _declare(module, statement, "", inside=False)


def _declare(module: Module, node: n.Node, qualifier: str, inside: bool) -> None:
    if isinstance(node, n.FuncDef):
        qualifier, inside = f"{qualifier}{node.name}.<locals>.", True
    elif isinstance(node, n.ClassDef):
        if inside:
            declare_class(module, node, node.info.fullname, qualifier + node.name)
        qualifier, inside = f"{qualifier}{node.name}.", False
    for child in children(node):
        _declare(module, child, qualifier, inside)


def keep_cells(fl: FunctionLowering, cls: ClassDecl, node: n.ClassDef) -> None:
    """Leave the cells that the class's methods need where they find them."""
    for name in sorted(_captured(fl.module, node)):
        hidden = _hidden(cls.name, name)
        if name != node.name:
            _refuse_second_run(fl, cls, hidden)
        fl.builder.emit("store_global", cell_of(fl, name, node), name=hidden)


def _refuse_second_run(fl: FunctionLowering, cls: ClassDecl, hidden: str) -> None:
    first, again = fl.builder.new_block("first"), fl.builder.new_block("again")
    kept = fl.builder.emit("load_global", result=Repr.WORD, name=hidden)
    fl.builder.branch(fl.builder.emit("same", kept, UNSET_VALUE.operand), first, again)
    fl.builder.place(again)
    word = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
    fl.runtime("type.made_again", word)
    fl.builder.emit("unreachable")
    fl.builder.place(first)


def bind_kept_cells(fl: FunctionLowering, body: Body) -> None:
    """On entry of a method: the variables of the function around its class."""
    for name in sorted(body.scope.free):
        local = fl.builder.local(f"{name}.cell", Repr.WORD)
        hidden = _hidden(str(body.cls), name)
        fl.builder.set(local, fl.builder.emit("load_global", result=Repr.WORD, name=hidden))
        fl.variables[name] = Variable(local, WORD, cell=True)


def _hidden(cls: str, name: str) -> str:
    return f"{cls}.<cell>{name}"


def _captured(module: Module, node: n.ClassDef) -> set[str]:
    """Variables of the functions around a class that its methods use."""
    return set().union(*(scope.free for scope in _method_scopes(module, node)))


def _method_scopes(module: Module, node: n.Node) -> list[Scope]:
    found = []
    for child in children(node):
        if isinstance(child, n.FuncDef):
            found.append(module.scopes[child])
        elif not isinstance(child, n.ClassDef):
            found.extend(_method_scopes(module, child))
    return found
