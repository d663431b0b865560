"""Give every class its bases and method resolution order in the names of the guest library.

mypy names a program's bases as typeshed does (`builtins.Exception`); everything after this compares
`ClassDecl.name`s. The order is linearised again from the guest's own classes, which may have bases
that typeshed does not know. Bases that exist for the type checker alone (Generic, Protocol) go.
"""

from sesha.compiler.lower.tables import Tables
from sesha.compiler.types.classes import ClassDecl

OBJECT = "builtins.object"
TEXT = "builtins.str"
ENUM = "sesha.guest.stdlib.enum.base.Enum"


def settle_bases(tables: Tables, classes: list[ClassDecl]) -> None:
    """Rewrite `bases` and `mro` of the classes."""
    orders: dict[str, list[str]] = {}
    own = {cls.name for cls in classes}

    def order(cls: ClassDecl) -> list[str]:
        if cls.name not in own:
            return cls.mro
        if cls.name not in orders:
            orders[cls.name] = [cls.name, OBJECT]
            bases = [found for base in cls.bases if (found := tables.find_class(base)) is not None]
            bases = [base for base in bases if base.name not in (OBJECT, cls.name)]
            if cls.is_enum:  # how members print and compare is the enumeration's matter
                bases.sort(key=lambda base: base.name == TEXT)
            cls.bases = [base.name for base in bases]
            orders[cls.name] = [cls.name, *linearise([order(base) for base in bases], cls.bases)]
        return orders[cls.name]

    for cls in classes:
        cls.mro = order(cls)
        if cls.is_enum and TEXT in cls.mro:
            _settle_text(tables, cls)


def _settle_text(tables: Tables, cls: ClassDecl) -> None:
    """A member that is a text is found where the text is, and overrides how texts print."""
    finds = tables.find_method(cls, "__hash__")
    if finds is None or finds.name == f"{ENUM}.__hash__":
        cls.methods["__hash__"] = tables.classes[TEXT].methods["__hash__"]
    for name in ("__repr__", "__str__", "__format__"):
        finds = tables.find_method(cls, name)
        if finds is not None:
            cls.methods.setdefault(name, finds)


def linearise(orders: list[list[str]], bases: list[str]) -> list[str]:
    """Merge the bases' orders as C3 does; `object` comes last."""
    lists = [[name for name in names if name != OBJECT] for names in (*orders, bases)]
    result: list[str] = []
    while any(lists):
        lists = [names for names in lists if names]
        head = next((n[0] for n in lists if not any(n[0] in other[1:] for other in lists)), lists[0][0])
        result.append(head)
        lists = [[name for name in names if name != head] for names in lists]
    return [*result, OBJECT]
