"""Answer which classes are instances of the classes of `collections.abc` and of protocols.

CPython asks `__subclasshook__` and a registry at run time. In a closed world the classes are known:
a class passes if it derives from the abstract one, is registered for it, or has the methods asked for.
Classes that the runtime has natively are looked up in the Python that runs the build.
"""

from collections.abc import Iterable

from sesha.compiler.lower.declare.natives import PYTHON_TYPES
from sesha.compiler.lower.tables import (
    ABSTRACT_MODULE,
    BUILTINS,
    REFUSES,
    STDLIB,
    Tables,
    is_of_collections_abc,
)
from sesha.compiler.types.classes import ClassDecl

ASKS = {
    "Hashable": ("__hash__",),
    "Callable": ("__call__",),
    "Awaitable": ("__await__",),
    "Coroutine": ("__await__", "send", "throw", "close"),
    "AsyncIterable": ("__aiter__",),
    "AsyncIterator": ("__anext__", "__aiter__"),
    "AsyncGenerator": ("__aiter__", "__anext__", "asend", "athrow", "aclose"),
    "Iterable": ("__iter__",),
    "Iterator": ("__iter__", "__next__"),
    "Generator": ("__iter__", "__next__", "send", "throw", "close"),
    "Reversible": ("__reversed__", "__iter__"),
    "Sized": ("__len__",),
    "Container": ("__contains__",),
    "Collection": ("__len__", "__iter__", "__contains__"),
}
"""Class of `collections.abc` -> the methods that suffice to be one; the others are by name only."""

REGISTERED = {
    "builtins.str": "Sequence",
    "builtins.tuple": "Sequence",
    "builtins.bytes": "Sequence",
    "builtins.memoryview": "Sequence",
    "builtins.list": "MutableSequence",
    "builtins.bytearray": "MutableSequence",
    "builtins.dict": "MutableMapping",
    "builtins.set": "MutableSet",
    "builtins.frozenset": "Set",
    f"{BUILTINS}.range.range": "Sequence",
    f"{BUILTINS}.dict_views.dict_keys": "KeysView",
    f"{BUILTINS}.dict_views.dict_items": "ItemsView",
    f"{BUILTINS}.dict_views.dict_values": "ValuesView",
    f"{STDLIB}.collections.ring.deque": "MutableSequence",
    f"{STDLIB}.collections.chainmap.ChainMap": "MutableMapping",
    f"{STDLIB}.collections.user.UserDict": "MutableMapping",
    f"{STDLIB}.collections.user.UserList": "MutableSequence",
    f"{STDLIB}.collections.user.UserString": "Sequence",
}
"""Class -> the class of `collections.abc` that counts as its base."""

INLINE = ("builtins.int", "builtins.bool", "builtins.float", "builtins.None")
"""Classes whose values need no object: such a test asks for them by id, so they must have one."""


def is_abstract(cls: ClassDecl) -> bool:
    """Whether tests for the class ask for more than inheritance."""
    return is_of_collections_abc(cls) or cls.is_protocol


def abstract_among(tables: Tables, names: Iterable[str]) -> list[ClassDecl]:
    """Those of the classes that are abstract in this sense."""
    found = (tables.find_class(name) for name in names)
    return [cls for cls in found if cls is not None and is_abstract(cls)]


def data_members(tables: Tables, protocol: ClassDecl) -> set[str]:
    """The attributes that a protocol asks for: instances have them or not, classes do not tell."""
    bases = [base for name in protocol.mro if (base := tables.find_class(name)) and base.is_protocol]
    return {name for base in bases for name in (*base.attributes, *base.variables)}


def passes(tables: Tables, cls: ClassDecl, test: ClassDecl) -> bool:
    """Whether instances of exactly the class are instances of the abstract one."""
    if test.name in cls.mro:
        return True
    if test.is_protocol:
        return all(_has(tables, cls, name) or name in cls.attributes for name in members(tables, test))
    registered = (tables.find_class(f"{ABSTRACT_MODULE}.{REGISTERED.get(base)}") for base in cls.mro)
    if any(base is not None and test.name in base.mro for base in registered):
        return True
    asked = ASKS.get(test.qualname)
    return asked is not None and all(_has(tables, cls, name) for name in asked)


def passing(tables: Tables, classes: Iterable[str], test: ClassDecl) -> list[str]:
    """Those of the classes that pass."""
    return [name for name in classes if passes(tables, tables.classes[name], test)]


def members(tables: Tables, protocol: ClassDecl) -> set[str]:
    """The methods that a protocol and its bases ask for."""
    found: set[str] = set()
    for name in protocol.mro:
        base = tables.find_class(name)
        if base is not None and base.is_protocol:
            found.update(base.own_methods or base.methods)
        elif base is not None:
            found.update(ASKS.get(base.qualname, ()) if is_of_collections_abc(base) else ())
    return found


def _has(tables: Tables, cls: ClassDecl, name: str) -> bool:
    """Whether the first class of the order that says something of the method does not say None."""
    for base in cls.mro:
        python = PYTHON_TYPES.get(base)
        decl = tables.find_class(base)
        if python is not None:
            if name in vars(python):
                return vars(python)[name] is not None
        elif decl is not None and name in decl.methods:
            refuses = name == "__hash__" and is_of_collections_abc(decl)  # Mapping, Set
            return not refuses and REFUSES not in decl.methods[name].markers
        elif decl is not None and name == "__hash__" and "__eq__" in decl.methods:
            return False
        elif decl is not None and name in decl.variables:
            variable = tables.globals.get(decl.variables[name])
            return variable is None or not (variable.is_constant and variable.constant is None)
    return False
