"""Lower `text += more` on a local variable so that building a text takes linear time.

What `str_build.append` made for the variable has room to spare behind it, and nobody else has seen it
as long as the variable was not read: then it grows in place. Beside the variable lies a raw
local with the bytes of room; reading and binding the variable set it to zero.
"""

from mypy import nodes as n

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.builder import integer
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import I64, Type
from sesha.compiler.types.representation import Repr

STR = Type(Repr.WORD, "builtins.str")
ROOM_LEFT = "sesha.guest.builtins.str_build.room_left"


def growing_names(body: n.Node) -> set[str]:
    """Names that `name += ...` or `name = name + ...` assign."""
    return {part[0] for part in map(growth, descendants(body)) if part is not None}


def growth(node: n.Node) -> tuple[str, list[n.Expression]] | None:
    """The name and what is added to it in order, if the statement is such an assignment."""
    if isinstance(node, n.OperatorAssignmentStmt) and node.op == "+" and isinstance(node.lvalue, n.NameExpr):
        return node.lvalue.name, [node.rvalue]
    if isinstance(node, n.AssignmentStmt) and len(node.lvalues) == 1:
        first, more = _summands(node.rvalue)
        target = node.lvalues[0]
        if isinstance(target, n.NameExpr) and isinstance(first, n.NameExpr) and first.name == target.name:
            return (target.name, more) if more else None
    return None


def _summands(node: n.Expression) -> tuple[n.Expression, list[n.Expression]]:
    """The first of `a + b + c`, and the others."""
    more: list[n.Expression] = []
    while isinstance(node, n.OpExpr) and node.op == "+":
        more.insert(0, node.right)
        node = node.left
    return node, more


def make_room(fl: FunctionLowering, variable: Variable) -> None:
    """Give a text variable of the program the raw local beside it."""
    if variable.type == STR and not variable.cell and not fl.guest:
        variable.room = fl.builder.local(f"{variable.local}.room", Repr.I64)
        fl.builder.set(variable.room, integer(0))


def spend_room(fl: FunctionLowering, variable: Variable) -> None:
    """The variable's value is known elsewhere from now on, or is another one."""
    if variable.room is not None:
        fl.builder.set(variable.room, integer(0))


def grown(fl: FunctionLowering, node: n.Statement) -> bool:
    """Lower the statement if it lengthens a text variable that has room; False if it is another."""
    found = growth(node)
    variable = fl.variables.get(found[0]) if found is not None else None
    if found is None or variable is None or variable.room is None:
        return False
    name, parts = found
    if any(fl.type_of(part) != STR for part in parts):
        return False
    builder = fl.builder
    builder.emit("check_bound", name=variable.local, variable=name)
    text = Val(builder.get(variable.local), variable.type)
    for more in [fl.operand(part) for part in parts]:
        room = Val(builder.get(variable.room), I64)
        text = fl.runtime("str_build.append", text, more, room)
        builder.set(variable.local, text.operand)
        builder.set(variable.room, builder.emit("load_global", result=Repr.I64, name=ROOM_LEFT))
    return True
