"""Say where a symbol of an image comes from: the table that `sizes.py` counts by."""

GUEST = "sesha.guest."
MACHINE_SYMBOLS = frozenset({"_start", "start", "memcpy", "memmove", "memset", "memcmp", "bcmp", "pvh_entry"})

ORIGINS = {
    "net.": "network",
    "virtio.": "network",
    "loop.": "network",
    "http.": "library",
    "stdlib.": "library",
    "builtins.": "runtime",
    "memory.": "runtime",
    "cpu.": "runtime",
    "machine.": "machine",
}
"""Folder of the guest -> origin; what is not the guest's is the program's."""

KINDS = {
    "str.": "strings",
    "bytes.": "bytes",
    "tuple.": "tuples",
    "int.": "numbers",
    "float.": "numbers",
    "function.": "function objects",
    "methods.": "method tables",
    "class_records": "classes",
    "traceback_sites": "traceback sites",
}
"""How the name of a constant begins -> what it is."""


def origin_of(name: str) -> str:
    """The origin of a function. `<resume>a.b` is a form of `a.b`; `<call>name/1/` is a dispatcher."""
    plain = name.partition(">")[2] if name.startswith("<") else name
    if plain in MACHINE_SYMBOLS:
        return "machine"
    if name.startswith("<") and "." not in plain:
        return "dispatchers"
    if not plain.startswith("sesha."):
        return "runtime" if plain.startswith("builtins.") else "program"
    rest = plain.removeprefix(GUEST)
    return next((origin for folder, origin in ORIGINS.items() if rest.startswith(folder)), "program")


def kind_of(name: str) -> str:
    """What a constant or variable is."""
    return next((kind for start, kind in KINDS.items() if name.startswith(start)), "variables")
