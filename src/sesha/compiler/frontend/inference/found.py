"""Collect what arrives in each slot: a parameter, a result, a variable that begins empty."""

from dataclasses import dataclass, field

from mypy import nodes as n

from sesha.compiler.frontend.doubts import Types
from sesha.compiler.frontend.inference.kinds import Infos, Kind, join, kind_of
from sesha.compiler.frontend.inference.signatures import Slot

LIST = "builtins.list"
SET = "builtins.set"
DICT = "builtins.dict"


@dataclass(frozen=True)
class Finding:
    """What arrives in a slot: the kind of all that is known, and whether all of it is."""

    kind: Kind | None
    complete: bool


UNKNOWN = Finding(None, False)


@dataclass
class Found:
    types: Types
    guesses: Types
    """What mypy inferred before what is in doubt was taken back: good enough to try."""
    infos: Infos = field(default_factory=dict)
    given: dict[Slot, set[Kind | None]] = field(default_factory=dict)
    """None among the kinds stands for what is not known."""

    def add(self, slot: Slot, kind: Kind | None) -> None:
        self.given.setdefault(slot, set()).add(kind)

    def give(self, slot: Slot, value: n.Expression | None) -> None:
        """The value of an expression arrives in a slot, or one that is not known."""
        if isinstance(value, n.ConditionalExpr):
            self.give(slot, value.if_expr)
            self.give(slot, value.else_expr)
            return
        kind = None if value is None else self.kind(value)
        self.add(slot, kind)
        guess = None if value is None or kind is not None else kind_of(self.guesses.get(value), self.infos)
        if guess is not None:
            self.add(slot, guess)

    def kind(self, node: n.Expression) -> Kind | None:
        """What an expression is; of displays also where mypy saw no reason to look at the items."""
        known = kind_of(self.types.get(node), self.infos)
        if known is not None:
            return known
        match node:
            case n.ListExpr() | n.SetExpr() if node.items:
                item = self._same([*node.items])
                return item and Kind(LIST if isinstance(node, n.ListExpr) else SET, (item,))
            case n.DictExpr() if node.items and all(key is not None for key, _ in node.items):
                key = self._same([key for key, _ in node.items if key is not None])
                value = self._same([value for _, value in node.items])
                return Kind(DICT, (key, value)) if key and value else None
            case n.OpExpr(op="*", left=n.ListExpr()):
                return self.kind(node.left)
            case n.ListComprehension():
                item = self.kind(node.generator.left_expr)
                return item and Kind(LIST, (item,))
        return None

    def _same(self, nodes: list[n.Expression]) -> Kind | None:
        kinds = {self.kind(node) for node in nodes}
        return None if None in kinds else join({kind for kind in kinds if kind is not None}, self.infos)

    def joined(self, kinds: set[Kind | None]) -> Finding:
        known = {kind for kind in kinds if kind is not None}
        joined = join(known, self.infos) if known else None
        return Finding(joined, None not in kinds and (joined is not None or not known))
