"""Give unannotated functions the types that their uses show, before mypy checks them.

The world is closed: when every call of a function is known and they all give a parameter values of one
kind, that is its type; what all its `return` statements give is its result's. mypy then knows the
variables and attributes that follow from them, and code without annotations compiles as typed
code does. `calls.py` finds the calls, `stores.py` what is stored, `rounds.py` repeats:

    check -> propose from uses -> check again under these signatures -> every use must bear them out

Repeats until nothing is proposed and nothing refuted: what remains holds for every call, because it
holds for each one if it held for those before. Such types were written by nobody: `doubts.py` may still take
them back, and errors of mypy that come from them never stop a build.
"""

from dataclasses import dataclass, field

from mypy import nodes as n, types as t

from sesha.compiler.frontend.inference.kinds import Kind, written
from sesha.compiler.frontend.walk import descendants

Place = tuple[str, int, int]
"""A function, or the first assignment to a variable: module, line and column."""
Slot = tuple[Place, str]
"""A parameter of a function by its name, or its result; a variable."""
RESULT = "return"
INIT = "__init__"


@dataclass
class Signatures:
    """What is assumed of which parameters and results."""

    known: dict[Slot, Kind] = field(default_factory=dict)

    def apply(self, module: n.MypyFile) -> None:
        """Annotate the functions of a module that was just parsed."""
        places = {place for place, _ in self.known if place[0] == module.fullname}
        if not places:
            return
        for node in descendants(module):
            if isinstance(node, (n.FuncDef, n.AssignmentStmt)) and node.type is None:
                if place_of(node, module) in places:
                    self._annotate(node, module)

    def _annotate(self, node: n.FuncDef | n.AssignmentStmt, module: n.MypyFile) -> None:
        if isinstance(node, n.FuncDef):
            self._annotate_function(node, place_of(node, module))
        else:
            target = node.lvalues[0]
            assert isinstance(target, (n.MemberExpr, n.NameExpr))
            node.type = self._type(place_of(node, module), target.name)

    def _annotate_function(self, function: n.FuncDef, place: Place) -> None:
        parameters = [self._type(place, a.variable.name) for a in function.arguments]
        result = t.NoneType() if function.name == INIT else self._type(place, RESULT)
        signature = t.CallableType(
            parameters,
            function.arg_kinds,
            [a.variable.name for a in function.arguments],
            result,
            t.Instance(n.MISSING_FALLBACK, [], -1),  # as mypy's own parser leaves it
            line=function.line,
        )
        signature.definition = function
        function.type = signature

    def _type(self, place: Place, name: str) -> t.Type:
        kind = self.known.get((place, name))
        return t.AnyType(t.TypeOfAny.unannotated) if kind is None else written(kind, place[1])


def place_of(node: n.FuncDef | n.AssignmentStmt, module: n.MypyFile) -> Place:
    return (module.fullname, node.line, node.column)


def is_inferred(node: n.FuncDef | n.AssignmentStmt) -> bool:
    """Whether a function's signature, or the type of an assignment, is one of ours."""
    return node.unanalyzed_type is None and node.type is not None
