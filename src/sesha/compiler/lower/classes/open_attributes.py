"""Give instances room for attributes that their class does not declare.

As in CPython an instance takes any attribute, unless its class is native or has only `__slots__`. Such
a class is opened when something in the program can set a name that it has not: a hidden slot then
holds a dict of the undeclared ones. What no program does costs nothing.
"""

from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.tables import GUEST, Tables
from sesha.compiler.types.classes import WORD, Attribute, ClassDecl

EXTRA = "<extra>"
FUNCTION = "function"
BASE_EXCEPTION = "sesha.guest.builtins.exceptions.BaseException"
EXTENSIBLE = frozenset(
    {"builtins.object", "builtins.list", "builtins.dict", "builtins.set", "builtins.frozenset"}
)
"""Native classes whose subclasses have slots."""


def open_class(lowerer: Lowerer, cls: ClassDecl) -> ClassDecl | None:
    """The class that holds the hidden slot for instances of `cls`; None when they take no attributes."""
    if cls.name == FUNCTION:
        lowerer.tables.open_functions = True
        lowerer.open_classes[FUNCTION] = None
    held = extra_owner(lowerer.tables, cls)
    if held is not None:
        return held
    root = _root(lowerer.tables, cls)
    if root is not None:
        root.attributes[EXTRA] = Attribute(EXTRA, WORD)
        lowerer.open_classes[root.name] = None
    return root


def extra_owner(tables: Tables, cls: ClassDecl) -> ClassDecl | None:
    """The class that has opened `cls`, if any has; functions keep their attributes in another way."""
    if cls.name == FUNCTION:
        return cls if tables.open_functions else None
    found = tables.find_attribute(cls, EXTRA)
    return found[0] if found is not None else None


def takes_attributes(tables: Tables, cls: ClassDecl) -> bool:
    """Whether instances take any attribute, as those of most classes do."""
    return extra_owner(tables, cls) is not None or _root(tables, cls) is not None


def _root(tables: Tables, cls: ClassDecl) -> ClassDecl | None:
    """The farthest base whose instances take any attribute."""
    root = None
    for name in cls.mro:
        base = tables.classes.get(name)
        if base is None:
            continue
        if base.native and base.name not in EXTENSIBLE:
            return None
        if not base.native and not base.slots and _takes_any(base):
            root = base
    return root


def _takes_any(cls: ClassDecl) -> bool:
    """The guest library's own objects are closed, but for exceptions."""
    return not cls.module.startswith(GUEST) or BASE_EXCEPTION in cls.mro
