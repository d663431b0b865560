"""Find the variables of every function: its own, those its inner functions capture, the outer ones.

Python's scoping rules over mypy's trees. A scope is a function, lambda, generator expression
or the module; comprehensions and class bodies are not scopes of their own here: comprehension
variables are renamed by the lowering, class-body names become class variables.
"""

from dataclasses import dataclass, field

from mypy import nodes as n, patterns as p

from sesha.compiler.frontend.walk import children

ScopeNode = n.FuncDef | n.LambdaExpr | n.GeneratorExpr | n.MypyFile
Comprehension = n.ListComprehension | n.SetComprehension | n.DictionaryComprehension


def comprehension_results(node: Comprehension) -> list[n.Expression]:
    """What each round of a comprehension makes: the element, or key and value."""
    if isinstance(node, n.DictionaryComprehension):
        return [part for part in (node.key, node.value) if part is not None]
    return [node.generator.left_expr]


@dataclass
class Scope:
    """Names of one function. `captured` are own names that inner scopes use; `free` are names
    of enclosing functions that this one (or one inside it) uses."""

    node: ScopeNode
    parent: "Scope | None"
    bound: set[str] = field(default_factory=set)
    globals: set[str] = field(default_factory=set)
    nonlocals: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    captured: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)
    inner: "list[Scope]" = field(default_factory=list)
    comprehension_captured: set[str] = field(default_factory=set)

    @property
    def is_module(self) -> bool:
        return isinstance(self.node, n.MypyFile)


