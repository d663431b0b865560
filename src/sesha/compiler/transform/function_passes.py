"""List the passes over single functions, in order; they run as soon as a function is lowered."""

from collections.abc import Callable
from typing import Protocol

from sesha.compiler.ir.function import Function
from sesha.compiler.transform.check_locals import check_locals
from sesha.compiler.transform.split_generators import split_generator

FUNCTION_PASSES: list[tuple[Callable[[Function], None], str]] = [
    (check_locals, "unbound locals become errors or nothing"),
]


class Lowers(Protocol):
    def lower(self, name: str) -> Function | None: ...


def run_passes(function: Function) -> Function:
    for run, _ in FUNCTION_PASSES:
        run(function)
    return function


def lower_function(lowerer: Lowers, name: str) -> list[Function]:
    """The IR of a function with all passes run: none when it cannot be lowered, two for a
    generator (the maker of its frame, and the function that resumes it)."""
    function = lowerer.lower(name)
    if function is None:
        return []
    if function.generator:
        return split_generator(run_passes(function))
    return [run_passes(function)]
