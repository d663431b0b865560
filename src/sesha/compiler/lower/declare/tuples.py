"""Find the fields and defaults of `namedtuple(...)` and `NamedTuple(...)` calls in mypy's trees."""

from mypy import nodes as n

DEFAULT = "<default>"
"""Before the name of a field: the class variable that holds its default."""


def call_of(node: n.AssignmentStmt) -> n.CallExpr | None:
    """The call `namedtuple(...)` or `NamedTuple(...)` that an assignment makes a class of."""
    value = node.rvalue
    return value if isinstance(value, n.CallExpr) and isinstance(value.analyzed, n.NamedTupleExpr) else None


def defaulted_fields(call: n.CallExpr, fields: list[str]) -> dict[str, n.Expression]:
    """The fields that `defaults=` of such a call gives values to: the last ones."""
    given = dict(zip(call.arg_names, call.args, strict=True)).get("defaults")
    items = given.items if isinstance(given, (n.TupleExpr, n.ListExpr)) else []
    return dict(zip(fields[len(fields) - len(items) :], items, strict=True))
