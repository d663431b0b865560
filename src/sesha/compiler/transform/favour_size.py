"""Choose which functions are compiled for size: a quarter smaller, and no slower where nothing loops.

The program itself is compiled for speed, the guest for size except where the hottest loops are.
"""

from sesha.compiler.ir.function import Function

SMALL = "small"
"""Marker of a function that is compiled for size."""
PROGRAM_MAIN = "sesha.program.main"
GUEST = "sesha.guest."
HOTTEST = tuple(
    GUEST + part
    for part in (
        "memory.",
        "builtins.bytes_items.",
        "builtins.bytes_like.",
        "builtins.dict",
        "builtins.generator.",
        "builtins.hash.",
        "builtins.list",
        "builtins.operators_quick.add_slowly",
        "builtins.operators_quick.mul_slowly",
        "builtins.operators_quick.sub_slowly",
        "builtins.operators_quick.truediv_slowly",
        "builtins.str_build.append",
        "builtins.str_split._end_of_word",
        "builtins.str_split._split_",
        "builtins.str_split._strip_start",
        "builtins.text_memory.",
        "builtins.text_units.",
        "http.fields.",
        "net.wire.checksum.",
    )
)


def favour_size(functions: dict[str, Function]) -> None:
    """Set the marker."""
    for function in functions.values():
        if "cold" in function.markers or _favours_size(function.name):
            function.markers |= {SMALL}


def _favours_size(name: str) -> bool:
    """Whether the function is the guest's (a dispatcher over all classes, the start of all modules),
    and not among those with the hottest loops."""
    kind, _, rest = name.partition(">") if name.startswith("<") else ("", "", name)
    if name == PROGRAM_MAIN or (kind and "." not in rest):
        return True
    return rest.startswith(GUEST) and ("<module>" in rest or not rest.startswith(HOTTEST))