class ScopeFinder:
    """Build the scopes of a module; `scopes` is keyed by node."""

    def __init__(self, module: n.MypyFile) -> None:
        self.scopes: dict[ScopeNode, Scope] = {}
        self.root = Scope(module, None)
        self.scopes[module] = self.root
        for statement in module.defs:
            self._visit(statement, self.root, frozenset())
        self._resolve(self.root)

    def _visit(self, node: n.Node, scope: Scope, hidden: frozenset[str]) -> None:
        kind = type(node)
        if kind in (n.FuncDef, n.LambdaExpr):
            assert isinstance(node, (n.FuncDef, n.LambdaExpr))
            self._function(node, scope, hidden)
        elif kind is n.Decorator:
            assert isinstance(node, n.Decorator)
            for decorator in node.original_decorators:
                self._visit(decorator, scope, hidden)
            self._visit(node.func, scope, hidden)
        elif kind is n.GeneratorExpr:
            assert isinstance(node, n.GeneratorExpr)
            self._generator(node, scope, hidden)
        elif isinstance(node, Comprehension):
            self._comprehension(node, scope, hidden)
        elif kind is n.ClassDef:
            assert isinstance(node, n.ClassDef)
            scope.bound.add(node.name)
            self._class(node, scope, hidden)
        else:
            self._bind(node, scope, hidden)
            for child in children(node):
                self._visit(child, scope, hidden)

    def _class(self, node: n.ClassDef, scope: Scope, hidden: frozenset[str]) -> None:
        for child in (*node.decorators, *node.base_type_exprs, *node.removed_base_type_exprs):
            self._visit(child, scope, hidden)
        for statement in node.defs.body:
            outer = set(scope.bound)
            self._visit(statement, scope, hidden)
            scope.bound = outer

    def _function(self, node: n.FuncDef | n.LambdaExpr, scope: Scope, hidden: frozenset[str]) -> None:
        if isinstance(node, n.FuncDef):
            scope.bound.add(node.name)
        for argument in node.arguments:
            if argument.initializer is not None:
                self._visit(argument.initializer, scope, hidden)
        inner = Scope(node, scope)
        scope.inner.append(inner)
        self.scopes[node] = inner
        inner.bound.update(a.variable.name for a in node.arguments)
        for statement in node.body.body:
            self._visit(statement, inner, frozenset())

    def _generator(self, node: n.GeneratorExpr, scope: Scope, hidden: frozenset[str]) -> None:
        self._visit(node.sequences[0], scope, hidden)
        inner = Scope(node, scope)
        scope.inner.append(inner)
        self.scopes[node] = inner
        for index in node.indices:
            self._visit(index, inner, frozenset())
            self._targets(index, inner)
        for sequence in node.sequences[1:]:
            self._visit(sequence, inner, frozenset())
        for conditions in node.condlists:
            for condition in conditions:
                self._visit(condition, inner, frozenset())
        self._visit(node.left_expr, inner, frozenset())

    def _comprehension(self, node: Comprehension, scope: Scope, hidden: frozenset[str]) -> None:
        generator = node if isinstance(node, n.DictionaryComprehension) else node.generator
        names: set[str] = set()
        for index in generator.indices:
            names.update(target_names(index))
        self._visit(generator.sequences[0], scope, hidden)
        inside = hidden | names
        before = len(scope.inner)
        for part in (generator.sequences[1:], *generator.condlists):
            for child in part:
                self._visit(child, scope, inside)
        for result in comprehension_results(node):
            self._visit(result, scope, inside)
        for inner in scope.inner[before:]:
            inner.comprehension_captured |= names

    def _targets(self, node: n.Node, scope: Scope) -> None:
        scope.bound.update(target_names(node))

    def _walrus(self, node: n.AssignmentExpr, scope: Scope) -> None:
        """`:=` binds in the function around the generator expressions that it stands in."""
        while isinstance(scope.node, n.GeneratorExpr) and scope.parent is not None:
            scope.nonlocals.add(node.target.name)
            scope = scope.parent
        self._targets(node.target, scope)

    def _bind(self, node: n.Node, scope: Scope, hidden: frozenset[str]) -> None:
        if isinstance(node, n.NameExpr):
            if node.name not in hidden:
                scope.used.add(node.name)
        elif isinstance(node, n.AssignmentStmt):
            if isinstance(node.rvalue, n.TempNode) and node.rvalue.no_rhs:
                return
            for lvalue in node.lvalues:
                self._targets(lvalue, scope)
        elif isinstance(node, n.OperatorAssignmentStmt):
            self._targets(node.lvalue, scope)
        elif isinstance(node, (n.ForStmt,)):
            self._targets(node.index, scope)
        elif isinstance(node, n.WithStmt):
            for target in node.target:
                if target is not None:
                    self._targets(target, scope)
        elif isinstance(node, n.TryStmt):
            scope.bound.update(v.name for v in node.vars if v is not None)
        elif isinstance(node, n.AssignmentExpr):
            self._walrus(node, scope)
        elif isinstance(node, n.DelStmt):
            self._targets(node.expr, scope)
        elif isinstance(node, (n.Import, n.ImportFrom)):
            scope.bound.update(imported_names(node))
        elif isinstance(node, n.GlobalDecl):
            scope.globals.update(node.names)
        elif isinstance(node, n.NonlocalDecl):
            scope.nonlocals.update(node.names)
        elif isinstance(node, (p.AsPattern,)) and node.name is not None:
            scope.bound.add(node.name.name)
        elif isinstance(node, p.StarredPattern) and node.capture is not None:
            scope.bound.add(node.capture.name)
        elif isinstance(node, p.MappingPattern) and node.rest is not None:
            scope.bound.add(node.rest.name)

    def _resolve(self, scope: Scope) -> set[str]:
        """Settle captured and free names bottom-up; gives the names wanted from outside."""
        if not scope.is_module:
            scope.bound -= scope.globals | scope.nonlocals
        wanted = (scope.used | scope.nonlocals) - scope.bound - scope.globals
        for inner in scope.inner:
            needs = self._resolve(inner)
            scope.captured |= needs & scope.bound
            wanted |= needs - scope.bound - inner.comprehension_captured
        if scope.is_module:
            scope.captured = set()
            return set()
        scope.free = {name for name in wanted if self._owner(scope, name)}
        return wanted

    def _owner(self, scope: Scope, name: str) -> bool:
        outer = scope.parent
        while outer is not None and not outer.is_module:
            if name in outer.bound or name in scope.comprehension_captured:
                return True
            if name in outer.globals:
                return False
            outer = outer.parent
        return name in scope.comprehension_captured


def target_names(node: n.Node) -> set[str]:
    """Names that an assignment target binds."""
    if isinstance(node, n.NameExpr):
        return {node.name}
    if isinstance(node, (n.TupleExpr, n.ListExpr)):
        return set().union(*(target_names(item) for item in node.items))
    if isinstance(node, n.StarExpr):
        return target_names(node.expr)
    return set()


def imported_names(node: n.Import | n.ImportFrom) -> set[str]:
    if isinstance(node, n.Import):
        return {alias or name.split(".")[0] for name, alias in node.ids}
    return {alias or name for name, alias in node.names}
