"""Lower class definitions: class variables, decorated methods, enum members; and constructors.

A class has no dictionary at run time: methods are known when the program is built, class
variables are module variables, and `C(...)` calls the synthetic function `C.<new>`.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.classes.dataclass_methods import store_defaults, store_field
from sesha.compiler.lower.classes.local import keep_cells
from sesha.compiler.lower.classes.subclassing import set_names, subclass_hook
from sesha.compiler.lower.classes.tuple_defaults import store_field_defaults
from sesha.compiler.lower.declare.classes import VARIABLE_SIZED, alias_of
from sesha.compiler.lower.declare.functions import TRANSPARENT, decorator_name
from sesha.compiler.lower.declare.tuples import DEFAULT
from sesha.compiler.lower.expressions.displays import make_dict
from sesha.compiler.lower.expressions.names import assign_name
from sesha.compiler.lower.expressions.targets import LOCAL
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.functions.closures import call_decorator
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl, FunctionDecl, Type
from sesha.compiler.types.representation import Repr

Defaults = Callable[[FunctionLowering, FunctionDecl, n.FuncDef], None]
CLASS_DECORATORS = frozenset(
    {
        "dataclasses.dataclass",
        "enum.unique",
        "functools.total_ordering",
        "mypy_extensions.mypyc_attr",
        "mypy_extensions.trait",
        "typing.final",
        "typing.runtime_checkable",
        "typing_extensions.final",
        "typing_extensions.runtime_checkable",
    }
)
"""Decorators that the compiler knows, or that do nothing at run time."""

METACLASSES = frozenset({"abc.ABCMeta", "enum.EnumMeta", "enum.EnumType", "builtins.type"})
"""Metaclasses whose work the compiler does."""

WITHOUT_SLOTS = frozenset(
    f"builtins.{name}" for name in ("int", "float", "complex", "bytes", "bytearray", "memoryview")
)
"""Built-in classes whose instances have no room for a subclass's."""

MIXED_IN = ("builtins.int", "builtins.str")
"""Built-in classes that members of enumerations can be."""

WRAPPERS = frozenset(
    {"builtins.staticmethod", "builtins.classmethod", "builtins.property", "functools.cached_property"}
)
"""Decorators that are called when a method has others too (builtins/descriptors.py)."""


def class_body(fl: FunctionLowering, node: n.ClassDef, defaults: Defaults) -> None:
    """Run a class statement."""
    cls = fl.lowerer.tables.classes.get(_full_name(fl, node))
    if cls is None:
        raise fl.unsupported("a class defined here", node, "define it at module level")
    _check_bases(fl, cls, node)
    _check_members(fl, cls, node)
    local = LOCAL in cls.name
    if local:
        keep_cells(fl, cls, node)
    decorators = [
        _held(fl, fl.expression(decorator))
        for decorator in node.decorators
        if decorator_name(decorator) not in CLASS_DECORATORS
    ]
    scope, fl.class_scope = fl.class_scope, dict(cls.variables)
    variables = fl.variables
    fl.variables = {name: v for name, v in variables.items() if name not in cls.variables}
    outer, fl.class_name = fl.class_name, cls.name
    for statement in node.defs.body:
        _member(fl, cls, statement, defaults)
    fl.class_scope, fl.class_name = scope, outer
    fl.variables = variables
    if cls.dataclass is not None:
        store_defaults(fl, cls)
    if cls.tuple_fields is not None:
        store_field_defaults(fl, cls)
    set_names(fl, cls, node)
    subclass_hook(fl, cls, node)
    for held in reversed(decorators):
        _decorate(fl, cls, Val(fl.builder.get(held), WORD))
    if local and node.name in fl.variables:
        assign_name(fl, node.name, _class_word(fl, cls))


def _check_bases(fl: FunctionLowering, cls: ClassDecl, node: n.ClassDef) -> None:
    metaclass = node.metaclass
    if metaclass is not None and not fl.guest and decorator_name(metaclass) not in METACLASSES:
        raise fl.unsupported("a metaclass", metaclass, "__init_subclass__ and class decorators are there")
    computed = next((base for base in node.base_type_exprs if _is_computed(base)), None)
    if computed is not None and not fl.guest:
        raise fl.unsupported("a base class that is computed", computed, "name the class itself")
    unfit = next((base for base in cls.mro[1:] if base in WITHOUT_SLOTS), None)
    if unfit is not None and not fl.guest and not (cls.is_enum and unfit in MIXED_IN):
        name = unfit.rpartition(".")[2]
        raise fl.unsupported(f"a subclass of {name!r}", node, "keep the value in an attribute")
    variable_sized = next((base for base in cls.mro[1:] if base in VARIABLE_SIZED), None)
    held = next((name for base in _program_bases(fl, cls) for name in base.attributes), None)
    if variable_sized is not None and held is not None and not cls.is_enum:
        name = variable_sized.rpartition(".")[2]
        raise fl.unsupported(f"the attribute {held!r} of a subclass of {name!r}", node)


def _program_bases(fl: FunctionLowering, cls: ClassDecl) -> list[ClassDecl]:
    found = [fl.find_class(name) for name in cls.mro]
    return [base for base in found if base is not None and not base.in_library()]


def _is_computed(base: n.Expression) -> bool:
    """Whether the base is what some variable holds when the class statement runs."""
    special = isinstance(base, n.NameExpr) and base.fullname.startswith(("typing.", "typing_extensions."))
    return isinstance(base, n.NameExpr) and isinstance(base.node, n.Var) and not special


