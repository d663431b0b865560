"""Follow untyped values into places whose type was inferred, and take those types back.

Every place where a value gets another name is visited: assignments, loops, arguments, results, items.
Where what arrives is not what mypy inferred (it is `Any`, or depends on something that is in doubt), the
variable is in doubt; where two container types meet of which one holds `Any`, so are the classes the
other claims. Visits repeat until nothing new is found; then the types in doubt become `Any`.
"""

from collections.abc import Callable, Iterable

from mypy import nodes as n, patterns as p, types as t
from mypy.operators import op_methods
from mypy.subtypes import is_proper_subtype

from sesha.compiler.frontend.doubts import Doubts, Types, arguments_of, info_of, proper
from sesha.compiler.frontend.inference.signatures import is_inferred
from sesha.compiler.frontend.meetings import ANY, FLOAT, Meetings
from sesha.compiler.frontend.walk import children, descendants

UNCHANGED = {
    "builtins.int": frozenset({"+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>"}),
    "builtins.float": frozenset({"+", "-", "*", "/", "//", "%"}),
}
"""Augmented operators after which a number has the class it had."""


def take_back_types(trees: Iterable[n.MypyFile], types: Types, untrusted: set[n.Node]) -> bool:
    """Replace inferred types that untyped values contradict by `Any`; tells whether floats are among
    what containers claim in vain. `untrusted`: functions and modules whose types are wrong anyway."""
    files = list(trees)
    own = (part for node in untrusted for part in _own(node))
    flows = _Flows(Doubts(types, {part for part in own if isinstance(part, n.Expression)}), files)
    flows.settle()
    flows.take_back(files)
    return flows.floats


def _own(node: n.Node) -> Iterable[n.Node]:
    """The descendants of a function or module that belong to no function inside it."""
    for child in children(node):
        yield child
        if not isinstance(child, n.FuncDef):
            yield from _own(child)


