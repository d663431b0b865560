"""Lower what makes the defaults of named tuples: the class statement, or the call `namedtuple(...)`.

They are kept in the class variables `<default>f`, and together in `_field_defaults`.
"""

from mypy import nodes as n

from sesha.compiler.lower.declare.tuples import DEFAULT, defaulted_fields
from sesha.compiler.lower.expressions.displays import make_dict
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl
from sesha.compiler.types.representation import Repr

FIELD_DEFAULTS = "_field_defaults"


def store_field_defaults(fl: FunctionLowering, cls: ClassDecl) -> None:
    """At the end of the class statement: `_field_defaults` from the fields' own defaults."""
    pairs = []
    for name in cls.tuple_fields or []:
        variable = cls.variables.get(f"{DEFAULT}{name}")
        if variable is not None:
            value = fl.builder.emit("load_global", result=Repr.WORD, name=variable)
            pairs.append((constant(name), Val(value, WORD)))
    made = make_dict(fl, pairs)
    fl.builder.emit("store_global", fl.word(made), name=cls.variables[FIELD_DEFAULTS])


def named_tuple_statement(fl: FunctionLowering, node: n.AssignmentStmt, call: n.CallExpr) -> None:
    """`Point = namedtuple("Point", ...)`: compute the defaults."""
    analyzed = call.analyzed
    assert isinstance(analyzed, n.NamedTupleExpr)
    cls = fl.lowerer.tables.classes.get(f"{fl.module.decl.name}.{analyzed.info.name}")
    if cls is None or cls.tuple_fields is None:
        raise fl.unsupported("a named tuple made inside a function", node, "make it at module level")
    for name, value in defaulted_fields(call, cls.tuple_fields).items():
        target = cls.variables[f"{DEFAULT}{name}"]
        fl.builder.emit("store_global", fl.word(fl.expression(value)), name=target)
    store_field_defaults(fl, cls)
