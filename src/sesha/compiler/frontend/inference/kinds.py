"""Write types down apart from mypy's trees, which each check makes anew: kinds of values.

A kind is a class by its full name with the kinds of its items; two
kinds of one place join to the one that both are, or to nothing.
"""

from dataclasses import dataclass

from mypy import nodes as n, types as t

NONE = "None"
UNION = "|"
MORE = "..."
"""The second item of `tuple[int, ...]`."""
TUPLE = "builtins.tuple"
BUILT_IN = frozenset(
    f"builtins.{name}"
    for name in ("int", "float", "bool", "str", "bytes", "bytearray", "list", "dict", "set", "tuple")
)
DEEPEST = 4


@dataclass(frozen=True)
class Kind:
    """`name` is a class's full name, or one of the special names above."""

    name: str
    items: tuple["Kind", ...] = ()


NOTHING = Kind(NONE)
Infos = dict[str, n.TypeInfo]
"""The program's own classes by full name: no others but the built-in ones have kinds."""


def kind_of(mypy_type: t.Type | None, infos: Infos, depth: int = 0) -> Kind | None:
    """The kind of values of a type; None where mypy does not know, or where it has no kind."""
    found = None if mypy_type is None else t.get_proper_type(mypy_type)
    if isinstance(found, t.LiteralType):
        found = found.fallback
    if isinstance(found, t.NoneType):
        return NOTHING
    if depth > DEEPEST:
        return None
    if isinstance(found, t.UnionType):
        members = [kind_of(item, infos, depth + 1) for item in found.items]
        return None if None in members else join({m for m in members if m is not None}, infos)
    if isinstance(found, t.TupleType) and found.partial_fallback.type.fullname == TUPLE:
        return _with_items(TUPLE, found.items, infos, depth)
    if isinstance(found, t.Instance):
        name = found.type.fullname
        if name in infos and not found.type.type_vars:
            return Kind(name)
        if name in BUILT_IN:
            kind = _with_items(name, found.args, infos, depth)
            return Kind(TUPLE, (*kind.items, Kind(MORE))) if kind and name == TUPLE else kind
    return None


def _with_items(
    name: str, items: "list[t.Type] | tuple[t.Type, ...]", infos: Infos, depth: int
) -> Kind | None:
    kinds = [kind_of(item, infos, depth + 1) for item in items]
    return None if None in kinds else Kind(name, tuple(k for k in kinds if k is not None))


def join(kinds: set[Kind], infos: Infos) -> Kind | None:
    """What all of the kinds are: one of them, their class in common, or that and None."""
    members = {m for kind in kinds for m in (kind.items if kind.name == UNION else (kind,))}
    some = members - {NOTHING}
    if not some:
        return NOTHING if members else None
    one = some.pop() if len(some) == 1 else _base_of(some, infos)
    if one is None or NOTHING not in members:
        return one
    return Kind(UNION, (one, NOTHING))


def _base_of(kinds: set[Kind], infos: Infos) -> Kind | None:
    """The nearest class of the program that all of them derive from."""
    if not all(kind.name in infos for kind in kinds):
        return None
    lines = [[base.fullname for base in infos[name].mro] for name in sorted(kind.name for kind in kinds)]
    for name in lines[0]:
        if name in infos and not infos[name].type_vars and all(name in line for line in lines):
            return Kind(name)
    return None


def written(kind: Kind, line: int) -> t.Type:
    """The kind as an annotation, before mypy has looked its names up."""
    if kind.name == MORE:
        return t.EllipsisType(line)
    items = [written(item, line) for item in kind.items]
    if kind.name == UNION:
        return t.UnionType(items, line, uses_pep604_syntax=True)
    return t.UnboundType(_word(kind), items, line=line)


def can_be_written(kind: Kind, module: n.MypyFile) -> bool:
    """Whether the names of the classes mean these classes in the module."""
    if not all(can_be_written(item, module) for item in kind.items):
        return False
    if kind.name in (NONE, UNION, MORE):
        return True
    symbol = module.names.get(_word(kind))
    if symbol is None or symbol.node is None:
        return kind.name in BUILT_IN
    return symbol.node.fullname == kind.name


def _word(kind: Kind) -> str:
    return kind.name.rpartition(".")[2]
