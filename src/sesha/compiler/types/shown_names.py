"""Tell what programs see as the module and the name of a class of the library.

The library divides modules otherwise than CPython does, and has in Python what CPython has in C.
Messages show a class of CPython's that is written in C with its module ("unhashable type:
'collections.deque'"), one written in Python without.
"""

LIBRARY = "sesha.guest.stdlib."
RUNTIME = "sesha.guest.builtins"

MODULES = {
    "_collections_abc": "collections.abc",
    "itertools": "itertools",
    "collections": "collections",
    "contextvars": "_contextvars",
    "enum": "enum",
    "struct": "_struct",
    "asyncio.futures": "_asyncio",
    "asyncio.task": "_asyncio",
    "urllib.queries": "urllib.parse",
    "urllib.quoting": "urllib.parse",
}
"""Module or package of the library -> the `__module__` of the classes in it, where it is not its name."""

IN_C: dict[str, tuple[str, ...]] = {
    "_asyncio": ("Future", "Task"),
    "_contextvars": ("Context", "ContextVar", "Token"),
    "_hashlib": ("HASH", "HMAC"),
    "_io": ("BufferedReader", "BufferedWriter", "BytesIO", "StringIO", "TextIOWrapper"),
    "_struct": ("Struct",),
    "collections": ("OrderedDict", "_deque_iterator", "defaultdict", "deque"),
    "datetime": ("date", "datetime", "time", "timedelta", "timezone", "tzinfo"),
    "functools": ("KeyWrapper", "_lru_cache_wrapper", "partial"),
    "itertools": (
        *("_grouper", "_tee", "accumulate", "batched", "chain", "combinations"),
        *("combinations_with_replacement", "compress", "count", "cycle", "dropwhile", "filterfalse"),
        *("groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile"),
        "zip_longest",
    ),
    "operator": ("attrgetter", "itemgetter", "methodcaller"),
    "re": ("Match", "Pattern"),
    "types": ("SimpleNamespace",),
}
"""Module -> its classes that CPython has in C."""


def shown_module(module: str) -> str:
    """`__name__` of a module, `__module__` of its classes; what a package runs as is the main module."""
    if module.startswith(RUNTIME):
        return "builtins"
    if not module.startswith(LIBRARY):
        return "__main__" if module.endswith(".__main__") else module
    own = module.removeprefix(LIBRARY)
    return MODULES.get(own) or MODULES.get(own.partition(".")[0], own)


def name_in_messages(module: str, qualname: str) -> str:
    """What messages call a class of the library: CPython's `tp_name`."""
    full = module != "builtins" and is_in_c(module, qualname)
    return f"{module}.{qualname}" if full else qualname.rpartition(".")[2]


def is_in_c(module: str, qualname: str) -> bool:
    """Whether CPython has the class of the library in C."""
    return module == "builtins" or qualname in IN_C.get(module, ())
