"""Collect: mark from the roots, then sort the blocks by what is left in them.

The roots are the stack from here to `heap.stack_base`, the registers that a caller may still hold
values in, and the module globals, which the linker lays out as one range. Suspended generators
are ordinary objects. Nothing here allocates.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import asm_void, cold, stack_pointer, stack_words, symbol_address
from sesha.guest.memory import budget, heap, mark, sweep


@cold
def collect() -> None:
    """Find out what is in use; everything else may be handed out again."""
    registers = stack_words(6)
    asm_void(
        "movq %rbx, 0($0); movq %rbp, 8($0); movq %r12, 16($0); "
        "movq %r13, 24($0); movq %r14, 32($0); movq %r15, 40($0)",
        "r,~{memory}",
        registers,
    )
    collect_from(stack_pointer())


def collect_from(stack: i64) -> None:
    """Collect with the stack's live part starting at that address."""
    sweep.settle()
    heap.clear_marks(0, heap.top)
    mark.begin()
    mark.mark_range(symbol_address("globals_start"), symbol_address("globals_end"))
    mark.mark_range(stack & -8, heap.stack_base)
    mark.drain()
    budget.renew(sweep.sort_blocks())