def _check_members(fl: FunctionLowering, cls: ClassDecl, node: n.ClassDef) -> None:
    if cls.is_enum and "__new__" in cls.methods and not fl.guest:
        raise fl.unsupported("`__new__` of an enumeration", node, "members are initialised by `__init__`")


def _held(fl: FunctionLowering, value: Val) -> str:
    name = fl.builder.temporary(Repr.WORD, "decorator")
    fl.builder.set(name, fl.word(value))
    return name


def _decorate(fl: FunctionLowering, cls: ClassDecl, decorator: Val) -> None:
    """Call a class decorator. It may do what it likes with the class, but has to answer it: the
    name stands for the class itself, as it does for mypy."""
    word = _class_word(fl, cls)
    result = call_with(fl, decorator, Arguments([word]))
    kept, replaced = fl.builder.new_block("kept"), fl.builder.new_block("replaced")
    fl.builder.branch(fl.builder.emit("same", fl.word(result), word.operand), kept, replaced)
    fl.builder.place(replaced)
    fl.runtime("type.replaced", word)
    fl.builder.emit("unreachable")
    fl.builder.place(kept)


def _full_name(fl: FunctionLowering, node: n.ClassDef) -> str:
    if LOCAL in node.info.fullname:
        return node.info.fullname
    if fl.class_name is not None and fl.class_scope is not None:
        return f"{fl.class_name}.{node.name}"
    return f"{fl.module.decl.name}.{node.name}"


def _class_word(fl: FunctionLowering, cls: ClassDecl) -> Val:
    return Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))


def conditional_method(fl: FunctionLowering, node: n.Statement, defaults: Defaults) -> None:
    """A method defined inside of an `if` or `try` of the class body."""
    cls = fl.find_class(fl.class_name)
    assert cls is not None
    _member(fl, cls, node, defaults)


def _member(fl: FunctionLowering, cls: ClassDecl, node: n.Statement, defaults: Defaults) -> None:
    if isinstance(node, n.AssignmentStmt):
        _variable(fl, cls, node)
    elif isinstance(node, (n.FuncDef, n.Decorator)):
        _method(fl, cls, node, defaults)
    elif isinstance(node, n.OverloadedFuncDef):
        for item in [node.impl] if node.impl is not None else node.items:
            _method(fl, cls, item, defaults)
    elif isinstance(node, n.ClassDef):
        class_body(fl, node, defaults)
    else:
        fl.statement(node)


def _variable(fl: FunctionLowering, cls: ClassDecl, node: n.AssignmentStmt) -> None:
    if isinstance(node.rvalue, n.TempNode) and node.rvalue.no_rhs:
        return
    names = [name for lvalue in node.lvalues for name in target_names(lvalue)]
    if alias_of(cls, node) is not None or names == ["__module__"] or (names == ["__hash__"] and cls.no_hash):
        return
    if cls.tuple_fields is not None and names and names[0] in cls.tuple_fields:
        target = cls.variables[f"{DEFAULT}{names[0]}"]
        fl.builder.emit("store_global", fl.word(fl.expression(node.rvalue)), name=target)
        return
    if names and names[0] in cls.members:
        _enum_member(fl, cls, names[0], fl.expression(node.rvalue))
        return
    if cls.dataclass is not None and names and store_field(fl, cls, names[0], node.rvalue):
        return
    value = fl.expression(node.rvalue)
    for name in names:
        fl.builder.emit("store_global", fl.word(value), name=cls.variables[name])


def _enum_member(fl: FunctionLowering, cls: ClassDecl, name: str, value: Val) -> None:
    """NAME = value in an enum: make the member and keep it in the class variable."""
    value = fl.runtime("/stdlib.enum.members.value_of_name", _class_word(fl, cls), constant(name), value)
    instance = Val(fl.builder.emit("new_object", cls=cls.name), Type(Repr.WORD, cls.name))
    member = fl.runtime("/stdlib.enum.members.add", _class_word(fl, cls), instance, constant(name), value)
    init = fl.lowerer.tables.find_method(cls, "__init__")
    if init is not None:
        fresh, done = fl.builder.new_block("fresh"), fl.builder.new_block("member")
        fl.builder.branch(fl.builder.emit("same", member.operand, instance.operand), fresh, done)
        fl.builder.place(fresh)
        function = Val(fl.builder.emit("function_word", name=init.name), WORD)
        bound = fl.runtime("function.bind_method", function, instance)
        arguments = fl.runtime("/stdlib.enum.members.arguments_of", value)
        fl.runtime("call.call_spread", bound, arguments, make_dict(fl, []))
        fl.builder.jump(done)
        fl.builder.place(done)
    fl.builder.emit("store_global", fl.word(member), name=cls.variables[name])


def _method(fl: FunctionLowering, cls: ClassDecl, node: n.Node, defaults: Defaults) -> None:
    decorators = node.original_decorators if isinstance(node, n.Decorator) else []
    function = node.func if isinstance(node, n.Decorator) else node
    if not isinstance(function, n.FuncDef):
        return
    tables = fl.lowerer.tables
    decl = tables.functions.get(f"{cls.name}.{function.name}:{function.line}")
    decl = decl or cls.methods.get(function.name) or cls.setters.get(function.name)
    if decl is None:
        return
    defaults(fl, decl, function)
    if decl.decorated:
        value = Val(fl.builder.emit("function_word", name=decl.name), WORD)
        called = [d for d in decorators if decorator_name(d) not in TRANSPARENT - WRAPPERS]
        for decorator in reversed(called):
            value = call_decorator(fl, decorator, value, function)
        fl.builder.emit("store_global", fl.word(value), name=cls.variables[function.name])
