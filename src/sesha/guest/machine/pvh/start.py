"""Start the PVH machine: from the entry code to the program's main.

    pvh_entry (cpu/x86_64/pvh_entry.s) -> start -> [final page tables, own stack] begin
        -> sesha.program.main -> power.leave

Memory above the image, lowest address first: command line, interrupt table and task state, fault
stack, page tables, guard, stack, device memory, heap.
"""

from mypy_extensions import i64

from sesha.guest.abi.runner import LEAST_ROOM, REFUSED_STATUS
from sesha.guest.cpu.intrinsics import (
    asm_void,
    export,
    fill_memory,
    function_address,
    symbol_address,
    trap,
)
from sesha.guest.cpu.x86_64 import apic, paging, protections, traps
from sesha.guest.machine.pvh import command_line, console, fault, pages, power, start_info
from sesha.guest.memory import heap, stack as stack_bounds
from sesha.program import main

PAGE = 4096
COMMAND_LINE_ROOM = PAGE
FAULT_STACK_SIZE = 2 * PAGE
TABLE_POOL = 16
"""Pages for page tables, and one more for each GiB."""
GIB_SHIFT = 30
STACK_SHARE = 16
"""The stack takes this part of memory, within bounds."""
STACK_LEAST = 128 << 10
STACK_MOST = 8 << 20
DEVICE_SHARE = 16
DEVICE_MOST = 2 << 20
"""Queues and packet buffers take this part of memory, within bounds."""
ESCAPED_INPUT = b"sesha.input=escaped"
TOO_LITTLE = b"sesha: the machine has too little memory for this image; give it more with --memory\n"
DEVICES_START = 0xFE00_0000
DEVICES_END = 0xFF00_0000
"""Where monitors put virtio-mmio, PCI windows and APICs."""

heap_start: i64 = 0
heap_end: i64 = 0
stack_lowest: i64 = 0
stack_top: i64 = 0


@export("start")
def start(info: i64) -> None:
    """Called by the entry code with the address of the start info, interrupts off."""
    global heap_start, heap_end, stack_lowest, stack_top
    line = symbol_address("image_end")
    heap_end = start_info.memory_end(info, line) & -PAGE
    if heap_end - line < LEAST_ROOM:
        console.write_text(TOO_LITTLE)
        power.leave(REFUSED_STATUS)
    start_info.copy_command_line(info, line, COMMAND_LINE_ROOM)
    command_line.initialize(line)
    trap_page = line + COMMAND_LINE_ROOM
    fill_memory(trap_page, 0, PAGE)
    fault_stack_end = trap_page + PAGE + FAULT_STACK_SIZE
    tables_end = fault_stack_end + (TABLE_POOL + (heap_end >> GIB_SHIFT)) * PAGE
    stack = tables_end + PAGE
    stack_top = stack + stack_size(heap_end - stack)
    heap_start = stack_top + device_memory(heap_end - stack_top)
    pages.initialize(stack_top, heap_start)
    stack_lowest = stack
    console.start(command_line.find(ESCAPED_INPUT, line) != 0)
    traps.install(trap_page, fault_stack_end, function_address(fault.fault))
    map_memory(fault_stack_end, tables_end)
    asm_void("movq $0, %rsp; xorl %ebp, %ebp; callq *$1", "r,r", stack_top, function_address(begin))
    trap()


def stack_size(memory: i64) -> i64:
    size = memory // STACK_SHARE & -PAGE
    if size < STACK_LEAST:
        return STACK_LEAST
    return STACK_MOST if size > STACK_MOST else size


def device_memory(memory: i64) -> i64:
    """Bytes for what devices read and write."""
    size = memory // DEVICE_SHARE & -PAGE
    return DEVICE_MOST if size > DEVICE_MOST else size


def map_memory(tables: i64, tables_end: i64) -> None:
    """Give every page its rights, and use the tables: everything outside faults from now on."""
    paging.begin(tables, tables_end)
    constants = symbol_address("constants_start")
    code = symbol_address("code_start")
    data = symbol_address("data_start")
    guard = tables_end
    paging.map_range(constants, code, paging.READ)
    paging.map_range(code, data, paging.READ_EXECUTE)
    paging.map_range(data, tables, paging.READ_WRITE)
    paging.map_range(tables, guard, paging.READ)
    paging.map_range(guard + PAGE, heap_end, paging.READ_WRITE)
    paging.map_range(DEVICES_START, DEVICES_END, paging.DEVICE)
    paging.use()
    protections.enable()


def begin() -> None:
    """Goes on on the program's own stack; never returns."""
    stack_bounds.set_bounds(stack_lowest, stack_top)
    heap.initialize(heap_start, heap_end, stack_top)
    apic.start()
    power.leave(main())
