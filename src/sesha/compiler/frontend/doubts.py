"""Which of the types that mypy inferred may be relied upon.

A type that somebody wrote is a claim its author answers for: a value that contradicts it is a TypeError.
A type that mypy inferred says only what typed code stores; a value out of untyped code may be
something else, and the program must then behave as under CPython. `Doubts` holds the variables that such
values reach and the classes that generic containers claim in vain; `sure` says what is left.
"""

from dataclasses import dataclass, field

from mypy import nodes as n, types as t

from sesha.compiler.frontend.inference.signatures import is_inferred

Types = dict[n.Expression, t.Type]
CERTAIN = (
    n.IntExpr,
    n.StrExpr,
    n.BytesExpr,
    n.FloatExpr,
    n.ListExpr,
    n.TupleExpr,
    n.SetExpr,
    n.DictExpr,
    n.ListComprehension,
    n.SetComprehension,
    n.DictionaryComprehension,
    n.GeneratorExpr,
    n.LambdaExpr,
    n.SliceExpr,
    n.CastExpr,
    n.AssertTypeExpr,
    n.TypeApplication,
)
"""Expressions whose own class is certain, whatever their parts are."""

PARTS: dict[type, tuple[str, ...]] = {
    n.UnaryExpr: ("expr",),
    n.OpExpr: ("left", "right"),
    n.ConditionalExpr: ("if_expr", "else_expr"),
    n.AssignmentExpr: ("value",),
    n.StarExpr: ("expr",),
    n.RevealExpr: ("expr",),
}
"""Expressions that are what their parts are."""


VARIABLES = (t.TypeVarType, t.ParamSpecType, t.TypeVarTupleType, t.CallableType)


def proper(mypy_type: t.Type | None) -> t.ProperType | None:
    return None if mypy_type is None else t.get_proper_type(mypy_type)


def arguments_of(mypy_type: t.Type | None) -> list[t.Type]:
    """The types inside a type: of a container's items, a union's members."""
    found = proper(mypy_type)
    if isinstance(found, t.Instance):
        return list(found.args)
    return list(found.items) if isinstance(found, (t.TupleType, t.UnionType)) else []


def parts_of(mypy_type: t.Type | None) -> list[t.ProperType]:
    """A type and everything inside it, each once: types may be recursive."""
    found: dict[t.ProperType, None] = {}
    pending = [mypy_type]
    while pending:
        part = proper(pending.pop())
        if part is not None and part not in found:
            found[part] = None
            pending += arguments_of(part)
    return list(found)


def classes_in(mypy_type: t.Type | None) -> set[n.TypeInfo]:
    """Every class that a type mentions."""
    return {part.type for part in parts_of(mypy_type) if isinstance(part, t.Instance)}


def info_of(mypy_type: t.Type | None) -> n.TypeInfo | None:
    """The class of values of a type."""
    found = proper(mypy_type)
    if isinstance(found, t.TupleType):
        found = found.partial_fallback
    if isinstance(found, t.TypeType):
        found = found.item
    return found.type if isinstance(found, t.Instance) else None


