"""Convert mypy's types to what the compiler may rely on: a representation and a class.

A type is a claim: unions, protocols, type variables and everything that is not one plain class
become a word of unknown class, and are tested where they are used.
"""

from mypy import types as t
from mypy.nodes import TypeInfo

from sesha.compiler.types.classes import BOOL, F64, I64, INT, NONE, VOID, WORD, Type
from sesha.compiler.types.representation import Repr

RAW_INTEGERS = frozenset(f"mypy_extensions.{name}" for name in ("i64", "i32", "i16", "u8"))

FIXED = {
    "builtins.int": INT,
    "builtins.float": F64,
    "builtins.bool": BOOL,
    "builtins.object": WORD,
    "builtins.complex": WORD,  # ints and floats are complex numbers to type checkers
    "types.NoneType": NONE,
}

AUTO = "enum.auto"
"""What mypy takes a member for inside the body of its class; it is the member's value by then."""

ABSTRACT_MODULES = (
    "typing",
    "typing_extensions",
    "collections.abc",
    "_typeshed",
    "_collections_abc",
    "numbers",
    "types",
)


def convert(mypy_type: t.Type | None) -> Type:
    """The representation and class of values of a mypy type."""
    if mypy_type is None:
        return WORD
    proper = t.get_proper_type(mypy_type)
    if isinstance(proper, t.Instance):
        return _instance(proper.type)
    if isinstance(proper, t.NoneType):
        return NONE
    if isinstance(proper, t.LiteralType):
        return convert(proper.fallback)
    if isinstance(proper, t.TupleType):
        return _instance(proper.partial_fallback.type)
    if isinstance(proper, t.TypedDictType):
        return Type(Repr.WORD, "builtins.dict")
    if isinstance(proper, t.UnionType):
        return _union([convert(item) for item in proper.items])
    return WORD


def convert_result(mypy_type: t.Type | None) -> Type:
    """As `convert`, for what a function returns: None and NoReturn need no register."""
    if mypy_type is None:
        return WORD
    proper = t.get_proper_type(mypy_type)
    if isinstance(proper, (t.NoneType, t.UninhabitedType)):
        return VOID
    return convert(proper)


def never_returns(mypy_type: t.Type | None) -> bool:
    return mypy_type is not None and isinstance(t.get_proper_type(mypy_type), t.UninhabitedType)


def _union(items: list[Type]) -> Type:
    first = items[0]
    return first if all(item == first for item in items) else WORD


def _instance(info: TypeInfo) -> Type:
    name = info.fullname
    if name in FIXED:
        return FIXED[name]
    if name == AUTO:
        return WORD
    if name in RAW_INTEGERS:
        return I64
    if info.is_protocol or name.rpartition(".")[0] in ABSTRACT_MODULES:
        return WORD
    if info.is_newtype:
        return _instance(info.bases[0].type)
    return Type(Repr.WORD, name)
