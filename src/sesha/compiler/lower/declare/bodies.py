"""Hold a module while it is compiled: its declaration, and the bodies that may be lowered. Data only."""

from dataclasses import dataclass, field

from mypy import nodes as n, types as t

from sesha.compiler.frontend.scopes import Scope, ScopeNode
from sesha.compiler.lower.declare.mypy_types import convert
from sesha.compiler.types.classes import WORD, FunctionDecl, GlobalDecl, ModuleDecl, Type


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
    scopes: dict[ScopeNode, Scope]
    types: dict[n.Expression, t.Type]
    guest: bool
    bodies: dict[str, Body] = field(default_factory=dict)
    class_nodes: dict[str, n.ClassDef] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    unfolded: list[tuple[GlobalDecl, n.Expression]] = field(default_factory=list)
    """Constants by their names whose values may follow from other modules' (settle/constants.py)."""

    def claim(self, node: object) -> Type:
        """What is claimed of a variable."""
        return convert(node.type) if isinstance(node, n.Var) else WORD
