"""Lower names: reading, binding and deleting variables of every kind."""

from mypy import nodes as n

from sesha.compiler.ir.function import Const, Operand
from sesha.compiler.lower.alternatives import instead_of
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.expressions.displays import from_words
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.functions.docstrings import docstring
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.statements.growing import spend_room
from sesha.compiler.lower.tables import is_of_collections_abc
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import (
    WORD,
    ClassDecl,
    FunctionDecl,
    GlobalDecl,
    ModuleDecl,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.compiler.types.shown_names import shown_module
from sesha.guest.abi import layout

CELL = "cell"
STR = Type(Repr.WORD, "builtins.str")
CONSTANT_NAMES = {"None": None, "True": True, "False": False}


def read_name(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.NameExpr)
    variable = fl.variables.get(node.name)
    if variable is not None:
        return read_variable(fl, variable, node.name)
    if isinstance(node.node, n.TypeVarLikeExpr):
        raise fl.unsupported("a type variable as a value", node)
    if fl.class_scope is not None and node.name in fl.class_scope:
        return _read_in_class(fl, fl.lowerer.tables.globals[fl.class_scope[node.name]], node)
    if node.name in CONSTANT_NAMES:
        return constant(CONSTANT_NAMES[node.name])
    return read_global(fl, node.name, node)


def _read_in_class(fl: FunctionLowering, variable: GlobalDecl, node: n.NameExpr) -> Val:
    """A name that the class body binds: until it has, the name means what it means in the module."""
    if lookup(fl, node.name) is None:
        return fl.load_global(variable, node.name)
    value = Val(fl.builder.emit("load_global", result=Repr.WORD, name=variable.name), WORD)
    unset = fl.builder.emit("same", value.operand, UNSET_VALUE.operand)
    return fl.choose(unset, lambda: read_global(fl, node.name, node), lambda: value, WORD)


def read_variable(fl: FunctionLowering, variable: Variable, name: str) -> Val:
    value = fl.builder.get(variable.local)
    if variable.cell:
        content = fl.builder.emit("get_attribute", value, result=Repr.WORD, cls=CELL, name="value")
        fl.check_set(content, "operators.unset_free", name)
        return Val(content, variable.type if variable.type.repr is Repr.WORD else WORD)
    fl.builder.emit("check_bound", name=variable.local, variable=name)
    spend_room(fl, variable)
    return Val(value, variable.type, variable.bits)


def lookup(fl: FunctionLowering, name: str, node: n.Expression | None = None) -> object:
    """What a module-level or built-in name means: a declaration."""
    module = fl.module.decl
    tables = fl.lowerer.tables
    if name in module.variables and not name.startswith("<"):
        return module.variables[name]
    found: object = tables.functions.get(f"{module.name}.{name}") or tables.classes.get(
        f"{module.name}.{name}"
    )
    if found is not None:
        return found
    if name in module.names:
        found = tables.resolve(module.names[name])
        if found is None and node is not None:
            target = module.names[name]
            raise fl.unsupported(f"{target!r}", node, instead_of(target))
        return found
    return tables.resolve(f"builtins.{name}")


def read_global(fl: FunctionLowering, name: str, node: n.Expression) -> Val:
    found = lookup(fl, name, node)
    if found is None:
        special = special_name(fl, name)
        if special is not None:
            return special
        if isinstance(node, n.NameExpr) and node.node is None and not fl.guest:
            fl.runtime("operators.unset_global", constant(name))
            return NONE_VALUE
        raise fl.unsupported(f"the name {name!r}", node)
    return value_of(fl, found, name, node)


def special_name(fl: FunctionLowering, name: str) -> Val | None:
    if name in MODULE_FACTS:
        return module_fact(fl, fl.module, name)
    if name == "NotImplemented":
        return Val(Const(Repr.WORD, layout.NOT_IMPLEMENTED), WORD)
    if name in ("Ellipsis", "..."):
        return Val(Const(Repr.WORD, layout.ELLIPSIS), WORD)
    if name == "__debug__":
        return constant(True)
    return None


MODULE_FACTS = frozenset({"__name__", "__file__", "__doc__", "__package__", "__path__"})
"""What modules say of themselves."""


def module_fact(fl: FunctionLowering, module: Module, name: str) -> Val | None:
    """One of MODULE_FACTS; None where the module has it not: only packages have a `__path__`."""
    decl = module.decl
    folder, _, file = decl.path.rpartition("/")
    is_package = file in ("__init__.py", "__init__.pyi")
    if name == "__name__":
        return constant(shown_module(decl.name))
    if name == "__file__":
        return constant(decl.path)
    if name == "__doc__":
        return constant(docstring(module.tree))
    if name == "__package__":
        if decl.name == "__main__":
            return constant("") if file == "__main__.py" else NONE_VALUE  # a folder, a file
        return constant(decl.name if is_package else decl.name.rpartition(".")[0])
    return from_words(fl, "list", [constant(folder)]) if is_package else None


def value_of(fl: FunctionLowering, found: object, name: str, node: n.Expression | None) -> Val:
    """A declaration as a value."""
    if isinstance(found, GlobalDecl):
        if found.is_constant:
            return constant(found.constant)
        return fl.load_global(found, name)
    if isinstance(found, FunctionDecl):
        return Val(fl.builder.emit("function_word", name=found.name), Type(Repr.WORD, "function"))
    if isinstance(found, ClassDecl):
        if is_of_collections_abc(found) and not fl.guest and _is_of_typing(fl, node):
            raise fl.unsupported(f"'typing.{name}' as a value", node, "import it from collections.abc")
        return Val(fl.builder.emit("class_word", cls=found.name), Type(Repr.WORD, "builtins.type"))
    if isinstance(found, ModuleDecl):
        raise fl.unsupported(f"the module {found.name!r} as a value", node)
    raise fl.unsupported(f"the name {name!r}", node)


def _is_of_typing(fl: FunctionLowering, node: n.Expression | None) -> bool:
    """Whether an abstract class is named as `typing` has it: there it is no class."""
    if isinstance(node, n.MemberExpr):
        return isinstance(node.expr, n.RefExpr) and node.expr.fullname == "typing"
    return isinstance(node, n.NameExpr) and fl.module.decl.names.get(node.name, "").startswith("typing.")


def assign_name(fl: FunctionLowering, name: str, value: Val) -> None:
    variable = fl.variables.get(name)
    if variable is not None:
        assign_variable(fl, variable, value, name)
        return
    if fl.class_scope is not None and name in fl.class_scope:
        store_global(fl, fl.lowerer.tables.globals[fl.class_scope[name]], value)
        return
    declared = fl.module.decl.variables.get(name)
    if declared is None:
        raise fl.unsupported(
            f"assigning to {name!r}", None, "functions, classes and modules cannot be rebound"
        )
    store_global(fl, declared, value)


def store_global(fl: FunctionLowering, variable: GlobalDecl, value: Val) -> None:
    operand = fl.coerce(value, variable.type, ("global", variable.name))
    fl.builder.emit("store_global", operand, name=variable.name)


def assign_variable(fl: FunctionLowering, variable: Variable, value: Val, name: str) -> None:
    if variable.cell:
        target = variable.type if variable.type.repr is Repr.WORD else WORD
        operand: Operand = fl.coerce(value, target)
        cell = fl.builder.get(variable.local)
        fl.builder.emit("set_attribute", cell, operand, cls=CELL, name="value")
        return
    slot = ("local", fl.function.name, name)
    spend_room(fl, variable)
    fl.builder.set(variable.local, fl.coerce(value, variable.type, slot))


def delete_name(fl: FunctionLowering, name: str) -> None:
    variable = fl.variables.get(name)
    if variable is None:
        declared = fl.module.decl.variables.get(name)
        if declared is None or declared.type.repr is not Repr.WORD:
            raise fl.unsupported(f"del of {name!r}", None)
        fl.load_global(declared, name)
        fl.builder.emit("store_global", UNSET_VALUE.operand, name=declared.name)
        return
    read_variable(fl, variable, name)
    if variable.cell:
        cell = fl.builder.get(variable.local)
        fl.builder.emit("set_attribute", cell, UNSET_VALUE.operand, cls=CELL, name="value")
    elif variable.type.repr is Repr.WORD:
        fl.builder.emit("set", Const(Repr.WORD, layout.UNSET), name=variable.local, unbinds=True)


def make_cell(fl: FunctionLowering, value: Operand) -> Operand:
    cell = fl.builder.emit("new_object", cls=CELL)
    fl.builder.emit("set_attribute", cell, value, cls=CELL, name="value")
    return cell


def local_type(lowerer: Lowerer, function: str, name: str, declared: Type) -> Type:
    """The representation of a local: a float is raw unless an int flows into it."""
    if declared.repr is Repr.F64 and ("local", function, name) in lowerer.impure:
        return Type(Repr.WORD, NUMBER)
    if declared.repr is Repr.VOID:
        return WORD
    return declared
