"""Declare classes: methods, attributes, class variables and fields from the tree of a `class`."""

from mypy import nodes as n

from sesha.compiler.frontend.bindings import assigned_names, inner_statements, same_level
from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.declare.functions import declare_function
from sesha.compiler.lower.declare.tuples import DEFAULT
from sesha.compiler.types.classes import WORD, Attribute, Binding, ClassDecl, GlobalDecl, Type
from sesha.compiler.types.representation import Repr

COMPUTED_TEXT = 256
"""Bytes of room for a text that is no literal."""

VARIABLE_SIZED = frozenset({"builtins.str", "builtins.tuple"})
"""Built-in classes whose instances are as long as what they hold."""


def declare_class(module: Module, node: n.ClassDef, full: str, qualname: str) -> ClassDecl:
    """Declare a class with its methods, attributes and class variables."""
    info = node.info
    cls = ClassDecl(
        full,
        module.decl.name,
        qualname,
        [b.type.fullname for b in info.bases],
        [full, *(m.fullname for m in info.mro[1:])],
        line=node.line,
        is_enum=info.is_enum,
        is_protocol=info.is_protocol,
        is_runtime=info.runtime_protocol,
        is_typeddict=info.typeddict_type is not None,
        final=info.is_final,
    )
    module.decl.classes[full] = cls
    module.class_nodes[full] = node
    if info.tuple_type is not None and info.is_named_tuple:
        cls.tuple_fields = [
            s.lvalues[0].name
            for s in node.defs.body
            if isinstance(s, n.AssignmentStmt) and isinstance(s.lvalues[0], n.NameExpr)
        ]
    _members(module, node, cls)
    return cls


def _members(module: Module, node: n.ClassDef, cls: ClassDecl) -> None:
    assigned_through_self: set[str] = set()
    for statement, conditional in _body_statements(node.defs.body):
        for function, decorators in _methods(statement):
            if _by_plugin(node, function):
                continue
            _declare_method(module, cls, function, decorators, conditional)
            assigned_through_self |= _self_attributes(function)
        if isinstance(statement, n.ClassDef):
            declare_class(
                module, statement, f"{cls.name}.{statement.name}", f"{cls.qualname}.{statement.name}"
            )
        elif isinstance(statement, n.AssignmentStmt):
            for lvalue in statement.lvalues:
                for name in target_names(lvalue):
                    _class_name(module, node, cls, name, statement, assigned_through_self)
        elif not isinstance(
            statement, (n.FuncDef, n.Decorator, n.OverloadedFuncDef, n.PassStmt, n.ExpressionStmt)
        ):
            for inner in [statement, *same_level(statement)]:
                for name in sorted(assigned_names(inner)):
                    declare_variable(module, cls, name, WORD)
    from_info = {name: s.node for name, s in node.info.names.items() if isinstance(s.node, n.Var)}
    for name in sorted(assigned_through_self):
        variable = from_info.get(name)
        declared = module.claim(variable)
        if name not in cls.attributes and not _is_method(cls, name) and not _by_descriptor(node, name):
            cls.attributes[name] = Attribute(name, declared)
    for name in _slot_names(node):
        if name not in cls.attributes and name != "__dict__":
            cls.attributes[name] = Attribute(name, WORD)


def _by_descriptor(node: n.ClassDef, name: str) -> bool:
    """Whether assignments to the attribute go to the `__set__` of what a class has under the name."""
    for base in node.info.mro:
        for statement in base.defn.defs.body:
            if isinstance(statement, n.AssignmentStmt) and name in set().union(
                *(target_names(v) for v in statement.lvalues)
            ):
                made = _made_class(statement.rvalue)
                return made is not None and made.get("__set__") is not None
    return False


def _made_class(node: n.Expression) -> n.TypeInfo | None:
    """The class that a call makes an instance of."""
    callee = node.callee if isinstance(node, n.CallExpr) else None
    if isinstance(callee, n.IndexExpr):
        callee = callee.base
    return callee.node if isinstance(callee, n.RefExpr) and isinstance(callee.node, n.TypeInfo) else None