@dataclass
class Doubts:
    types: Types
    distrusted: set[n.Expression] = field(default_factory=set)
    """Expressions of functions in which mypy found errors: what it says of them may be wrong."""
    written: set[n.Var] = field(default_factory=set)
    """Variables whose type was declared."""
    guessed: set[n.Var] = field(default_factory=set)
    """Parameters of lambdas: their types come from where the lambda stands."""
    variables: set[n.Var] = field(default_factory=set)
    classes: set[n.TypeInfo] = field(default_factory=set)
    """What containers of inferred type claim to hold, and may not hold."""
    _known: dict[n.Expression, bool] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.variables) + len(self.classes)

    def forget(self) -> None:
        """New doubts came up: what was sure may not be."""
        self._known.clear()

    def is_written(self, variable: n.Var) -> bool:
        return variable in self.written or not (variable.is_inferred or variable in self.guessed)

    def doubted(self, claim: t.Type | None) -> bool:
        """Whether a container's claim of a class cannot be relied upon; that it holds only None never can."""
        if isinstance(proper(claim), t.NoneType):
            return True
        info = info_of(claim)
        return info is not None and any(info in doubted.mro for doubted in self.classes)

    def sure(self, node: n.Expression) -> bool:
        """Whether the expression is what mypy inferred."""
        if node not in self._known:
            self._known[node] = True
            self._known[node] = self._sure(node)
        return self._known[node]

    def _sure(self, node: n.Expression) -> bool:
        if isinstance(node, CERTAIN):
            return True
        if node in self.distrusted:
            return False
        parts = PARTS.get(type(node))
        if parts is not None:
            return all(self.sure(getattr(node, part)) for part in parts)
        if isinstance(node, n.ComparisonExpr):
            return all(self.sure(o) for o in node.operands)
        claim = self.types.get(node)
        if claim is None or isinstance(proper(claim), t.AnyType):
            return isinstance(node, n.RefExpr) and isinstance(node.node, (n.TypeInfo, n.MypyFile, n.FuncDef))
        if isinstance(node, n.NameExpr):
            return not isinstance(node.node, n.Var) or node.node not in self.variables
        if isinstance(node, n.MemberExpr):
            return self._member(node)
        if isinstance(node, n.IndexExpr):
            return self.sure(node.base) and self.holds(node.base, claim)
        if isinstance(node, n.CallExpr):
            return self._call(node, claim)
        if isinstance(node, (n.AwaitExpr, n.YieldExpr, n.YieldFromExpr)):
            return not self.doubted(claim)
        return True

    def _member(self, node: n.MemberExpr) -> bool:
        variable = self.variable_of(node)
        if variable is not None and variable in self.variables:
            return False
        if isinstance(node.expr, n.RefExpr) and isinstance(node.expr.node, n.MypyFile):
            return True
        return self.sure(node.expr)

    def _call(self, node: n.CallExpr, claim: t.Type) -> bool:
        callee = node.callee
        if isinstance(callee, n.RefExpr) and isinstance(callee.node, n.TypeInfo):
            return True
        if isinstance(callee, n.MemberExpr) and not self.sure(callee):
            return False
        signature = proper(self.types.get(callee))
        definition = signature.definition if isinstance(signature, t.CallableType) else None
        declared = proper(definition.type) if isinstance(definition, (n.FuncDef, n.Decorator)) else None
        if isinstance(declared, t.CallableType) and not _has_variables(declared.ret_type):
            return True
        if not all(self.sure(argument) for argument in node.args):
            return False  # the result's type came from theirs
        return self.is_claimed(node) or not self.doubted(claim)

    def variable_of(self, node: n.Expression) -> n.Var | None:
        """The variable or attribute that an expression names."""
        if not isinstance(node, n.RefExpr):
            return None
        if isinstance(node.node, n.Var):
            return node.node
        if isinstance(node, n.MemberExpr):
            owner = info_of(self.types.get(node.expr))
            if isinstance(node.expr, n.RefExpr) and isinstance(node.expr.node, n.TypeInfo):
                owner = node.expr.node
            symbol = owner.get(node.name) if owner is not None else None
            if symbol is not None and isinstance(symbol.node, n.Var):
                return symbol.node
        return None

    def is_claimed(self, node: n.Expression) -> bool:
        """Whether somebody wrote the type of a container, and answers for what it holds."""
        variable = self.variable_of(node)
        if variable is not None:
            return self.is_written(variable)
        if isinstance(node, n.IndexExpr):
            return self.is_claimed(node.base)
        if isinstance(node, n.CallExpr):
            callee = node.callee
            if self._is_guessed(callee):
                return False
            if isinstance(callee, n.MemberExpr) and info_of(self.types.get(callee.expr)) is not None:
                return self.is_claimed(callee.expr)
            if isinstance(callee, n.RefExpr) and isinstance(callee.node, n.FuncDef):
                signature = proper(callee.node.type)
                if isinstance(signature, t.CallableType) and not _has_variables(signature.ret_type):
                    return True
            return bool(node.args) and all(self.is_claimed(a) for a in node.args)
        return isinstance(node, n.CastExpr)

    def _is_guessed(self, callee: n.Expression) -> bool:
        """Whether nobody wrote the signature of what is called."""
        signature = proper(self.types.get(callee))
        definition = signature.definition if isinstance(signature, t.CallableType) else None
        return isinstance(definition, n.FuncDef) and is_inferred(definition)

    def holds(self, container: n.Expression, claim: t.Type | None) -> bool:
        """Whether what comes out of a container is what it claims."""
        owner = proper(self.types.get(container))
        if isinstance(owner, t.Instance) and not owner.args:
            return True
        return self.is_claimed(container) or not self.doubted(claim)


def _has_variables(mypy_type: t.Type) -> bool:
    return any(isinstance(part, VARIABLES) for part in parts_of(mypy_type))
