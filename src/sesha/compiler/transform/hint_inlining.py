"""Mark the program's small functions that LLVM should rather put where they are called.

LLVM counts the slow paths of arithmetic and the entries of tracebacks as if they ran each time, and so
leaves functions apart that are a few instructions. Here what counts is how often the body would
be copied. Runs after small runtime functions are inlined; the guest's own functions stay as they are.
"""

from collections import Counter

from sesha.compiler.ir.function import Function
from sesha.compiler.transform.favour_size import SMALL

HINTED = "hinted"
"""Marker of a function that is better inlined."""
LARGEST = 400
"""Operations in a body that may be copied."""
COPIES = 1000
"""Operations in all copies of a body."""


def hint_inlining(functions: dict[str, Function]) -> None:
    """Set the marker."""
    calls = Counter(
        str(o.attributes["name"])
        for f in functions.values()
        if SMALL not in f.markers
        for b in f.blocks
        for o in b.operations
        if o.opcode == "call"
    )
    for name, function in functions.items():
        if not function.traced or function.inline is not None or not calls[name]:
            continue
        size = sum(len(b.operations) for b in function.blocks)
        if size <= LARGEST and size * calls[name] <= COPIES:
            function.markers |= {HINTED}
