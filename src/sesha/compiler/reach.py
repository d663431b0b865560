"""Find the closed world of a program: what is reached, and the dispatchers of the names that it uses.

`analysis/reachability.py` is the search; here stand where it begins, how it gets functions, and that it
goes on as long as the dispatchers (which reach further functions) find something new.
"""

from sesha.compiler.analysis.reachability import Reachability, Reached
from sesha.compiler.ir.encode import decode
from sesha.compiler.ir.function import Function
from sesha.compiler.llvm.context import ADD_FRAME, ALLOCATE
from sesha.compiler.lower.classes.hierarchy import Hierarchy
from sesha.compiler.lower.declare.natives import CONSTANTS
from sesha.compiler.lower.dispatch.dispatchers import Dispatchers
from sesha.compiler.lower.dispatch.overrides import Overrides
from sesha.compiler.lower.dispatch.uses import make_dispatcher
from sesha.compiler.lower.functions.entries import make_generic
from sesha.compiler.lower.guest import MAIN, Pieces
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.tables import GUEST
from sesha.compiler.transform.function_passes import lower_function, run_passes
from sesha.compiler.transform.guard_recursion import REFUSE
from sesha.compiler.transform.resolve_calls import used_dispatchers


def reach(lowerer: Lowerer, pieces: Pieces, machine: str) -> Reached:
    """Everything reached, dispatchers included; repeats until they reach nothing new."""
    hierarchy = Hierarchy(lowerer)
    provide = Provider(lowerer, Overrides(hierarchy))
    search = Reachability(provide, lowerer.tables.classes, hierarchy.methods_of, pieces, CONSTANTS)
    reached = search.run(_roots(lowerer, machine))
    made: dict[str, Function] = {}
    while True:
        before = _extent(lowerer, reached)
        for name in made:
            reached.functions.pop(name, None)
        made = _dispatchers(lowerer, reached)
        for function in made.values():
            search.add(function, "dispatch")
        search.drain()
        if _extent(lowerer, reached) == before:
            return reached


def _roots(lowerer: Lowerer, machine: str) -> list[str]:
    exported = [d.name for d in lowerer.tables.functions.values() if d.symbol is not None]
    wanted = (f"{GUEST}.machine.{machine}.start.", f"{GUEST}.cpu.")
    return [MAIN, ALLOCATE, ADD_FRAME, REFUSE, *(n for n in exported if n.startswith(wanted))]


def _extent(lowerer: Lowerer, reached: Reached) -> tuple[int, int, int, int]:
    """How much has been found: it only grows."""
    return len(reached.functions), len(reached.live), len(reached.named), len(lowerer.open_classes)


def _dispatchers(lowerer: Lowerer, reached: Reached) -> dict[str, Function]:
    """The dispatchers of every use, repeated while they use each other."""
    maker = Dispatchers(lowerer, list(reached.live), list(reached.named))
    made: dict[str, Function] = {}
    pending = used_dispatchers(reached.functions)
    while pending:
        for name, use in pending.items():
            made[name] = run_passes(make_dispatcher(maker, name, use))
        pending = {n: o for n, o in used_dispatchers(made).items() if n not in made}
    return made


class Provider:
    """Gives the IR of functions by name: made on demand, or taken from the kept library."""

    def __init__(self, lowerer: Lowerer, overrides: Overrides) -> None:
        self.lowerer = lowerer
        self.overrides = overrides
        self.siblings: dict[str, Function] = {}
        """Functions that came with another one: what resumes a generator, with what makes it."""

    def __call__(self, name: str) -> Function | None:
        function = self.siblings.pop(name, None) or self._provide(name)
        return function and self.overrides.settle(function)

    def _provide(self, name: str) -> Function | None:
        """The function, passed through FUNCTION_PASSES."""
        lowerer = self.lowerer
        generic = make_generic(lowerer, name)
        if generic is not None:
            return run_passes(generic)
        if name in lowerer.kept:
            return decode(lowerer.kept[name], lowerer.tables.functions)
        if name in lowerer.refused:
            lowerer.diagnostics.append(lowerer.refused[name])
            return None
        if not lowerer.has(name):
            return None
        functions = lower_function(lowerer, name)
        self.siblings.update({other.name: other for other in functions[1:]})
        return functions[0] if functions else None
