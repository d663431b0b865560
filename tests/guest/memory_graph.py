"""A heap over the bytes that play the memory under CPython, with objects linked at random."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from sesha.guest.abi import layout
from sesha.guest.cpu import intrinsics
from sesha.guest.memory import allocate, budget, collect, heap, mark

RECORDS = 64
GLOBALS = 4096
STACK = 8192
REGION = 16384
SLOTS, ARRAY, RAW, FRAME = 1, 2, 3, 4
"""Class ids: two pointers and a raw word; counted words; nothing to trace; any words."""
ROOTS = 64


class Graph:
    """What the heap should hold: address of each object, and the objects that it points to."""

    def __init__(self, size: int, seed: int) -> None:
        self.random = random.Random(seed)
        intrinsics.MEMORY[:] = self.random.randbytes(4096) * (size // 4096 + 16)
        for class_id, trace in ((SLOTS, 1), (ARRAY, 2), (RAW, 0), (FRAME, 3)):
            record = RECORDS + class_id * layout.TYPE_RECORD_SIZE
            intrinsics.store_u16(record + layout.TYPE_TRACE, trace)
            intrinsics.store_i64(record + layout.TYPE_POINTERS, 0b101)
            intrinsics.store_u32(record + layout.TYPE_SIZE, 48)
        for place in range(GLOBALS, GLOBALS + 8 * ROOTS, 8):
            intrinsics.store_i64(place, 0)
        heap.initialize(REGION + 40, REGION + size, STACK + 8 * ROOTS)
        self.children: dict[int, dict[int, int]] = {}
        self.sizes: dict[int, int] = {}
        self.roots: dict[int, int] = {}

    def allocate(self) -> int:
        class_id = self.random.choice((SLOTS, SLOTS, ARRAY, RAW, FRAME))
        size = {SLOTS: 32, FRAME: 48}.get(class_id, 0)
        if not size:
            size = 16 + 8 * int(self.random.choice((4, 30, 300, 1500, 6000)) * self.random.random())
        address = int(allocate.allocate(size, class_id))
        assert address % 16 == 0
        assert intrinsics.load_i64(address) == class_id
        assert not any(intrinsics.MEMORY[address + 8 : address + size])
        if class_id == ARRAY:
            intrinsics.store_i64(address + 8, (size - 16) // 8)
        if class_id == RAW:
            intrinsics.MEMORY[address + 8 : address + size] = self.random.randbytes(size - 8)
        self.children[address] = {}
        self.sizes[address] = size
        return address

    def check_apart(self, address: int) -> None:
        """An object that was just allocated overlaps nothing that can be reached."""
        end = address + self.sizes[address]
        for other in self.reachable() - {address}:
            assert other + self.sizes[other] <= address or end <= other

    def slots(self, address: int) -> list[int]:
        """Places within an object where a pointer is followed."""
        class_id = intrinsics.load_i64(address)
        if class_id == SLOTS:
            return [address + 8, address + 24]
        if class_id == ARRAY:
            return list(range(address + 16, address + self.sizes[address], 8))
        return list(range(address + 8, address + 48, 8)) if class_id == FRAME else []

    def link(self, source: int, target: int) -> None:
        slots = self.slots(source)
        if slots:
            place = self.random.choice(slots)
            intrinsics.store_i64(place, target + layout.TAG_POINTER)
            self.children[source][place] = target

    def set_root(self, address: int) -> None:
        """Hold an object by a word of the globals, in one of the forms that code may keep it in."""
        place = GLOBALS + 8 * self.random.randrange(ROOTS)
        form = self.random.choice((0, 1, 8, self.sizes[address]))
        intrinsics.store_i64(place, address + form)
        self.roots[place] = address

    def reachable(self) -> set[int]:
        found: set[int] = set()
        waiting = list(self.roots.values())
        while waiting:
            address = waiting.pop()
            if address not in found:
                found.add(address)
                waiting.extend(self.children[address].values())
        return found

    def forget_unreachable(self) -> None:
        live = self.reachable()
        self.children = {address: self.children[address] for address in live}
        self.sizes = {address: self.sizes[address] for address in live}

    def check(self) -> None:
        """Everything reachable is still as it was written."""
        for address in self.reachable():
            assert intrinsics.load_i64(address) in (SLOTS, ARRAY, RAW, FRAME)
            for place, target in self.children[address].items():
                assert intrinsics.load_i64(place) == target + layout.TAG_POINTER


@contextmanager
def hosted_heap(graph_size: int, seed: int) -> Iterator[Graph]:
    """A graph in a heap of that size; the roots that compiled code has are replaced."""
    memory = bytes(intrinsics.MEMORY)
    saved = (collect.symbol_address, collect.stack_pointer, collect.stack_words, collect.asm_void)
    saved_record = mark.class_record
    ends = {"globals_start": GLOBALS, "globals_end": GLOBALS + 8 * ROOTS}
    collect.symbol_address = ends.__getitem__  # type: ignore[assignment]
    collect.stack_pointer = lambda: STACK + 8 * ROOTS  # type: ignore[assignment, return-value]
    collect.stack_words = lambda count: STACK  # type: ignore[assignment, return-value]
    collect.asm_void = lambda *arguments: None  # type: ignore[assignment]
    mark.class_record = lambda id_: RECORDS + id_ * layout.TYPE_RECORD_SIZE  # type: ignore[assignment, return-value]
    module_state = [(m, dict(vars(m))) for m in (heap, allocate, mark, budget)]
    allocate.unchecked = lambda value: value
    try:
        yield Graph(graph_size, seed)
    finally:
        for module, state in module_state:
            vars(module).update(state)
        collect.symbol_address, collect.stack_pointer, collect.stack_words, collect.asm_void = saved
        mark.class_record = saved_record
        intrinsics.MEMORY[:] = memory