class _Flows(Meetings):
    def __init__(self, doubts: Doubts, files: list[n.MypyFile]) -> None:
        super().__init__(doubts)
        self.modules = {file.fullname for file in files}
        self.attributes: dict[str, list[n.Var]] = {}
        self.visits: list[Callable[[], None]] = []
        for file in files:
            self._collect(file, None)

    def _collect(self, node: n.Node, function: n.FuncDef | n.LambdaExpr | None) -> None:
        visit = VISITS.get(type(node))
        if visit is not None:
            self.visits.append(lambda: visit(self, node))
        if isinstance(node, n.ReturnStmt) and node.expr is not None and isinstance(function, n.FuncDef):
            value, target = node.expr, _result(function)
            self.visits.append(lambda: self.meet(value, target))
        if isinstance(node, n.YieldExpr) and node.expr is not None:
            value = node.expr
            self.visits.append(lambda: self.meet(value, ANY))
        if isinstance(node, n.AssignmentStmt) and node.unanalyzed_type is not None:
            found = (self.doubts.variable_of(v) for v in node.lvalues)
            self.doubts.written.update(v for v in found if v is not None)
        elif isinstance(node, n.AssignmentStmt) and is_inferred(node):
            variable = self.doubts.variable_of(node.lvalues[0])
            self.doubts.guessed.update([variable] if variable is not None else [])
        if isinstance(node, n.ClassDef):
            for name, symbol in node.info.names.items():
                if isinstance(symbol.node, n.Var):
                    self.attributes.setdefault(name, []).append(symbol.node)
        if isinstance(node, n.LambdaExpr) or (isinstance(node, n.FuncDef) and is_inferred(node)):
            self.doubts.guessed.update(a.variable for a in node.arguments)
        inside = node if isinstance(node, (n.FuncDef, n.LambdaExpr)) else function
        for child in children(node):
            self._collect(child, inside)

    def settle(self) -> None:
        before = -1
        while before != self.doubts.size:
            before = self.doubts.size
            self.doubts.forget()
            for visit in self.visits:
                visit()
        self.doubts.forget()

    def take_back(self, files: list[n.MypyFile]) -> None:
        doubted = [
            node
            for file in files
            for node in descendants(file)
            if isinstance(node, n.Expression) and node in self.types and not self.doubts.sure(node)
        ]
        for node in (*doubted, *self.doubts.distrusted):
            self.types.pop(node, None)
        for variable in self.doubts.variables:
            variable.type = ANY

    # --- what flows where ----------------------------------------------------------------------
    def into(self, variable: n.Var, value: t.Type | None, sure: bool) -> None:
        """A value of a type reaches a variable."""
        if self.doubts.is_written(variable) or variable.type is None or variable in self.doubts.variables:
            return
        if not sure or value is None or not is_proper_subtype(value, variable.type):
            self.doubts.variables.add(variable)

    # --- visits -----------------------------------------------------------------------------------
    def assign(
        self, target: n.Expression, value: n.Expression | None, sure: bool, kind: t.Type | None
    ) -> None:
        """`target = value`; without a value, something of a kind that is sure or not."""
        if isinstance(target, n.StarExpr):
            self.assign(target.expr, None, sure, ANY)
        elif isinstance(target, (n.TupleExpr, n.ListExpr)):
            self._unpack(target.items, value, sure)
        elif isinstance(target, n.IndexExpr):
            self._set_item(target, value)
        elif isinstance(target, n.MemberExpr) and not self._is_known(target.expr):
            for attribute in self.attributes.get(target.name, []):
                self.into(attribute, kind, sure)
        else:
            variable = self.doubts.variable_of(target)
            if variable is not None:
                self.into(variable, variable.type if kind is None else kind, sure)
        if value is not None:
            self.meet(value, self._declared(target))

    def _is_known(self, owner: n.Expression) -> bool:
        """Whether it is known whose attribute an assignment sets."""
        named = isinstance(owner, n.RefExpr) and isinstance(owner.node, (n.TypeInfo, n.MypyFile))
        return named or (info_of(self.types.get(owner)) is not None and self.doubts.sure(owner))

    def _type(self, value: n.Expression) -> t.Type:
        return self.types.get(value, ANY)

    def _declared(self, target: n.Expression) -> t.Type | None:
        variable = self.doubts.variable_of(target)
        return variable.type if variable is not None else self.types.get(target)

    def _unpack(self, items: list[n.Expression], value: n.Expression | None, sure: bool) -> None:
        if isinstance(value, (n.TupleExpr, n.ListExpr)) and len(value.items) == len(items):
            for target, item in zip(items, value.items, strict=True):
                self.assign(target, item, self.doubts.sure(item), self._type(item))
            return
        for target in items:
            claim = self._declared(target)
            held = value is None or self.doubts.holds(value, claim)
            if isinstance(target, n.StarExpr):
                self.assign(target.expr, None, sure, None)
            else:
                self.assign(target, None, sure and held and not self.doubts.doubted(claim), None)

    def _set_item(self, target: n.IndexExpr, value: n.Expression | None) -> None:
        held = arguments_of(self.types.get(target.base))
        claimed = self.doubts.is_claimed(target.base)
        if value is not None and held:
            self.item(value, held[-1], claimed)
        if len(held) == 2 and isinstance(target.index, n.Expression):
            self.item(target.index, held[0], claimed)

    def assignment(self, node: n.AssignmentStmt) -> None:
        value = node.rvalue
        if isinstance(value, n.TempNode) and value.no_rhs:
            return
        for target in node.lvalues:
            self.assign(target, value, self.doubts.sure(value), self._type(value))

    def augmented(self, node: n.OperatorAssignmentStmt) -> None:
        left = self.types.get(node.lvalue)
        sure = self.doubts.sure(node.rvalue) and self._keeps_class(node.op, left, self.types.get(node.rvalue))
        kind = left if sure else ANY
        if isinstance(node.lvalue, n.IndexExpr):
            held = arguments_of(self.types.get(node.lvalue.base))
            if held and not sure:
                self.doubt(held[-1], self.doubts.is_claimed(node.lvalue.base))
        else:
            self.assign(node.lvalue, None, sure, kind)
        if arguments_of(left):
            self.item(node.rvalue, left, self.doubts.is_claimed(node.lvalue))

    def _keeps_class(self, op: str, left: t.Type | None, right: t.Type | None) -> bool:
        """Whether `left op= right` has the class of left."""
        info = info_of(left)
        if info is None or left is None or right is None or isinstance(proper(right), t.AnyType):
            return False
        if info.fullname in UNCHANGED:
            return op in UNCHANGED[info.fullname] and (
                info.fullname == FLOAT or is_proper_subtype(right, left)
            )
        if info.fullname.startswith("builtins."):
            return True
        method = op_methods.get(op, "")
        symbol = info.get(f"__i{method[2:]}") or info.get(method)
        signature = proper(symbol.type) if symbol is not None else None
        return isinstance(signature, t.CallableType) and is_proper_subtype(signature.ret_type, left)

    def walrus(self, node: n.AssignmentExpr) -> None:
        self.assign(node.target, node.value, self.doubts.sure(node.value), self._type(node.value))

    def loop(self, target: n.Expression, source: n.Expression) -> None:
        claim = self._declared(target)
        sure = self.doubts.sure(source)
        if isinstance(target, (n.TupleExpr, n.ListExpr)):
            self._unpack(target.items, source, sure)
        else:
            self.assign(target, None, sure and self.doubts.holds(source, claim), None)

    def for_loop(self, node: n.ForStmt) -> None:
        self.loop(node.index, node.expr)

    def comprehension(self, node: n.GeneratorExpr | n.DictionaryComprehension) -> None:
        for target, source in zip(node.indices, node.sequences, strict=True):
            self.loop(target, source)

    def listed(self, node: n.Expression) -> None:
        """A comprehension's or generator's results become items."""
        inner = node.generator if isinstance(node, (n.ListComprehension, n.SetComprehension)) else node
        held = arguments_of(self.types.get(node))
        if isinstance(inner, n.GeneratorExpr) and held:
            self.item(inner.left_expr, held[0], False)
        elif isinstance(inner, n.DictionaryComprehension):
            self.comprehension(inner)
            for result, claim in zip((inner.key, inner.value), held, strict=False):
                if result is not None:
                    self.item(result, claim, False)

    def generator(self, node: n.GeneratorExpr) -> None:
        self.comprehension(node)
        self.listed(node)

    def with_statement(self, node: n.WithStmt) -> None:
        for source, target in zip(node.expr, node.target, strict=True):
            if target is not None:
                sure = self.doubts.sure(source)
                self.assign(target, None, sure and self.doubts.holds(source, self._declared(target)), None)

    def match_statement(self, node: n.MatchStmt) -> None:
        if self.doubts.sure(node.subject):
            return
        for pattern in node.patterns:
            for part in (pattern, *descendants(pattern)):
                for name in _captures(part):
                    self.assign(name, None, False, None)

    def display(self, node: n.ListExpr | n.SetExpr | n.TupleExpr) -> None:
        kind = proper(self.types.get(node))
        held = arguments_of(kind)
        for index, item in enumerate(node.items):
            if held and not isinstance(item, n.StarExpr):
                place = index if isinstance(kind, t.TupleType) and index < len(held) else 0
                self.item(item, held[place], False)

    def dictionary(self, node: n.DictExpr) -> None:
        held = arguments_of(self.types.get(node))
        for key, value in node.items:
            if len(held) == 2 and key is not None:
                self.item(key, held[0], False)
                self.item(value, held[1], False)

    def call(self, node: n.CallExpr) -> None:
        signature = proper(self.types.get(node.callee))
        formals = _formals(node, signature)
        owner = node.callee.expr if isinstance(node.callee, n.MemberExpr) else None
        generic = owner is not None and bool(arguments_of(self.types.get(owner)))
        for argument, formal in zip(node.args, formals, strict=True):
            if not generic and isinstance(proper(formal), t.AnyType) and self._of_library(signature):
                continue
            if generic and owner is not None:
                self.item(argument, formal, self.doubts.is_claimed(owner))
            else:
                self.meet(argument, formal)
        if not all(self.doubts.sure(a) for a in node.args) and arguments_of(self.types.get(node)):
            definition = signature.definition if isinstance(signature, t.CallableType) else None
            if not (isinstance(definition, n.FuncDef) and _annotated(definition)):
                for held in arguments_of(self.types.get(node)):
                    self.doubt(held, False)

    def _of_library(self, signature: t.ProperType | None) -> bool:
        """Whether a function is one of the standard library, which changes no argument's items."""
        definition = signature.definition if isinstance(signature, t.CallableType) else None
        return definition is not None and definition.fullname.rpartition(".")[0] not in self.modules

    def lambda_result(self, node: n.LambdaExpr) -> None:
        signature = proper(self.types.get(node))
        if isinstance(signature, t.CallableType) and not self.doubts.sure(node.expr()):
            self.doubt(signature.ret_type, False)
        for argument in node.arguments:
            variable = argument.variable
            if self.doubts.doubted(variable.type):
                self.doubts.variables.add(variable)

    def class_body(self, node: n.ClassDef) -> None:
        """A class's variable stands for the one of the same name in its bases."""
        for name, symbol in node.info.names.items():
            for base in node.info.mro[1:]:
                above = base.names.get(name)
                if above is None or not isinstance(above.node, n.Var):
                    continue
                mine = symbol.node
                kind = mine.type if isinstance(mine, n.Var) else ANY
                self.into(above.node, kind, not isinstance(mine, n.Var) or mine not in self.doubts.variables)


