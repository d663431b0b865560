"""Lay out the heap: equal blocks, and small tables that say what each block holds.

The machine's start code calls `initialize` once, before anything is allocated. The region is
divided, lowest address first::

    classes      one record for each size class: where the next object goes (CLASS_*)
    states       a byte for each block: free, a size class, or part of a large object
    links        a u32 for each block: next block of a list, or the extent of a large object
    marks        a bit for each 16 bytes of each block
    mark stack   addresses that the collector has still to look into
    blocks       16 KiB each; objects never move

Nothing here is proportional to the heap at start: a table entry means something only for blocks
below `top`, and is written when its block is first taken, so memory may start dirty and pages
that were never used are never touched.

Invariant between collections: in a block whose state is a size class without UNSWEPT, a cell's
header is zero exactly when the cell is free, and a free run that a class record offers is zeroed.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    clz,
    fill_memory,
    inline,
    load_u8,
    load_u32,
    store_u8,
    store_u32,
)
from sesha.guest.memory import budget

BLOCK_SHIFT = 14
BLOCK_SIZE = 1 << BLOCK_SHIFT
MARK_BYTES = BLOCK_SIZE // 16 // 8
STACK_SHARE = 64
"""Bytes of mark stack for each block."""
TABLE_SHARE = 1 + 4 + MARK_BYTES + STACK_SHARE

# States of a block.
FREE = 0
LARGE = 1
"""First block of a large object; its link is the number of blocks."""
LARGE_REST = 2
"""A further block of a large object; its link is the index of the first."""
SMALL = 64
"""Plus the size class: cells of that size."""
UNSWEPT = 128
"""Plus the size class: only the mark bits say which cells are live."""

# Records of size classes.
CLASS_CURSOR = 0
"""Address of the next free cell; the run up to CLASS_LIMIT is zeroed."""
CLASS_LIMIT = 8
CLASS_SCAN = 16
"""Where the search for the next run goes on in the current block; at CLASS_END there is none."""
CLASS_END = 24
CLASS_UNSWEPT = 32
"""Index + 1 of the first block to sweep, 0 for none; `links` chains the others."""
CLASS_RECORD_SHIFT = 6
CLASS_COUNT = 36

FINE_LIMIT = 256
"""Up to here classes are 16 bytes apart, above there are four for each doubling."""
SMALL_LIMIT = 8192

RESERVE_BLOCKS = 4
"""So many blocks are kept for raising and reporting MemoryError, wherever they are."""

classes: i64 = 0
states: i64 = 0
links: i64 = 0
marks: i64 = 0
stack_start: i64 = 0
stack_end: i64 = 0
blocks: i64 = 0
block_count: i64 = 0
used: i64 = 0
"""Blocks that are not free."""
reserve: i64 = RESERVE_BLOCKS
"""Free blocks that are not given out: none of them when memory has run out."""
top: i64 = 0
"""Blocks that were ever taken; those above hold nothing and their table entries are undefined."""
stack_base: i64 = 0
"""Just above the oldest frame that may hold values."""


def initialize(start: i64, end: i64, stack_base_: i64) -> None:
    """Take the memory from start to end as the heap. Contents do not matter."""
    global classes, states, links, marks, stack_start, stack_end, blocks, block_count, stack_base
    global used, reserve
    stack_base = stack_base_
    classes = (start + 63) & -64
    table = classes + (CLASS_COUNT << CLASS_RECORD_SHIFT)
    count = (end - table - 4096) // (BLOCK_SIZE + TABLE_SHARE)
    marks = table
    stack_start = marks + count * MARK_BYTES
    stack_end = stack_start + count * STACK_SHARE
    links = stack_end
    states = links + count * 4
    blocks = (states + count + 4095) & -4096
    block_count = count
    used = 0
    reserve = RESERVE_BLOCKS
    fill_memory(classes, 0, CLASS_COUNT << CLASS_RECORD_SHIFT)
    budget.start((count - RESERVE_BLOCKS) << BLOCK_SHIFT)


def open_reserve() -> None:
    """Let the last blocks be taken too."""
    global reserve
    reserve = 0


def close_reserve() -> bool:
    """Keep blocks back again, if so many are free."""
    global reserve
    if block_count - used < RESERVE_BLOCKS:
        return False
    reserve = RESERVE_BLOCKS
    return True


# --- size classes ----------------------------------------------------------------------------
@inline
def class_of(size: i64) -> i64:
    """The class for a size of 1..SMALL_LIMIT bytes; folds when the size is a constant."""
    if size <= FINE_LIMIT:
        return ((size + 15) >> 4) - 1
    shift = 61 - clz(size - 1)
    return (shift << 2) + ((size - 1) >> shift) - 12


@inline
def cell_size(class_: i64) -> i64:
    """Bytes of a cell of the class: the inverse of `class_of`."""
    if class_ < 16:
        return (class_ + 1) << 4
    return ((class_ & 3) + 5) << ((class_ >> 2) + 2)


@inline
def class_record(class_: i64) -> i64:
    return classes + (class_ << CLASS_RECORD_SHIFT)


# --- blocks ----------------------------------------------------------------------------------
@inline
def block_address(index: i64) -> i64:
    return blocks + (index << BLOCK_SHIFT)


@inline
def block_marks(index: i64) -> i64:
    return marks + index * MARK_BYTES


@inline
def state_of(index: i64) -> i64:
    return load_u8(states + index)


@inline
def set_state(index: i64, state: i64) -> None:
    store_u8(states + index, state)


@inline
def link_of(index: i64) -> i64:
    return load_u32(links + (index << 2))


@inline
def set_link(index: i64, value: i64) -> None:
    store_u32(links + (index << 2), value)


def find_free(start: i64, stop: i64, count: i64) -> i64:
    """The first of `count` free blocks in a row within start..stop, or -1."""
    run: i64 = 0
    index = start
    while index < stop:
        if index >= top or state_of(index) == FREE:
            run += 1
            if run == count:
                return index - count + 1
        else:
            run = 0
        index += 1
    return -1


rover: i64 = 0
"""Where the search for free blocks goes on."""


def restart_search() -> None:
    """Blocks have become free: search from the lowest again, and forget those at the end."""
    global rover, top
    rover = 0
    while top > 0 and state_of(top - 1) == FREE:
        top = top - 1


def take_blocks(count: i64) -> i64:
    """Index of the first of `count` adjoining blocks, the caller's from now on, or -1 if there
    are none. Their marks are clear; the states are for the caller to set."""
    global rover, top, used
    if used + count + reserve > block_count:
        return -1
    found = find_free(rover, block_count, count)
    if found < 0 and rover > 0:
        found = find_free(0, block_count, count)
    if found < 0:
        return -1
    used = used + count
    rover = found + count
    if rover > top:
        clear_marks(top, rover - top)
        fresh = top
        top = rover
        while fresh < found:
            set_state(fresh, FREE)
            fresh += 1
    return found


def free_block(index: i64) -> None:
    """Nothing lives in the block any more."""
    global used
    set_state(index, FREE)
    used = used - 1


def clear_marks(first: i64, count: i64) -> None:
    fill_memory(block_marks(first), 0, count * MARK_BYTES)


def empty_class(class_: i64) -> None:
    """Forget the blocks of a class: which of them have room is found out anew."""
    fill_memory(class_record(class_), 0, 1 << CLASS_RECORD_SHIFT)
