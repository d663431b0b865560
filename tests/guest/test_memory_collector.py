"""The collector under CPython: whatever can be reached stays, the rest is handed out again."""

import pytest

from sesha.guest.cpu import intrinsics
from sesha.guest.memory import allocate, budget, heap
from sesha.guest.memory.collect import collect
from tests.guest.memory_graph import ARRAY, RAW, SLOTS, hosted_heap

pytestmark = pytest.mark.fast


def test_size_classes_are_the_smallest_that_fit() -> None:
    for size in range(1, heap.SMALL_LIMIT + 1):
        class_ = heap.class_of(size)
        assert heap.cell_size(class_) >= size
        assert class_ == 0 or heap.cell_size(class_ - 1) < size
    assert heap.class_of(heap.SMALL_LIMIT) == heap.CLASS_COUNT - 1


@pytest.mark.parametrize("seed", range(5))
def test_random_graphs_survive_collections(seed: int) -> None:
    with hosted_heap(3 << 20, seed) as graph:
        before = budget.collections
        for step in range(400):
            address = graph.allocate()
            graph.check_apart(address)
            known = sorted(graph.reachable())
            if known and graph.random.random() < 0.7:
                graph.link(graph.random.choice(known), address)
            if known:
                graph.link(address, graph.random.choice(known))
            if graph.random.random() < 0.3:
                graph.set_root(address)
            if step % 80 == 79:
                collect()
                graph.forget_unreachable()
                graph.check()
        assert budget.collections >= before + 5


def test_a_small_mark_stack_only_costs_time() -> None:
    with hosted_heap(1 << 20, 1) as graph:
        heap.stack_end = heap.stack_start + 32
        table = int(allocate.allocate(16 + 8 * 2000, ARRAY))
        intrinsics.store_i64(table + 8, 2000)
        graph.sizes[table] = 16 + 8 * 2000
        graph.children[table] = {}
        graph.set_root(table)
        for index in range(2000):
            address = int(allocate.allocate(32, SLOTS))
            intrinsics.store_i64(table + 16 + 8 * index, address + 1)
            graph.children[table][table + 16 + 8 * index] = address
            graph.children[address] = {}
            graph.sizes[address] = 32
        collect()
        graph.check()
        assert budget.live >= 2000 * 32


def test_memory_error_when_full_and_room_again_after() -> None:
    with hosted_heap(1 << 20, 2) as graph:
        held = [GLOBALS_PLACE + 8 * index for index in range(64)]
        with pytest.raises(MemoryError):
            for place in held:
                address = int(allocate.allocate(20000, RAW))
                intrinsics.store_i64(place, address + 1)
        assert int(allocate.allocate(32, SLOTS)), "the reserve is open"
        for place in held:
            intrinsics.store_i64(place, 0)
        collect()
        for _ in range(200):
            allocate.allocate(20000, RAW)
        assert not allocate.reserve_open
        assert graph


def test_the_reserve_closes_wherever_there_is_room() -> None:
    """What was taken of the reserve stays; other blocks take its place."""
    with hosted_heap(1 << 20, 4) as graph:
        held = [GLOBALS_PLACE + 8 * index for index in range(64)]
        with pytest.raises(MemoryError):
            for place in held:
                intrinsics.store_i64(place, int(allocate.allocate(20000, RAW)) + 1)
        from_reserve = int(allocate.allocate(20000, RAW))
        for place in held:
            intrinsics.store_i64(place, 0)
        intrinsics.store_i64(held[0], from_reserve + 1)
        collect()
        allocate.collect_garbage()
        assert not allocate.reserve_open
        assert graph


def test_sizes_beyond_the_heap_are_refused() -> None:
    with hosted_heap(1 << 20, 3):
        for size in (1 << 40, (1 << 63) - 1, -8):
            with pytest.raises(MemoryError):
                allocate.allocate(size, RAW)


GLOBALS_PLACE = 4096
