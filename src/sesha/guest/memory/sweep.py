"""Reclaim what was not marked, block by block, when its memory is wanted.

After marking, `sort_blocks` looks only at the mark bits: blocks without any become free, blocks
with some join their class's list of blocks to sweep. `next_run` then zeroes one run of free cells
at a time as allocation asks for it, while the memory is about to be used anyway. What is left
over when the next collection begins is `settle`d: dead cells get a zero header, so that a stray
address on the stack cannot bring one back.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import ctz, fill_memory, inline, load_i64, popcount, store_i64
from sesha.guest.memory import heap

RUN_LIMIT = 4096
"""Bytes that are zeroed at once: little enough to stay in the first cache."""


@inline
def is_marked(address: i64) -> bool:
    offset = address - heap.blocks
    return (load_i64(heap.marks + ((offset >> 10) << 3)) >> ((offset >> 4) & 63)) & 1 != 0


def next_marked(start: i64, stop: i64) -> i64:
    """Address of the first marked cell at or after start, or stop if there is none before it."""
    offset = start - heap.blocks
    place = heap.marks + ((offset >> 10) << 3)
    base = start - (offset & 1023)
    bits = load_i64(place) & (-1 << ((offset >> 4) & 63))
    while bits == 0:
        base += 1024
        place += 8
        if base >= stop:
            return stop
        bits = load_i64(place)
    found = base + (ctz(bits) << 4)
    return found if found < stop else stop


# --- while allocating --------------------------------------------------------------------------
def next_run(class_: i64) -> i64:
    """Offer the class's next run of free cells, zeroed; its size in bytes, or 0 when no block of
    the class has any left."""
    record = heap.class_record(class_)
    size = heap.cell_size(class_)
    while True:
        cell = load_i64(record + heap.CLASS_SCAN)
        end = load_i64(record + heap.CLASS_END)
        while cell < end and is_marked(cell):
            cell += size
        if cell < end:
            return offer_run(record, size, cell, end)
        if not next_block(class_, record):
            return 0


def offer_run(record: i64, size: i64, cell: i64, end: i64) -> i64:
    stop = cell + (size if size >= RUN_LIMIT else RUN_LIMIT // size * size)
    stop = next_marked(cell, stop if stop < end else end)
    fill_memory(cell, 0, stop - cell)
    store_i64(record + heap.CLASS_CURSOR, cell)
    store_i64(record + heap.CLASS_LIMIT, stop)
    store_i64(record + heap.CLASS_SCAN, stop)
    return stop - cell


def next_block(class_: i64, record: i64) -> bool:
    """Make the next unswept block of the class its current one."""
    head = load_i64(record + heap.CLASS_UNSWEPT)
    if head == 0:
        return False
    store_i64(record + heap.CLASS_UNSWEPT, heap.link_of(head - 1))
    use_block(class_, head - 1)
    return True


def use_block(class_: i64, index: i64) -> None:
    """Make a block, whose marks say what is in use, the current one of the class."""
    record = heap.class_record(class_)
    size = heap.cell_size(class_)
    address = heap.block_address(index)
    heap.set_state(index, heap.SMALL + class_)
    store_i64(record + heap.CLASS_SCAN, address)
    store_i64(record + heap.CLASS_END, address + heap.BLOCK_SIZE // size * size)


# --- before marking ----------------------------------------------------------------------------
def settle() -> None:
    """Give every dead cell that was not swept a zero header."""
    class_: i64 = 0
    while class_ < heap.CLASS_COUNT:
        record = heap.class_record(class_)
        bury(load_i64(record + heap.CLASS_SCAN), load_i64(record + heap.CLASS_END), heap.cell_size(class_))
        heap.empty_class(class_)
        class_ += 1
    index: i64 = 0
    while index < heap.top:
        state = heap.state_of(index)
        if state >= heap.UNSWEPT:
            size = heap.cell_size(state - heap.UNSWEPT)
            address = heap.block_address(index)
            bury(address, address + heap.BLOCK_SIZE // size * size, size)
            heap.set_state(index, state - heap.UNSWEPT + heap.SMALL)
        index += 1


def bury(start: i64, end: i64, size: i64) -> None:
    cell = start
    while cell < end:
        if not is_marked(cell):
            store_i64(cell, 0)
        cell += size


# --- after marking -----------------------------------------------------------------------------
def sort_blocks() -> i64:
    """Free the blocks that hold nothing marked, chain those that have room; bytes in use."""
    live: i64 = 0
    index = heap.top - 1
    while index >= 0:
        state = heap.state_of(index)
        if state >= heap.SMALL:
            live += sort_small(index, state - heap.SMALL)
        elif state == heap.LARGE:
            live += sort_large(index)
        index -= 1
    heap.restart_search()
    return live


def sort_small(index: i64, class_: i64) -> i64:
    count = count_marks(index)
    size = heap.cell_size(class_)
    if count == 0:
        heap.free_block(index)
    elif count < heap.BLOCK_SIZE // size:
        record = heap.class_record(class_)
        heap.set_state(index, heap.UNSWEPT + class_)
        heap.set_link(index, load_i64(record + heap.CLASS_UNSWEPT))
        store_i64(record + heap.CLASS_UNSWEPT, index + 1)
    return count * size


def count_marks(index: i64) -> i64:
    place = heap.block_marks(index)
    end = place + heap.MARK_BYTES
    count: i64 = 0
    while place < end:
        count += popcount(load_i64(place))
        place += 8
    return count


def sort_large(index: i64) -> i64:
    count = heap.link_of(index)
    if is_marked(heap.block_address(index)):
        return count << heap.BLOCK_SHIFT
    end = index + count
    while index < end:
        heap.free_block(index)
        index += 1
    return 0
