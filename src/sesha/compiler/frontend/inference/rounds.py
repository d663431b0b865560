"""Find the signatures of unannotated functions: check, propose, check again, until the uses bear them out.

Called by lower/program.py with a way to check the program under given signatures. Only modules without
any annotation take part: what mypy reports in them stops no build.
"""

from collections.abc import Callable, Iterable

from mypy import nodes as n

from sesha.compiler.diagnostics.diagnostic import ProgramError
from sesha.compiler.frontend.check import Checked
from sesha.compiler.frontend.errors import is_annotated
from sesha.compiler.frontend.inference.calls import Uses, library_names
from sesha.compiler.frontend.inference.found import Finding
from sesha.compiler.frontend.inference.kinds import NOTHING, can_be_written
from sesha.compiler.frontend.inference.signatures import Signatures, Slot

PROPOSING = 6
"""Checks in which types are tried that not every use bears out yet: what one finds the next builds upon."""
MOST = 20
"""Checks after which a program is left as it is."""
LARGEST = 5000
"""Lines of a program that is checked again at all: every check takes its time."""
Again = Callable[[Signatures], Checked]


def infer_signatures(first: Checked, own: list[str], entry_points: Iterable[str], again: Again) -> Checked:
    """The program, checked under the signatures of its unannotated functions. `first` is the check without
    any; `entry_points` are names of functions that the library calls."""
    untyped = {name for name in own if not is_annotated(first.files[name])}
    signatures, checked, trying = Signatures(), first, True
    lines = sum(tree.defs[-1].end_line or 0 for name in own if (tree := first.files[name]).defs)
    for round_ in range(MOST if untyped and lines <= LARGEST else 0):
        uses = find_uses(checked, own)
        for name in entry_points:
            uses.escape(uses.named.get(name, ()))
        trying = trying and round_ < PROPOSING
        changed = _learn(signatures, uses, untyped, trying)
        if not changed and trying:
            trying = False
            changed = _learn(signatures, uses, untyped, trying)
        if not changed:
            return checked
        try:
            checked = again(signatures)
        except ProgramError:
            return first
    return first


def find_uses(checked: Checked, own: list[str]) -> Uses:
    """All uses in the program's own modules."""
    uses = Uses(checked.types, checked.guesses, library=library_names(checked.files.get("_typeshed")))
    modules = [checked.files[name] for name in own]
    for module in modules:
        uses.declare_classes(module)
    for module in modules:
        uses.declare(module, module.defs, None)
        for node in module.defs:
            uses.declare_store(node, module, None)
    for module in modules:
        for node in module.defs:
            uses.visit(node, None)
    return uses


def _learn(signatures: Signatures, uses: Uses, untyped: set[str], trying: bool) -> bool:
    """Take what the uses say into the signatures; tells whether anything changed. While trying, types
    may be incomplete and grow; afterwards each must be borne out by all uses, or go."""
    before = dict(signatures.known)
    for function in uses.functions.values():
        if function.module.fullname in untyped:
            for name, finding in uses.findings(function).items():
                doubted = function.is_doubted(name)
                _settle(signatures, function.slot(name), finding, function.module, trying, doubted)
    for store in uses.all_stores():
        if store.module.fullname in untyped:
            finding = uses.store_finding(store)
            _settle(signatures, store.slot(), finding, store.module, trying, store.is_doubted())
    return signatures.known != before


def _settle(
    signatures: Signatures, slot: Slot, finding: Finding, module: n.MypyFile, trying: bool, doubted: bool
) -> None:
    """Assume what was found, or keep what was assumed only if it was found again."""
    kind = finding.kind
    if trying and kind is not None and (finding.complete or kind != NOTHING):
        if can_be_written(kind, module):
            signatures.known[slot] = kind
    elif doubted or not finding.complete or signatures.known.get(slot) != kind:
        signatures.known.pop(slot, None)