def _slot_names(node: n.ClassDef) -> list[str]:
    """The names that `__slots__` lists."""
    for statement in node.defs.body:
        if isinstance(statement, n.AssignmentStmt) and isinstance(statement.lvalues[0], n.NameExpr):
            value = statement.rvalue
            if statement.lvalues[0].name == "__slots__":
                items = value.items if isinstance(value, (n.TupleExpr, n.ListExpr)) else [value]
                return [item.value for item in items if isinstance(item, n.StrExpr)]
    return []


def _body_statements(body: list[n.Statement]) -> list[tuple[n.Statement, bool]]:
    """The statements of a class body, and the definitions inside of its `if`s and `try`s."""
    found: list[tuple[n.Statement, bool]] = []
    for statement in body:
        found.append((statement, False))
        for inner, _ in _body_statements(inner_statements(statement)):
            if isinstance(inner, (n.FuncDef, n.Decorator, n.OverloadedFuncDef)):
                found.append((inner, True))
    return found


def _by_plugin(node: n.ClassDef, function: n.FuncDef) -> bool:
    """mypy's plugins add methods without bodies (dataclasses, order): ours are made elsewhere."""
    symbol = node.info.names.get(function.name)
    return symbol is not None and symbol.plugin_generated


def _is_method(cls: ClassDecl, name: str) -> bool:
    return name in cls.methods or name in cls.setters


def alias_of(cls: ClassDecl, statement: n.AssignmentStmt) -> str | None:
    """The method above that `__rmul__ = __mul__` gives another name."""
    value = statement.rvalue
    return value.name if isinstance(value, n.NameExpr) and value.name in cls.methods else None


def _name_again(cls: ClassDecl, name: str, method: str) -> None:
    cls.methods[name] = cls.methods[method]
    if method in cls.setters:
        cls.setters[name] = cls.setters[method]


def _class_name(
    module: Module, node: n.ClassDef, cls: ClassDecl, name: str, statement: n.AssignmentStmt, seen: set[str]
) -> None:
    method = alias_of(cls, statement)
    if method is not None:
        _name_again(cls, name, method)
        return
    symbol = node.info.names.get(name)
    variable = symbol.node if symbol is not None else None
    has_value = not (isinstance(statement.rvalue, n.TempNode) and statement.rvalue.no_rhs)
    declared = module.claim(variable)
    if name == "__slots__":
        cls.slots = "__dict__" not in _slot_names(node)
    if name == "__match_args__":
        cls.match_args = _texts(statement.rvalue)
    if name == "__hash__" and isinstance(statement.rvalue, n.NameExpr) and statement.rvalue.name == "None":
        cls.no_hash = True
        return
    if name == "__module__":
        if isinstance(statement.rvalue, n.StrExpr):
            cls.stated_module = statement.rvalue.value
        return
    if cls.tuple_fields is not None and name in cls.tuple_fields:
        if has_value:
            declare_variable(module, cls, f"{DEFAULT}{name}", WORD)
        return
    if cls.is_enum and has_value and statement.unanalyzed_type is None and not name.startswith("_"):
        cls.members.append(name)
        if any(base.fullname == "builtins.str" for base in node.info.mro):
            cls.text_room = max(cls.text_room, text_room(statement.rvalue, name))
        declare_variable(module, cls, name, Type(Repr.WORD, cls.name))
        return
    is_field = "dataclass" in node.info.metadata and any(
        a["name"] == name for a in node.info.metadata["dataclass"]["attributes"]
    )
    class_only = isinstance(variable, n.Var) and variable.is_classvar
    if has_value:
        declare_variable(module, cls, name, declared)
    stored = not has_value or is_field or statement.type is not None
    if has_value and not node.info.is_enum and _has_no_room(node.info):
        return
    if stored and not class_only and not _by_descriptor(node, name):
        cls.attributes[name] = Attribute(name, declared)


def _has_no_room(info: n.TypeInfo) -> bool:
    """Whether instances end where their items do: subclasses have class variables, but no slots."""
    return any(base.fullname in VARIABLE_SIZED for base in info.mro)


