"""Declare the classes whose layout guest/abi/layout.py gives and whose methods are module functions.

`builtins.str` gets the functions of guest/builtins/str.py; pseudo-classes (array, cell ...) are the
runtime's own and no program can name them.
"""

import types
from dataclasses import replace

from sesha.compiler.lower.tables import BUILTINS, Tables
from sesha.compiler.types.classes import (
    I64,
    WORD,
    Attribute,
    Binding,
    ClassDecl,
    FunctionDecl,
    ModuleDecl,
)
from sesha.guest.abi import layout

NATIVE = {
    "int": "builtins.int",
    "bool": "builtins.bool",
    "float": "builtins.float",
    "str": "builtins.str",
    "bytes": "builtins.bytes",
    "bytearray": "builtins.bytearray",
    "memoryview": "builtins.memoryview",
    "list": "builtins.list",
    "tuple": "builtins.tuple",
    "dict": "builtins.dict",
    "set": "builtins.set",
    "frozenset": "builtins.frozenset",
    "type": "builtins.type",
    "object": "builtins.object",
    "none": "builtins.None",
    "ellipsis": "builtins.ellipsis",
    "not_implemented": "builtins.NotImplementedType",
    "function": "function",
    "method": "method",
    "generator": "generator",
    "coroutine": "coroutine",
    "async_generator": "async_generator",
}
"""Module of guest/builtins -> class name."""

PSEUDO: dict[str, list[tuple[str, bool]]] = {
    "cell": [("value", True)],
    "function": [("entry", False), ("notes", True), ("defaults", True), ("cells", True), ("name", True)],
    "method": [("function", True), ("self", True)],
    "array": [],
    "buffer": [],
}
"""Pseudo-class -> its slots; True for words."""

CONSTANTS: dict[int | float, str] = {
    layout.NOT_IMPLEMENTED: "builtins.NotImplementedType",
    layout.ELLIPSIS: "builtins.ellipsis",
}
"""Word of a constant -> its class, which is live only where a program has the constant."""
BASES = {"builtins.bool": "builtins.int"}
DISPLAY = {
    "builtins.None": "NoneType",
    "method": "method",
    "builtins.ellipsis": "ellipsis",
    "builtins.NotImplementedType": "NotImplementedType",
}
ALIASES = {
    "types.NoneType": "builtins.None",
    "types.FunctionType": "function",
    "types.MethodType": "method",
    "types.GeneratorType": "generator",
    "types.CoroutineType": "coroutine",
    "typing.NamedTuple": "builtins.tuple",
    "builtins.function": "function",
    "builtins.EllipsisType": "builtins.ellipsis",
    "builtins._NotImplementedType": "builtins.NotImplementedType",
    "types.NotImplementedType": "builtins.NotImplementedType",
    "types.EllipsisType": "builtins.ellipsis",
    "builtins.EnvironmentError": "sesha.guest.builtins.exceptions_os.OSError",
    "builtins.IOError": "sesha.guest.builtins.exceptions_os.OSError",
}


GETTERS = {
    "builtins.type": {
        "__name__": "name_of",
        "__qualname__": "qualname_of",
        "__module__": "module_of",
        "__mro__": "mro_of",
    },
    "function": {
        "__name__": "name_of",
        "__qualname__": "qualname_of",
        "__doc__": "doc_of",
        "__module__": "module_of",
        "__defaults__": "defaults_of",
        "__kwdefaults__": "keyword_defaults_of",
    },
    "method": {
        "__name__": "name_of",
        "__qualname__": "qualname_of",
        "__doc__": "doc_of",
        "__module__": "module_of",
        "__self__": "self_of",
        "__func__": "function_of",
    },
    "builtins.memoryview": {
        name: name
        for name in (
            "obj",
            "readonly",
            "nbytes",
            "itemsize",
            "ndim",
            "format",
            "shape",
            "strides",
            "suboffsets",
            "contiguous",
            "c_contiguous",
            "f_contiguous",
        )
    },
    "builtins.int": {name: name for name in ("real", "imag", "numerator", "denominator")},
    "builtins.float": {name: name for name in ("real", "imag")},
    "generator": {"__name__": "name_of"},
    "coroutine": {"__name__": "name_of"},
    "async_generator": {"__name__": "name_of"},
}
"""Native class -> attribute that is read by calling a function of its module -> that function."""