def _captures(pattern: n.Node) -> list[n.NameExpr]:
    found = (
        getattr(pattern, field, None)
        for field in ("name", "capture", "rest")
        if isinstance(pattern, (p.AsPattern, p.StarredPattern, p.MappingPattern))
    )
    return [name for name in found if isinstance(name, n.NameExpr)]


def _annotated(function: n.FuncDef) -> bool:
    return function.unanalyzed_type is not None or is_inferred(function)


def _result(function: n.FuncDef) -> t.Type:
    """What a function says it returns; of generators and coroutines nothing is asked."""
    kind = proper(function.type)
    if isinstance(kind, t.CallableType) and _annotated(function) and not function.is_generator:
        return kind.ret_type
    return ANY


def _formals(node: n.CallExpr, signature: t.ProperType | None) -> list[t.Type | None]:
    """The parameter that each argument is for; `Any` where the function is not known."""
    if not isinstance(signature, t.CallableType):
        return [ANY if not isinstance(signature, t.Overloaded) else None for _ in node.args]
    result: list[t.Type | None] = []
    for index, (kind, name) in enumerate(zip(node.arg_kinds, node.arg_names, strict=True)):
        if name is not None and name in signature.arg_names:
            result.append(signature.arg_types[signature.arg_names.index(name)])
        elif kind == n.ARG_POS and index < len(signature.arg_types):
            result.append(signature.arg_types[index])
        else:
            result.append(signature.arg_types[-1] if signature.arg_types else ANY)
    return result


VISITS: dict[type, Callable[..., None]] = {
    n.AssignmentStmt: _Flows.assignment,
    n.OperatorAssignmentStmt: _Flows.augmented,
    n.AssignmentExpr: _Flows.walrus,
    n.ForStmt: _Flows.for_loop,
    n.GeneratorExpr: _Flows.generator,
    n.ListComprehension: _Flows.listed,
    n.SetComprehension: _Flows.listed,
    n.DictionaryComprehension: _Flows.listed,
    n.WithStmt: _Flows.with_statement,
    n.MatchStmt: _Flows.match_statement,
    n.ListExpr: _Flows.display,
    n.SetExpr: _Flows.display,
    n.TupleExpr: _Flows.display,
    n.DictExpr: _Flows.dictionary,
    n.CallExpr: _Flows.call,
    n.LambdaExpr: _Flows.lambda_result,
    n.ClassDef: _Flows.class_body,
}
