"""Doubt what containers claim where a value gets another type: one that holds `Any`, or does not.

`xs: list[int]` given to untyped code, a `list[Any]` known as `list[int]` from here on, a value in doubt
put into a container: what comes out of containers of such types need not be what they claim.
"""

from mypy import nodes as n, types as t
from mypy.subtypes import is_proper_subtype

from sesha.compiler.frontend.doubts import Doubts, arguments_of, classes_in, proper

FLOAT = "builtins.float"
ANY = t.AnyType(t.TypeOfAny.special_form)
DEEPEST = 8
"""How deep two types are compared: they may be recursive."""


class Meetings:
    """`floats`: containers claim floats in vain, also where somebody wrote that claim."""

    def __init__(self, doubts: Doubts) -> None:
        self.doubts = doubts
        self.types = doubts.types
        self.floats = False

    def doubt(self, mypy_type: t.Type | None, claimed: bool) -> None:
        """Containers of a type may hold something else; `claimed`: somebody says they do not."""
        found = classes_in(mypy_type)
        self.floats |= any(info.fullname == FLOAT for info in found)
        if not claimed:
            self.doubts.classes |= found

    def meet(self, value: n.Expression, formal: t.Type | None) -> None:
        """A value is known under another type from here on: what holds `Any` on one side only?"""
        actual = self.types.get(value)
        if formal is None:
            return
        if actual is not None:
            self._meet(actual, formal, self.doubts.is_claimed(value))
        if not self.doubts.sure(value):
            for argument in arguments_of(formal):
                self.doubt(argument, True)

    def _meet(self, actual: t.Type | None, formal: t.Type | None, claimed: bool, depth: int = 0) -> None:
        left, right = proper(actual), proper(formal)
        if isinstance(right, t.AnyType):
            if isinstance(left, t.Instance) and left.args:
                self.doubt(t.TupleType(list(left.args), left), claimed)
            return
        inside = arguments_of(right)
        if isinstance(left, t.AnyType):
            for argument in inside:
                self.doubt(argument, True)
            return
        if depth == DEEPEST:
            return
        for mine, theirs in zip(arguments_of(left), inside, strict=False):
            if isinstance(proper(mine), t.AnyType):
                self.doubt(theirs, True)
            elif isinstance(proper(theirs), t.AnyType):
                self.doubt(mine, claimed)
            else:
                self._meet(mine, theirs, claimed, depth + 1)

    def item(self, value: n.Expression, claim: t.Type | None, claimed: bool) -> None:
        """A value becomes an item of a container that claims a class of it."""
        actual = self.types.get(value)
        if actual is None or isinstance(proper(actual), t.AnyType) or not self.doubts.sure(value):
            self.doubt(claim, claimed)
        elif claim is not None and value in self.doubts.distrusted and not is_proper_subtype(actual, claim):
            self.doubt(claim, claimed)
        self.meet(value, claim)
