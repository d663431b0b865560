"""Mark what can be reached: an explicit stack of addresses, objects traced by their class record.

Pointers inside objects are exact (`mark_word`): TYPE_TRACE and TYPE_POINTERS of the class record
say which words to look at. Words of the stack, the registers and the module globals may be
anything (`mark_any`): one that falls into a cell in use keeps that cell, wherever in it or just
past its end it points. Objects outside the heap are static, hold no pointers into it, and are not
looked at.

The mark stack has a fixed size. When it is full the object stays marked but not looked into, and
`drain` afterwards walks all marked objects again until nothing was left out.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import (
    class_record,
    ctz,
    inline,
    load_i64,
    load_u16,
    load_u32,
    no_alloc,
    store_i64,
    ult,
)
from sesha.guest.memory import heap
from sesha.guest.memory.sweep import is_marked

CHUNK = 512
"""Bytes of an array that are looked at before the rest goes back on the stack."""
RANGE_TAG = 1
"""Marks a stack entry that is the rest of an array: its end lies below its start."""

position: i64 = 0
"""Where the next entry of the mark stack goes."""
overflowed: bool = False


def begin() -> None:
    global position, overflowed
    position = heap.stack_start
    overflowed = False


@inline
def push(entry: i64) -> None:
    global position, overflowed
    if position < heap.stack_end:
        store_i64(position, entry)
        position = position + 8
    else:
        overflowed = True


@inline
def pop() -> i64:
    global position
    position = position - 8
    return load_i64(position)


# --- from a word to an object ------------------------------------------------------------------
@inline
def mark_object(address: i64) -> None:
    """Mark the object that begins there, and look into it later."""
    offset = address - heap.blocks
    place = heap.marks + ((offset >> 10) << 3)
    before = load_i64(place)
    after = before | (1 << ((offset >> 4) & 63))
    if after != before:
        store_i64(place, after)
        push(address)


@inline
def mark_word(word: i64) -> None:
    """Mark what a word of an object points to."""
    if word & layout.TAG_MASK == layout.TAG_POINTER:
        address = word - layout.TAG_POINTER
        if ult(address - heap.blocks, heap.top << heap.BLOCK_SHIFT):
            mark_object(address)


def mark_any(value: i64) -> None:
    """Mark the object that a value may point to, if it is an address at all."""
    mark_around(value)
    if value & (layout.OBJECT_ALIGN - 1) == 0:
        mark_around(value - 1)


def mark_around(address: i64) -> None:
    offset = address - heap.blocks
    if not ult(offset, heap.top << heap.BLOCK_SHIFT):
        return
    index = offset >> heap.BLOCK_SHIFT
    state = heap.state_of(index)
    if state >= heap.SMALL:
        size = heap.cell_size(state - heap.SMALL)
        start = heap.block_address(index)
        cell = start + (address - start) // size * size
        if cell + size <= start + heap.BLOCK_SIZE and load_i64(cell) != 0:
            mark_object(cell)
    elif state == heap.LARGE:
        mark_object(heap.block_address(index))
    elif state == heap.LARGE_REST:
        mark_object(heap.block_address(heap.link_of(index)))


@no_alloc
def mark_range(start: i64, end: i64) -> None:
    """Mark from every aligned word of a piece of memory, whatever it holds."""
    place = start
    while place < end:
        mark_any(load_i64(place))
        place += 8


# --- from an object to its words ---------------------------------------------------------------
@no_alloc
def drain() -> None:
    """Look into everything that waits, until all that can be reached is marked."""
    global overflowed
    empty_stack()
    while overflowed:
        overflowed = False
        revisit()


def empty_stack() -> None:
    while position > heap.stack_start:
        entry = pop()
        if entry & RANGE_TAG != 0:
            visit_words(entry - RANGE_TAG, pop())
        else:
            visit(entry)


def visit(address: i64) -> None:
    """Mark what an object points to."""
    record = class_record(load_u32(address))
    trace = load_u16(record + layout.TYPE_TRACE)
    if trace == layout.TRACE_SLOTS:
        visit_slots(address + layout.HEADER_SIZE, load_i64(record + layout.TYPE_POINTERS))
    elif trace == layout.TRACE_ARRAY:
        items = address + layout.ARRAY_ITEMS
        visit_words(items, items + (load_i64(address + layout.ARRAY_CAPACITY) << 3))
    elif trace == layout.TRACE_CONSERVATIVE:
        mark_range(address + layout.HEADER_SIZE, end_of(address))


def end_of(address: i64) -> i64:
    """Where the memory of an object in the heap ends: frames of one class differ in size."""
    index = (address - heap.blocks) >> heap.BLOCK_SHIFT
    state = heap.state_of(index)
    if state >= heap.SMALL:
        return address + heap.cell_size(state - heap.SMALL)
    index += 1
    while index < heap.top and heap.state_of(index) == heap.LARGE_REST:
        index += 1
    return heap.block_address(index)


def visit_slots(slots: i64, pointers: i64) -> None:
    rest = pointers
    while rest != 0:
        mark_word(load_i64(slots + (ctz(rest) << 3)))
        rest = rest & (rest - 1)


def visit_words(start: i64, end: i64) -> None:
    stop = end
    if end - start > CHUNK:
        stop = start + CHUNK
        push(end)
        push(stop | RANGE_TAG)
    place = start
    while place < stop:
        mark_word(load_i64(place))
        place += 8


# --- when the mark stack was too small ---------------------------------------------------------
def revisit() -> None:
    """Look into every marked object once more, for those that did not fit on the stack."""
    index: i64 = 0
    while index < heap.top:
        state = heap.state_of(index)
        start = heap.block_address(index)
        if state >= heap.SMALL:
            revisit_cells(start, heap.cell_size(state - heap.SMALL))
        elif state == heap.LARGE and is_marked(start):
            visit(start)
            empty_stack()
        index += 1


def revisit_cells(start: i64, size: i64) -> None:
    cell = start
    while cell + size <= start + heap.BLOCK_SIZE:
        if is_marked(cell):
            visit(cell)
            empty_stack()
        cell += size