def text_room(value: n.Expression, name: str) -> int:
    """Bytes that the text of an enumeration's member takes; auto() is the name in lower case, and for what
    is computed there is as much as a reasonable one takes."""
    if isinstance(value, n.TupleExpr) and value.items:
        value = value.items[0]
    if not isinstance(value, n.StrExpr) and not isinstance(value, n.CallExpr):
        return COMPUTED_TEXT
    text = value.value if isinstance(value, n.StrExpr) else name
    highest = max(map(ord, text), default=0)
    return len(text) * (1 if highest < 1 << 8 else 2 if highest < 1 << 16 else 4)


def _texts(node: n.Expression) -> list[str] | None:
    """The texts of a tuple of literals."""
    if not isinstance(node, n.TupleExpr) or not all(isinstance(item, n.StrExpr) for item in node.items):
        return None
    return [item.value for item in node.items if isinstance(item, n.StrExpr)]


def declare_variable(module: Module, cls: ClassDecl, name: str, declared: Type) -> None:
    full = f"{cls.name}.{name}"
    boxed = declared if declared.repr is Repr.WORD else WORD
    cls.variables[name] = full
    module.decl.variables[full] = GlobalDecl(full, boxed)


def _methods(statement: n.Statement) -> list[tuple[n.FuncDef, list[n.Expression]]]:
    if isinstance(statement, n.FuncDef):
        return [(statement, [])]
    if isinstance(statement, n.Decorator):
        return [(statement.func, statement.original_decorators)]
    if isinstance(statement, n.OverloadedFuncDef):
        if statement.is_property or statement.impl is None:
            return [m for item in statement.items for m in _methods(item)]
        return _methods(statement.impl)
    return []


def _declare_method(
    module: Module, cls: ClassDecl, node: n.FuncDef, decorators: list[n.Expression], conditional: bool
) -> None:
    full = f"{cls.name}.{node.name}"
    method = declare_function(
        node, full, module.decl.name, f"{cls.qualname}.{node.name}", cls.name, decorators
    )
    method.decorated |= conditional
    if method.binding in (Binding.SETTER, Binding.DELETER):
        method.name = f"{full}.{method.binding.value}"
        key = node.name if method.binding is Binding.SETTER else f"del {node.name}"
        cls.setters[key] = method
    elif method.decorated:
        method.name = f"{full}:{node.line}"
        declare_variable(module, cls, node.name, WORD)
        module.decl.functions[method.name] = method
    else:
        cls.methods[node.name] = method
    if "cached" in method.markers:
        cls.attributes[node.name] = Attribute(node.name, WORD)
    if method.abstract and _has_abstract_metaclass(module.class_nodes[cls.name]):
        cls.abstract |= {node.name}
    module.bodies[method.name] = Body(node, module.scopes[node], module, cls.name, method)


def _has_abstract_metaclass(node: n.ClassDef) -> bool:
    metaclass = node.info.metaclass_type
    return metaclass is not None and any(base.fullname == "abc.ABCMeta" for base in metaclass.type.mro)


def _self_attributes(node: n.FuncDef) -> set[str]:
    """Names that the method assigns through its first parameter."""
    if not node.arguments or node.is_static or node.is_class:
        return set()
    me = node.arguments[0].variable.name
    found: set[str] = set()

    def target(lvalue: n.Node) -> None:
        if (
            isinstance(lvalue, n.MemberExpr)
            and isinstance(lvalue.expr, n.NameExpr)
            and lvalue.expr.name == me
        ):
            found.add(lvalue.name)
        elif isinstance(lvalue, (n.TupleExpr, n.ListExpr)):
            for item in lvalue.items:
                target(item)
        elif isinstance(lvalue, n.StarExpr):
            target(lvalue.expr)

    for inner in descendants(node.body):
        if isinstance(inner, n.AssignmentStmt):
            for lvalue in inner.lvalues:
                target(lvalue)
        elif isinstance(inner, n.OperatorAssignmentStmt):
            target(inner.lvalue)
        elif isinstance(inner, n.ForStmt):
            target(inner.index)
        elif isinstance(inner, n.WithStmt):
            for item in inner.target:
                if item is not None:
                    target(item)
    return found
