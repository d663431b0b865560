"""Declare a module: its functions, classes and variables, without lowering any body.

mypy's tree in, `ModuleDecl` and the bodies by function name out. Functions inside functions are
declared when their outer function is lowered (`lower/functions/closures.py`).
"""

from mypy import nodes as n, types as t

from sesha.compiler.frontend.bindings import assigned_names, inner_statements, same_level
from sesha.compiler.frontend.scopes import Scope, ScopeFinder, target_names
from sesha.compiler.frontend.stars import absolute_name
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.declare.classes import declare_class, declare_variable
from sesha.compiler.lower.declare.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.declare.functions import INTRINSICS, declare_function
from sesha.compiler.lower.declare.mypy_types import RAW_INTEGERS
from sesha.compiler.lower.declare.tuples import DEFAULT, defaulted_fields
from sesha.compiler.types.classes import WORD, ClassDecl, GlobalDecl, ModuleDecl
from sesha.compiler.types.representation import Repr


def declare_module(name: str, tree: n.MypyFile, types: dict[n.Expression, t.Type], guest: bool) -> Module:
    """Declare everything at the top of a module and in its classes."""
    finder = ScopeFinder(tree)
    decl = ModuleDecl(name, tree.path)
    module = Module(decl, tree, finder.scopes, types, guest)
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
        for node in same_level(tree):
            for name in assigned_names(node):
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
        for statement in inner_statements(node):
            self._statement(statement, top=False)

    def _variable_if_new(self, name: str) -> None:
        known = self.decl
        if f"{known.name}.{name}" in known.classes:
            return
        if name in known.functions or name in known.variables or name in known.names:
            return
        symbol = self.module.tree.names.get(name)
        node = symbol.node if symbol is not None else None
        kind = self.module.claim(node)
        if not self.module.guest:
            kind = WORD if kind.repr is not Repr.WORD else kind
        full = f"{self.decl.name}.{name}"
        known.variables[name] = GlobalDecl(full, kind)

    def _names_generic(self, node: n.AssignmentStmt) -> bool:
        """`Ints = list[int]`: another name of the class. It needs no variable."""
        target, value = node.lvalues[0], node.rvalue
        if not (node.is_alias_def and isinstance(value, n.IndexExpr) and isinstance(target, n.NameExpr)):
            return False
        base = value.base
        if not isinstance(base, n.RefExpr) or not isinstance(base.node, n.TypeInfo):
            return False
        if len(node.lvalues) > 1 or self.assigned.get(target.name) != 1 or target.name in self.decl.variables:
            return False
        self.decl.names[target.name] = base.fullname
        return True

    def _assignment(self, node: n.AssignmentStmt, top: bool) -> None:
        if isinstance(node.rvalue, (n.CallExpr, n.IndexExpr)) and node.rvalue.analyzed is not None:
            analyzed = node.rvalue.analyzed
            if isinstance(analyzed, (n.NamedTupleExpr,)):
                self._synthetic_class(analyzed.info, node)
                return
        if top and not self.module.guest and self._names_generic(node):
            return
        for lvalue in node.lvalues:
            for name in sorted(target_names(lvalue)):
                self._variable_if_new(name)
                variable = self.decl.variables.get(name)
                constant = fold(node.rvalue, self._constant) if top else NOT_CONSTANT
                if variable is None or not isinstance(lvalue, n.NameExpr):
                    continue
                once = self.assigned.get(name) == 1 and _is_constant_name(lvalue)
                if constant is NOT_CONSTANT:
                    if top and once:
                        self.module.unfolded.append((variable, node.rvalue))
                elif once:
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
        base = absolute_import(self.decl.name, self.decl.path, node)
        for name, alias in node.names:
            full = f"{base}.{name}"
            plain = full in RAW_INTEGERS and not self.module.guest
            self.decl.names[alias or name] = "builtins.int" if plain else full

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
            if isinstance(node.rvalue, n.CallExpr):
                for field in defaulted_fields(node.rvalue, cls.tuple_fields):
                    declare_variable(self.module, cls, f"{DEFAULT}{field}", WORD)
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


def _definitions(node: n.Node) -> list[str]:
    if isinstance(node, (n.FuncDef, n.ClassDef)):
        return [node.name]
    if isinstance(node, n.Decorator):
        return [node.func.name]
    return []


def absolute_import(importer: str, path: str, node: n.ImportFrom) -> str:
    """The module that a `from` import names, relative ones made absolute."""
    return absolute_name(importer, path, node.id, node.relative)
