"""Follow what is stored: attributes and variables of modules that begin with None or an empty container.

`self.next = None`, `self.items = []`, `self.table = [None] * size`: what they hold shows where they are
assigned and filled. An attribute is found by its name, on receivers whose class is not known too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mypy import nodes as n, patterns as p, types as t

from sesha.compiler.frontend.doubts import info_of
from sesha.compiler.frontend.flows import UNCHANGED
from sesha.compiler.frontend.inference.found import DICT, LIST, SET, UNKNOWN, Finding, Found
from sesha.compiler.frontend.inference.kinds import NOTHING, UNION, Kind
from sesha.compiler.frontend.inference.signatures import Slot, place_of

ITEMS = "[]"
KEYS = "{}"
"""Added to the name of a store: what its items and its keys are."""
FILLING = {"append": 0, "add": 0, "insert": 1, "setdefault": 1}
"""Methods that put an item into a container, and which argument it is."""
POURING = frozenset({"extend", "update"})
"""Methods that put in all items of another."""

KEEPING = {**UNCHANGED, "builtins.str": frozenset({"+"}), LIST: frozenset({"+"})}
"""Operators that give two values of a class one of the same class."""


@dataclass(frozen=True)
class Store:
    """A variable, its first assignment, and what it begins with. `owner` is the class of an attribute."""

    first: n.AssignmentStmt
    begins: Kind
    module: n.MypyFile
    owner: n.TypeInfo | None

    @property
    def name(self) -> str:
        target = self.first.lvalues[0]
        assert isinstance(target, (n.MemberExpr, n.NameExpr))
        return target.name

    def slot(self, part: str = "") -> Slot:
        return place_of(self.first, self.module), self.name + part

    def is_doubted(self) -> bool:
        """Whether its type was taken back."""
        target = self.first.lvalues[0]
        node = target.node if isinstance(target, n.NameExpr) else None
        if self.owner is not None and (symbol := self.owner.names.get(self.name)) is not None:
            node = symbol.node
        kind = node.type if isinstance(node, n.Var) else None
        return isinstance(t.get_proper_type(kind), t.AnyType) if kind is not None else True


@dataclass
class Stores(Found):
    attributes: dict[str, list[Store]] = field(default_factory=dict)
    variables: dict[n.Node, Store] = field(default_factory=dict)
    parameters: dict[n.Node, Slot] = field(default_factory=dict)
    """A function may give its parameters other values."""

    def all_stores(self) -> list[Store]:
        return [*self.variables.values(), *(store for found in self.attributes.values() for store in found)]

    # --- what there is -----------------------------------------------------------------------------
    def declare_local_stores(self, function: n.FuncDef, module: n.MypyFile) -> None:
        """Lists of None that a function fills; of other variables of its own mypy sees what they get."""
        for node in function.body.body:
            if isinstance(node, n.AssignmentStmt) and (begins := beginning(node.rvalue)) and begins.items:
                self.declare_store(node, module, None)

    def declare_store(self, node: n.Node, module: n.MypyFile, owner: n.TypeInfo | None) -> None:
        """A statement of `__init__`, a module or a function."""
        if not isinstance(node, n.AssignmentStmt) or node.unanalyzed_type is not None:
            return
        target, begins = node.lvalues[0], beginning(node.rvalue)
        if begins is None or len(node.lvalues) > 1:
            return
        store = Store(node, begins, module, owner)
        if owner is None and isinstance(target, n.NameExpr) and isinstance(target.node, n.Var):
            self.variables.setdefault(target.node, store)
        elif owner is not None and isinstance(target, n.MemberExpr) and isinstance(target.expr, n.NameExpr):
            if not any(target.name in base.names for base in owner.mro[1:]):
                self.attributes.setdefault(target.name, []).append(store)

    def stores_of(self, target: n.Expression) -> list[Store]:
        """What an expression may name."""
        if isinstance(target, n.RefExpr) and target.node in self.variables:
            return [self.variables[target.node]]
        if not isinstance(target, n.MemberExpr):
            return []
        info = info_of(self.types.get(target.expr))
        found = self.attributes.get(target.name, [])
        if info is None or info.is_protocol:
            return found
        return [s for s in found if s.owner is None or related(s.owner, info)]

    # --- what arrives ------------------------------------------------------------------------------
    def assign(self, target: n.Expression, value: n.Expression | None) -> None:
        """`target = value`, or something that is not known."""
        if isinstance(target, (n.TupleExpr, n.ListExpr)):
            parts = value.items if isinstance(value, (n.TupleExpr, n.ListExpr)) else []
            same = len(parts) == len(target.items)
            for index, item in enumerate(target.items):
                self.assign(item, parts[index] if same else None)
        elif isinstance(target, n.StarExpr):
            self.assign(target.expr, None)
        elif isinstance(target, n.IndexExpr):
            self._set_item(target, value)
        else:
            if isinstance(target, n.NameExpr) and target.node in self.parameters:
                self.give(self.parameters[target.node], value)
            for store in self.stores_of(target):
                if store.first.rvalue is not value:
                    self.give(store.slot(), value)

    def _set_item(self, target: n.IndexExpr, value: n.Expression | None) -> None:
        for store in self.stores_of(target.base):
            if isinstance(target.index, n.SliceExpr):
                self._pour(store, value)
            else:
                self.give(store.slot(ITEMS), value)
                self.give(store.slot(KEYS), target.index)

    def _pour(self, store: Store, value: n.Expression | None) -> None:
        kind = None if value is None else self.kind(value)
        for part, item in zip(_parts(store), kind.items if kind is not None else (None, None), strict=False):
            self.add(store.slot(part), item)

    def fill(self, node: n.CallExpr) -> None:
        """A method that puts something into a container."""
        callee = node.callee
        if not isinstance(callee, n.MemberExpr) or callee.name not in FILLING.keys() | POURING:
            return
        for store in self.stores_of(callee.expr):
            if callee.name in POURING:
                self._pour(store, node.args[0] if len(node.args) == 1 else None)
                continue
            index = FILLING[callee.name]
            self.give(store.slot(ITEMS), node.args[index] if index < len(node.args) else None)
            if callee.name == "setdefault":
                self.give(store.slot(KEYS), node.args[0])

    def bind(self, node: n.Node) -> None:
        """Statements and expressions that give names values: how much of them is looked at."""
        match node:
            case n.AssignmentStmt():
                for target in node.lvalues:
                    self.assign(target, node.rvalue)
            case n.AssignmentExpr():
                self.assign(node.target, node.value)
            case n.OperatorAssignmentStmt():
                self._augment(node)
            case n.ForStmt():
                self.assign(node.index, None)
            case n.WithStmt() | n.TryStmt():
                for name in node.target if isinstance(node, n.WithStmt) else node.vars:
                    if name is not None:
                        self.assign(name, None)
            case n.DelStmt() if not isinstance(node.expr, n.IndexExpr):
                self.assign(node.expr, None)
            case p.AsPattern(name=n.NameExpr() as name) | p.StarredPattern(capture=n.NameExpr() as name):
                self.assign(name, None)
            case p.MappingPattern(rest=n.NameExpr() as name):
                self.assign(name, None)

    def _augment(self, node: n.OperatorAssignmentStmt) -> None:
        """`x += y`: what x was if both are alike, and the operation keeps it."""
        kind = self.kind(node.lvalue)
        kept = kind is not None and kind == self.kind(node.rvalue) and node.op in KEEPING.get(kind.name, ())
        if isinstance(node.lvalue, n.NameExpr) and node.lvalue.node in self.parameters:
            self.add(self.parameters[node.lvalue.node], kind if kept else None)
        for store in self.stores_of(node.lvalue):
            if store.begins.name == LIST:
                self._pour(store, node.rvalue)
            else:
                self.add(store.slot(), kind if kept else None)

    def assign_by_name(self, names: Iterable[str]) -> None:
        """Texts that may be names of attributes, for `setattr`."""
        for name in names:
            for store in self.attributes.get(name, ()):
                self.give(store.slot(), None)

    # --- answers -----------------------------------------------------------------------------------
    def store_finding(self, store: Store) -> Finding:
        """What a store holds; of use only where mypy cannot see it in the first assignment."""
        whole = self.given.get(store.slot(), set())
        if store.begins == NOTHING:
            found = self.joined({NOTHING, *whole})
            return found if found.kind is not None and found.kind.name == UNION else UNKNOWN
        parts = [self._part(store, index, part, whole) for index, part in enumerate(_parts(store))]
        kinds = [part.kind for part in parts if part.kind is not None]
        if len(kinds) < len(parts):
            return UNKNOWN
        return Finding(Kind(store.begins.name, tuple(kinds)), all(part.complete for part in parts))

    def _part(self, store: Store, index: int, part: str, whole: set[Kind | None]) -> Finding:
        kinds = {*self.given.get(store.slot(part), set()), *store.begins.items}
        for kind in whole:
            same = kind is not None and kind.name == store.begins.name and index < len(kind.items)
            kinds.add(kind.items[index] if kind is not None and same else None)
        return self.joined(kinds)


def _parts(store: Store) -> tuple[str, ...]:
    return (KEYS, ITEMS) if store.begins.name == DICT else (ITEMS,)


def beginning(value: n.Expression) -> Kind | None:
    """What an expression is that says nothing of what will be stored later."""
    match value:
        case n.NameExpr(name="None"):
            return NOTHING
        case n.ListExpr(items=[]):
            return Kind(LIST)
        case n.DictExpr(items=[]):
            return Kind(DICT)
        case n.CallExpr(callee=n.NameExpr(name="set"), args=[]):
            return Kind(SET)
        case n.OpExpr(op="*", left=n.ListExpr(items=[n.NameExpr(name="None")])):
            return Kind(LIST, (NOTHING,))
    return None


def related(one: n.TypeInfo, other: n.TypeInfo) -> bool:
    """Whether instances of one class may be instances of the other."""
    return one in other.mro or other in one.mro
