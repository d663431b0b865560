"""Allocate objects: `allocate` is the one way to heap memory.

Small objects are cut from the zeroed run that their size class offers (three loads, an addition,
a comparison, inlined); everything else is out of line: sweeping on to the next run, taking a new
block, collecting, large objects as rows of blocks, and MemoryError.

When memory has run out, the last blocks are opened so that the exception can be made, caught and
reported; a collection that finds room again closes them. If even they are used up, the exception
that was made last is raised again, as if it were a new one.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import cold, fill_memory, inline, load_i64, store_i64, ult, unchecked
from sesha.guest.memory import budget, heap, sweep
from sesha.guest.memory.collect import collect

reserve_open: bool = False
making_error: bool = False
last_error: Any = None


@inline
def allocate(size: i64, header: i64) -> i64:
    """Address of `size` zeroed bytes (at least 8) with the header stored; raises MemoryError."""
    if not ult(heap.SMALL_LIMIT, size):
        class_ = heap.class_of(size)
        record = heap.class_record(class_)
        cell = load_i64(record + heap.CLASS_CURSOR)
        after = cell + heap.cell_size(class_)
        if after <= load_i64(record + heap.CLASS_LIMIT):
            store_i64(record + heap.CLASS_CURSOR, after)
            store_i64(cell, header)
            return cell
    return allocate_slowly(size, header)


@cold
def allocate_slowly(size: i64, header: i64) -> i64:
    if ult(heap.SMALL_LIMIT, size):
        return allocate_large(size, header)
    class_ = heap.class_of(size)
    if budget.left <= 0:
        collect_garbage()
    if not refill(class_):
        collect_garbage()
        if not refill(class_):
            give_up()
    record = heap.class_record(class_)
    cell = load_i64(record + heap.CLASS_CURSOR)
    store_i64(record + heap.CLASS_CURSOR, cell + heap.cell_size(class_))
    store_i64(cell, header)
    return cell


def refill(class_: i64) -> bool:
    """Offer another run of cells, from the class's blocks or a free one."""
    run = sweep.next_run(class_)
    if run == 0:
        index = heap.take_blocks(1)
        if index < 0:
            return False
        sweep.use_block(class_, index)
        run = sweep.next_run(class_)
    budget.spend(run)
    return True


def allocate_large(size: i64, header: i64) -> i64:
    if ult(heap.block_count << heap.BLOCK_SHIFT, size):
        give_up()
    count = (size + heap.BLOCK_SIZE - 1) >> heap.BLOCK_SHIFT
    if budget.left <= 0:
        collect_garbage()
    first = heap.take_blocks(count)
    if first < 0:
        collect_garbage()
        first = heap.take_blocks(count)
        if first < 0:
            give_up()
    budget.spend(count << heap.BLOCK_SHIFT)
    claim(first, count)
    address = heap.block_address(first)
    fill_memory(address, 0, size)
    store_i64(address, header)
    return address


def claim(first: i64, count: i64) -> None:
    """Note that the blocks belong to one large object."""
    heap.set_state(first, heap.LARGE)
    heap.set_link(first, count)
    index = first + 1
    while index < first + count:
        heap.set_state(index, heap.LARGE_REST)
        heap.set_link(index, first)
        index += 1


def collect_garbage() -> None:
    global reserve_open, last_error
    collect()
    if reserve_open and heap.close_reserve():
        reserve_open = False
        last_error = None


def give_up() -> NoReturn:
    global reserve_open, making_error, last_error
    if not reserve_open:
        reserve_open = True
        heap.open_reserve()
    if not making_error:
        making_error = True
        try:
            last_error = MemoryError()
        finally:
            making_error = False
    error: MemoryError = unchecked(last_error)
    error.__traceback__ = None
    raise error
