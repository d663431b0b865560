"""Declare a module: its functions, classes and variables, without lowering any body.

mypy's tree in, `ModuleDecl` and the bodies by function name out. Functions inside functions are
declared when their outer function is lowered (`lower/closures.py`).
"""

from dataclasses import dataclass, field

from mypy import nodes as n, types as t

from sesha.compiler.frontend.scopes import Scope, ScopeFinder, target_names
from sesha.compiler.frontend.walk import children, descendants
from sesha.compiler.lower.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.mypy_types import convert, convert_result, never_returns
from sesha.compiler.types.classes import (
    WORD,
    Attribute,
    Binding,
    ClassDecl,
    Flavour,
    FunctionDecl,
    GlobalDecl,
    ModuleDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr

INTRINSICS = "sesha.guest.cpu.intrinsics"
MARKERS = frozenset({"inline", "cold", "no_raise", "no_alloc"})
TRANSPARENT = frozenset(
    {
        "abc.abstractmethod",
        "typing.final",
        "typing.override",
        "typing_extensions.override",
        "typing_extensions.final",
        "typing.no_type_check",
        "builtins.staticmethod",
        "builtins.classmethod",
        "builtins.property",
        "functools.cached_property",
        "typing.overload",
    }
)
KINDS = {
    n.ARG_POS: ParameterKind.POSITIONAL,
    n.ARG_OPT: ParameterKind.POSITIONAL,
    n.ARG_STAR: ParameterKind.VARARGS,
    n.ARG_NAMED: ParameterKind.KEYWORD,
    n.ARG_NAMED_OPT: ParameterKind.KEYWORD,
    n.ARG_STAR2: ParameterKind.VARKW,
}
TUPLE = Type(Repr.WORD, "builtins.tuple")
DICT = Type(Repr.WORD, "builtins.dict")


@dataclass
class Body:
    """What is needed to lower a function: its tree, its scope, the module and class around it."""

    node: n.FuncDef | n.LambdaExpr | n.GeneratorExpr | n.MypyFile
    scope: Scope
    module: "Module"
    cls: str | None = None
    decl: FunctionDecl | None = None
    outer: object = None


@dataclass
class Module:
    """A module being compiled: its declaration, tree, scopes, and the bodies of its functions."""

    decl: ModuleDecl
    tree: n.MypyFile
    scopes: dict[object, Scope]
    types: dict[n.Expression, t.Type]
    guest: bool
    bodies: dict[str, Body] = field(default_factory=dict)
    untrusted: list[tuple[int, int]] = field(default_factory=list)
    """Line ranges with type errors: compiled with every operation checked."""
    class_nodes: dict[str, n.ClassDef] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def declare_module(name: str, tree: n.MypyFile, types: dict[n.Expression, t.Type], guest: bool) -> Module:
    """Declare everything at the top of a module and in its classes."""
    finder = ScopeFinder(tree)
    decl = ModuleDecl(name, tree.path)
    module = Module(decl, tree, dict(finder.scopes), types, guest)
    decl.dialect = any(
        isinstance(s, (n.ImportFrom, n.Import)) and INTRINSICS in _imported(s) for s in tree.defs
    )
    _Declarer(module, finder.root).run()
    return module


def _imported(node: n.ImportFrom | n.Import) -> set[str]:
    if isinstance(node, n.ImportFrom):
        return {node.id}
    return {name for name, _ in node.ids}


class _Declarer:
    def __init__(self, module: Module, root: Scope) -> None:
        self.module = module
        self.decl = module.decl
        self.root = root
        self.assigned: dict[str, int] = {}

    def run(self) -> None:
        tree = self.module.tree
        self._count_assignments(tree)
        for statement in tree.defs:
            self._statement(statement, top=True)
        for name in sorted(self.root.bound | self._declared_global(tree)):
            self._variable_if_new(name)

    def _declared_global(self, tree: n.MypyFile) -> set[str]:
        """Names that functions declare `global`: they may be bound nowhere else."""
        return {name for d in descendants(tree) if isinstance(d, n.GlobalDecl) for name in d.names}

    def _count_assignments(self, tree: n.MypyFile) -> None:
        for name in self._declared_global(tree):
            self.assigned[name] = self.assigned.get(name, 0) + 1
        for node in _module_level(tree):
            names: set[str] = set()
            if isinstance(node, n.AssignmentStmt):
                names = set().union(*(target_names(v) for v in node.lvalues))
            elif isinstance(node, (n.OperatorAssignmentStmt,)):
                names = target_names(node.lvalue)
            elif isinstance(node, n.ForStmt):
                names = target_names(node.index)
            elif isinstance(node, n.DelStmt):
                names = target_names(node.expr)
            for name in names:
                self.assigned[name] = self.assigned.get(name, 0) + 1
        for node in tree.defs:
            for name in _definitions(node):
                self.assigned[name] = self.assigned.get(name, 0) + 1

    def _statement(self, node: n.Node, top: bool) -> None:
        if isinstance(node, n.FuncDef):
            self._function(node, [], conditional=not top)
        elif isinstance(node, n.Decorator):
            self._function(node.func, node.original_decorators, conditional=not top)
        elif isinstance(node, n.OverloadedFuncDef):
            implementation = node.impl
            if implementation is None:
                implementation = node.items[-1]
            self._statement(implementation, top)
        elif isinstance(node, n.ClassDef):
            self._class(node, self.decl.name, "")
        elif isinstance(node, (n.Import, n.ImportFrom)):
            self._import(node)
        elif isinstance(node, n.AssignmentStmt):
            self._assignment(node, top)
        else:
            self._block_names(node)

    def _block_names(self, node: n.Node) -> None:
        """Statements with blocks (if, try, for ...): their names are variables."""
        for statement in _inner_statements(node):
            self._statement(statement, top=False)

    def _variable_if_new(self, name: str) -> None:
        known = self.decl
        if f"{known.name}.{name}" in known.classes:
            return
        if name in known.functions or name in known.variables or name in known.names:
            return
        symbol = self.module.tree.names.get(name)
        node = symbol.node if symbol is not None else None
        kind = convert(node.type) if isinstance(node, n.Var) else WORD
        if not self.module.guest:
            kind = WORD if kind.repr is not Repr.WORD else kind
        full = f"{self.decl.name}.{name}"
        known.variables[name] = GlobalDecl(full, kind)

    def _assignment(self, node: n.AssignmentStmt, top: bool) -> None:
        if isinstance(node.rvalue, (n.CallExpr, n.IndexExpr)) and node.rvalue.analyzed is not None:
            analyzed = node.rvalue.analyzed
            if isinstance(analyzed, (n.NamedTupleExpr,)):
                self._synthetic_class(analyzed.info, node)
                return
        for lvalue in node.lvalues:
            for name in sorted(target_names(lvalue)):
                self._variable_if_new(name)
                variable = self.decl.variables.get(name)
                constant = fold(node.rvalue, self._constant) if top else NOT_CONSTANT
                if variable is None or constant is NOT_CONSTANT or not isinstance(lvalue, n.NameExpr):
                    continue
                if self.assigned.get(name) == 1 and _is_constant_name(lvalue):
                    variable.constant, variable.is_constant = constant, True
                elif self.module.guest and not variable.has_initial:
                    variable.constant, variable.has_initial = constant, True

    def _constant(self, name: str) -> object:
        head, _, last = name.rpartition(".")
        variable = self.decl.variables.get(last) if head in ("", self.decl.name) else None
        if variable is not None and variable.is_constant:
            return variable.constant
        return NOT_CONSTANT

    def _import(self, node: n.Import | n.ImportFrom) -> None:
        if isinstance(node, n.Import):
            for name, alias in node.ids:
                self.decl.names[alias or name.split(".")[0]] = name if alias else name.split(".")[0]
            return
        base = absolute_import(self.decl, node)
        for name, alias in node.names:
            self.decl.names[alias or name] = f"{base}.{name}"

    def _function(self, node: n.FuncDef, decorators: list[n.Expression], conditional: bool) -> None:
        name = node.name
        full = f"{self.decl.name}.{name}"
        duplicate = self.assigned.get(name, 0) > 1 or conditional
        function = declare_function(node, full, self.decl.name, name, None, decorators)
        if function.decorated or duplicate:
            function.decorated = True
            function.name = f"{full}:{node.line}"
            self._variable_if_new(name)
            if name in self.decl.variables:
                self.decl.variables[name].type = WORD
        self.decl.functions[function.name.removeprefix(self.decl.name + ".")] = function
        self.module.bodies[function.name] = Body(node, self.module.scopes[node], self.module, None, function)

    def _class(self, node: n.ClassDef, prefix: str, qualifier: str) -> None:
        declare_class(self.module, node, f"{prefix}.{node.name}", qualifier + node.name)

    def _synthetic_class(self, info: n.TypeInfo, node: n.AssignmentStmt) -> None:
        cls = ClassDecl(
            f"{self.decl.name}.{info.name}",
            self.decl.name,
            info.name,
            [b.type.fullname for b in info.bases],
            [m.fullname for m in info.mro],
            line=node.line,
        )
        if info.tuple_type is not None:
            cls.tuple_fields = [
                k for k, v in info.names.items() if isinstance(v.node, n.Var) and not k.startswith("_")
            ][: len(info.tuple_type.items)]
            cls.native = False
        self.decl.classes[cls.name] = cls
        target = node.lvalues[0]
        if isinstance(target, n.NameExpr):
            self.decl.names[target.name] = cls.name


def _is_constant_name(node: n.Expression) -> bool:
    """Constants are spelt so, or declared Final: other names may be assigned from elsewhere."""
    if not isinstance(node, n.NameExpr):
        return False
    final = isinstance(node.node, n.Var) and node.node.is_final
    return final or node.name.isupper()


def _module_level(node: n.Node) -> list[n.Node]:
    """Descendants that run when the module runs: nothing inside functions and classes."""
    found: list[n.Node] = []
    for child in children(node):
        if isinstance(child, (n.FuncDef, n.LambdaExpr, n.ClassDef, n.Decorator, n.OverloadedFuncDef)):
            continue
        found.append(child)
        found.extend(_module_level(child))
    return found


def _definitions(node: n.Node) -> list[str]:
    if isinstance(node, (n.FuncDef, n.ClassDef)):
        return [node.name]
    if isinstance(node, n.Decorator):
        return [node.func.name]
    return []


def _inner_statements(node: n.Node) -> list[n.Node]:
    result: list[n.Node] = []
    for name in ("body", "else_body", "handlers", "finally_body", "bodies"):
        value = getattr(node, name, None)
        for block in value if isinstance(value, list) else [value]:
            if isinstance(block, n.Block):
                result.extend(block.body)
    return result


def absolute_import(decl: ModuleDecl, node: n.ImportFrom) -> str:
    """The module that a `from` import names, relative ones made absolute."""
    if not node.relative:
        return node.id
    parts = decl.name.split(".")
    if not decl.path.endswith("__init__.py"):
        parts = parts[:-1]
    parts = parts[: len(parts) - (node.relative - 1)]
    return ".".join([*parts, node.id] if node.id else parts)


def decorator_name(node: n.Expression) -> str:
    """The full name of a decorator, without its arguments; '' when it has none."""
    if isinstance(node, n.CallExpr):
        node = node.callee
    if isinstance(node, n.RefExpr):
        return node.fullname or (node.name if isinstance(node, n.MemberExpr) else "")
    return ""


def _may_decline(node: n.FuncDef | n.LambdaExpr) -> bool:
    """Whether an operator method answers NotImplemented, whatever result it declares."""
    if not isinstance(node, n.FuncDef) or not node.name.startswith("__"):
        return False
    return any(isinstance(d, n.NameExpr) and d.name == "NotImplemented" for d in descendants(node.body))


def declare_function(
    node: n.FuncDef | n.LambdaExpr,
    full: str,
    module: str,
    qualname: str,
    cls: str | None,
    decorators: list[n.Expression],
) -> FunctionDecl:
    """Declare one function: parameters, result, how it is bound, what marks it has."""
    signature = node.type if isinstance(node, n.FuncDef) else None
    typed = signature if isinstance(signature, t.CallableType) else None
    function = FunctionDecl(
        full, _parameters(node, typed), WORD, module, node.line, _flavour(node), qualname=qualname
    )
    if isinstance(node, n.FuncDef):
        _bind(function, node, cls, decorators)
    if typed is not None and function.flavour is Flavour.PLAIN:
        function.result = WORD if cls is not None and _may_decline(node) else convert_result(typed.ret_type)
        function.no_return = never_returns(typed.ret_type)
    if cls is not None and function.binding not in (Binding.STATIC, Binding.CLASS, Binding.NONE):
        function.parameters[0].type = Type(Repr.WORD, cls)
    elif function.binding is Binding.CLASS:
        function.parameters[0].type = WORD
    return function


def _parameters(node: n.FuncDef | n.LambdaExpr, typed: t.CallableType | None) -> list[Parameter]:
    result = []
    for index, argument in enumerate(node.arguments):
        kind = ParameterKind.POSITIONAL_ONLY if argument.pos_only else KINDS[argument.kind]
        declared = convert(typed.arg_types[index]) if typed is not None else WORD
        if kind is ParameterKind.VARARGS:
            declared = TUPLE
        elif kind is ParameterKind.VARKW:
            declared = DICT
        parameter = Parameter(argument.variable.name, declared, kind)
        if argument.initializer is not None:
            parameter.has_default = True
            constant = fold(argument.initializer, lambda name: NOT_CONSTANT)
            if constant is not NOT_CONSTANT:
                parameter.constant, parameter.default_is_constant = constant, True
        result.append(parameter)
    return result


def _flavour(node: n.FuncDef | n.LambdaExpr) -> Flavour:
    if node.is_async_generator:
        return Flavour.ASYNC_GENERATOR
    if node.is_coroutine:
        return Flavour.COROUTINE
    if node.is_generator:
        return Flavour.GENERATOR
    return Flavour.PLAIN


def _bind(function: FunctionDecl, node: n.FuncDef, cls: str | None, decorators: list[n.Expression]) -> None:
    markers = set()
    if cls is not None:
        function.binding = Binding.INSTANCE
        if node.is_static or node.name == "__new__":
            function.binding = Binding.STATIC
        elif node.is_class or node.name in ("__init_subclass__", "__class_getitem__"):
            function.binding = Binding.CLASS
    for decorator in decorators:
        name = decorator_name(decorator)
        head, _, last = name.rpartition(".")
        if head == INTRINSICS and last in MARKERS:
            markers.add(last)
        elif head == INTRINSICS and isinstance(decorator, n.CallExpr):
            assert isinstance(decorator.args[0], n.StrExpr)
            function.symbol = decorator.args[0].value
        elif name in ("builtins.property", "functools.cached_property"):
            function.binding = Binding.GETTER
            if name.endswith("cached_property"):
                markers.add("cached")
        elif isinstance(decorator, n.MemberExpr) and decorator.name in ("setter", "deleter", "getter"):
            function.binding = {
                "setter": Binding.SETTER,
                "deleter": Binding.DELETER,
                "getter": Binding.GETTER,
            }[decorator.name]
        elif name == "abc.abstractmethod":
            function.abstract = True
        elif name not in TRANSPARENT:
            function.decorated = True
    function.markers = frozenset(markers)


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
    for statement in node.defs.body:
        for function, decorators in _methods(statement):
            if _by_plugin(node, function):
                continue
            _declare_method(module, cls, function, decorators)
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
            for inner in descendants(statement):
                if isinstance(inner, n.AssignmentStmt):
                    for lvalue in inner.lvalues:
                        for name in target_names(lvalue):
                            _class_variable(module, cls, name, WORD)
    from_info = {name: s.node for name, s in node.info.names.items() if isinstance(s.node, n.Var)}
    for name in sorted(assigned_through_self):
        variable = from_info.get(name)
        declared = convert(variable.type) if isinstance(variable, n.Var) else WORD
        if name not in cls.attributes and not _is_method(cls, name):
            cls.attributes[name] = Attribute(name, declared)


def _by_plugin(node: n.ClassDef, function: n.FuncDef) -> bool:
    """mypy's plugins add methods without bodies (dataclasses, order): ours are made elsewhere."""
    symbol = node.info.names.get(function.name)
    return symbol is not None and symbol.plugin_generated


def _is_method(cls: ClassDecl, name: str) -> bool:
    return name in cls.methods or name in cls.setters


def _class_name(
    module: Module, node: n.ClassDef, cls: ClassDecl, name: str, statement: n.AssignmentStmt, seen: set[str]
) -> None:
    symbol = node.info.names.get(name)
    variable = symbol.node if symbol is not None else None
    has_value = not (isinstance(statement.rvalue, n.TempNode) and statement.rvalue.no_rhs)
    declared = convert(variable.type) if isinstance(variable, n.Var) else WORD
    if name == "__slots__":
        return
    if name == "__module__":
        if isinstance(statement.rvalue, n.StrExpr):
            cls.stated_module = statement.rvalue.value
        return
    if cls.tuple_fields is not None and name in cls.tuple_fields:
        if has_value:
            _class_variable(module, cls, f"<default>{name}", WORD)
        return
    if cls.is_enum and has_value and statement.unanalyzed_type is None and not name.startswith("_"):
        cls.members.append(name)
        _class_variable(module, cls, name, Type(Repr.WORD, cls.name))
        return
    is_field = "dataclass" in node.info.metadata and any(
        a["name"] == name for a in node.info.metadata["dataclass"]["attributes"]
    )
    class_only = isinstance(variable, n.Var) and variable.is_classvar
    if has_value:
        _class_variable(module, cls, name, declared)
    if not class_only and (not has_value or is_field or statement.type is not None):
        cls.attributes[name] = Attribute(name, declared)


def _class_variable(module: Module, cls: ClassDecl, name: str, declared: Type) -> None:
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


def _declare_method(module: Module, cls: ClassDecl, node: n.FuncDef, decorators: list[n.Expression]) -> None:
    full = f"{cls.name}.{node.name}"
    method = declare_function(
        node, full, module.decl.name, f"{cls.qualname}.{node.name}", cls.name, decorators
    )
    if method.binding in (Binding.SETTER, Binding.DELETER):
        method.name = f"{full}.{method.binding.value}"
        key = node.name if method.binding is Binding.SETTER else f"del {node.name}"
        cls.setters[key] = method
    elif method.decorated:
        method.name = f"{full}:{node.line}"
        _class_variable(module, cls, node.name, WORD)
        module.decl.functions[method.name] = method
    else:
        cls.methods[node.name] = method
    if method.abstract:
        cls.abstract |= {node.name}
    module.bodies[method.name] = Body(node, module.scopes[node], module, cls.name, method)


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
