"""Give every class its bases and method resolution order in the names of the guest library.

mypy names a program's bases as typeshed does (`builtins.Exception`); everything after this compares
`ClassDecl.name`s. The order is linearised again from the guest's own classes, which may have bases
that typeshed does not know. Bases that exist for the type checker alone (Generic, Protocol) go.
"""

from sesha.compiler.lower.tables import Tables
from sesha.compiler.types.classes import ClassDecl

OBJECT = "builtins.object"


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
            cls.bases = [base.name for base in bases]
            orders[cls.name] = [cls.name, *linearise([order(base) for base in bases], cls.bases)]
        return orders[cls.name]

    for cls in classes:
        cls.mro = order(cls)


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