PYTHON_TYPES: dict[str, type] = {
    **{
        f"builtins.{t.__name__}": t
        for t in (int, bool, float, str, bytes, bytearray, memoryview, list, tuple)
    },
    **{f"builtins.{t.__name__}": t for t in (dict, set, frozenset, type, object)},
    "builtins.None": types.NoneType,
    "function": types.FunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
    "async_generator": types.AsyncGeneratorType,
}
"""Native class -> what the Python that runs the build has under that name."""


NEWER = {"builtins.int": ("is_integer",), "builtins.memoryview": ("count", "index")}
"""Methods that an older Python does not have yet."""


def hidden_names(cls: ClassDecl) -> set[str]:
    """Names of a native class that are the runtime's own: typed forms, helpers."""
    known = PYTHON_TYPES.get(cls.name)
    if known is None:
        return set(cls.attributes)
    newer = NEWER.get(cls.name, ())
    names = (*cls.methods, *cls.attributes)
    return {name for name in names if not hasattr(known, name) and name not in newer}


def declare_natives(tables: Tables) -> None:
    """Add every native class to the tables."""
    names = dict.fromkeys([*NATIVE.values(), *PSEUDO])
    modules = {cls: module for module, cls in NATIVE.items()}
    for name in names:
        tables.add_class(_native(tables, name, modules.get(name)))
    for alias, name in ALIASES.items():
        tables.classes[alias] = tables.classes[name]


def _native(tables: Tables, name: str, module_name: str | None) -> ClassDecl:
    display = DISPLAY.get(name, name.rpartition(".")[2])
    mro = [name]
    if name in BASES:
        mro.append(BASES[name])
    if name != "builtins.object":
        mro.append("builtins.object")
    cls = ClassDecl(name, "builtins", display, mro[1:2], mro, native=True)
    for slot, is_word in PSEUDO.get(name, []):
        cls.attributes[slot] = Attribute(slot, WORD if is_word else I64, always=True)
    module = tables.modules.get(f"{BUILTINS}.{module_name}") if module_name else None
    if module is not None:
        _methods(tables, cls, module)
        for attribute, function in GETTERS.get(name, {}).items():
            if function in cls.methods:
                cls.methods[attribute] = replace(cls.methods[function], binding=Binding.GETTER)
    return cls


ENUM_METHODS = ("__iter__", "__reversed__", "__len__", "__contains__", "__getitem__")


def add_enum_methods(tables: Tables) -> None:
    """With enumerations in the program, class objects can be iterated and indexed."""
    module = tables.modules.get("sesha.guest.stdlib.enum.members")
    if module is None:
        return
    for name in ENUM_METHODS:
        decl = module.functions[name]
        decl.binding = Binding.INSTANCE
        tables.classes["builtins.type"].methods[name] = decl


TYPE_VALUES = "sesha.guest.stdlib._types"
UNION_METHODS = {"__or__": "type_or", "__ror__": "type_ror"}


def add_union_methods(tables: Tables) -> None:
    """In programs that could join class objects by `|`, they have the operator."""
    for name, function in UNION_METHODS.items():
        decl = tables.modules[TYPE_VALUES].functions[function]
        decl.binding = Binding.INSTANCE
        tables.classes["builtins.type"].methods[name] = decl


def _methods(tables: Tables, cls: ClassDecl, module: ModuleDecl) -> None:
    """Functions whose first parameter is `self` or `cls` are methods; the rest are static."""
    candidates = {name: f"{module.name}.{name}" for name in module.functions}
    candidates.update(module.names)
    for name, full in candidates.items():
        found = tables.resolve(full)
        if not isinstance(found, FunctionDecl) or not found.name.startswith(BUILTINS):
            continue
        first = found.parameters[0].name if found.parameters else ""
        if first == "self":
            found.binding = Binding.INSTANCE
            cls.methods[name] = found
        elif first == "cls":
            found.binding = Binding.CLASS
            cls.methods[name] = found
        elif name in STATIC_METHODS:
            found.binding = Binding.STATIC
            cls.methods[name] = found


STATIC_METHODS = frozenset({"maketrans", "fromhex", "from_bytes", "fromkeys", "__new__"})
