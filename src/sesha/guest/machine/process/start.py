"""Start the process machine: from Linux's entry to the program's main.

    _start (cpu/x86_64/process_entry.s) -> start -> [own stack] begin -> sesha.program.main -> exit

Closes descriptors that were left to it, takes the heap and a stack with guard pages from Linux, gives up
every right that the program does not need (sandbox.py), then runs it.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.abi.runner import REFUSED_STATUS
from sesha.guest.cpu.intrinsics import (
    address,
    asm_void,
    export,
    function_address,
    load_u8,
    symbol_address,
    syscall,
    trap,
)
from sesha.guest.machine.process import arguments, console, host_files, power, sandbox, tap, wake
from sesha.guest.machine.process.system_calls import CLOSE_RANGE, MMAP, MPROTECT, STDERR
from sesha.guest.memory import heap, stack as stack_bounds
from sesha.program import main

PROT_NONE = 0
PROT_READ_WRITE = 3
MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x4022

STACK_SIZE = 16 << 20
"""Address space, not memory: only touched pages count."""
GUARD_SIZE = 1 << 20
PAGE_SHIFT = 12
DESCRIPTOR_MOST = 0xFFFF_FFFF
MEMORY_VARIABLE = b"SESHA_MEMORY"
"""Bytes of heap; without it what the build was told (symbol `memory_pages`)."""
NO_MEMORY = b"sesha: Linux does not give so much memory; ask for less with --memory\n"

heap_start: i64 = 0
heap_end: i64 = 0
stack_lowest: i64 = 0
stack_top: i64 = 0


@export("start")
def start(initial_stack: i64) -> None:
    """Called by the entry code with the address of argc."""
    global heap_start, heap_end, stack_lowest, stack_top
    arguments.initialize(initial_stack)
    syscall(CLOSE_RANGE, STDERR + 1, DESCRIPTOR_MOST, 0)
    size = memory_size()
    heap_start = map_memory(size)
    heap_end = heap_start + size
    stack = map_memory(GUARD_SIZE + STACK_SIZE)
    syscall(MPROTECT, stack, GUARD_SIZE, PROT_NONE)
    stack_top = stack + GUARD_SIZE + STACK_SIZE
    stack_lowest = stack + GUARD_SIZE
    asm_void("movq $0, %rsp; xorl %ebp, %ebp; callq *$1", "r,r", stack_top, function_address(begin))
    trap()


def begin() -> None:
    """Goes on on the program's own stack; never returns."""
    stack_bounds.set_bounds(stack_lowest, stack_top)
    heap.initialize(heap_start, heap_end, stack_top)
    host_files.load()
    tap.open_device()
    wake.open_descriptor()
    sandbox.enter()
    power.leave(main())


def memory_size() -> i64:
    name = address(MEMORY_VARIABLE)
    value = arguments.find_variable(name + layout.BYTES_DATA, len(MEMORY_VARIABLE))
    size: i64 = 0
    if value != 0:
        size = decimal(value)
    if size == 0:
        size = symbol_address("memory_pages") << PAGE_SHIFT
    return size


def decimal(text: i64) -> i64:
    """The number at an address, as far as there are digits."""
    value: i64 = 0
    place = text
    while load_u8(place) >= 48 and load_u8(place) <= 57:
        value = value * 10 + load_u8(place) - 48
        place += 1
    return value


def map_memory(size: i64) -> i64:
    """Fresh zeroed memory from Linux."""
    place = syscall(MMAP, 0, size, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0)
    if place < 0 and place > -4096:
        console.write(console.STDERR, NO_MEMORY)
        power.leave(REFUSED_STATUS)
    return place
