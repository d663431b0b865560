"""Handle what interrupts the processor: faults end the machine with a report, wake-ups end `hlt`.

The interrupt table, the task state and the stack that faults run on lie in pages that the start
code gives; the entries themselves are in pvh_entry.s.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    asm_void,
    fill_memory,
    stack_words,
    store_i64,
    store_u8,
    store_u16,
    store_u32,
    symbol_address,
)

FAULT_COUNT = 32
WAKE_VECTOR = 33
"""Timer and devices: nothing is done but going on after `hlt`."""
SPURIOUS_VECTOR = 63
VECTOR_COUNT = 64
ENTRY_STEP = 16
"""Bytes between the entries of faults."""

GATE_SIZE = 16
CODE_SELECTOR = 8
TASK_SELECTOR = 24
TASK_OFFSET = 1024
"""The task state follows the interrupt table in its page."""
TASK_SIZE = 104
TASK_FAULT_STACK = 36
"""Interrupt stack 1."""
TASK_IO_MAP = 102
INTERRUPT_GATE = 0x8E
AVAILABLE_TASK = 0x89


def install(page: i64, fault_stack: i64, handler: i64) -> None:
    """Set up the interrupt table and the task state in a zeroed page; `handler` is called with the
    address of what the processor and the entry pushed, and does not return."""
    store_i64(symbol_address("fault_handler"), handler)
    entries = symbol_address("fault_entries")
    vector: i64 = 0
    while vector < FAULT_COUNT:
        set_gate(page, vector, entries + vector * ENTRY_STEP, 1)
        vector += 1
    while vector < VECTOR_COUNT:
        set_gate(page, vector, symbol_address("ignore_entry"), 0)
        vector += 1
    set_gate(page, WAKE_VECTOR, symbol_address("wake_entry"), 0)
    load_interrupt_table(page)
    load_task(page + TASK_OFFSET, fault_stack)


def set_gate(page: i64, vector: i64, entry: i64, stack: i64) -> None:
    """Let a vector lead to the entry, on interrupt stack `stack` (0: the current one)."""
    gate = page + vector * GATE_SIZE
    store_u16(gate, entry)
    store_u16(gate + 2, CODE_SELECTOR)
    store_u8(gate + 4, stack)
    store_u8(gate + 5, INTERRUPT_GATE)
    store_u16(gate + 6, entry >> 16)
    store_u32(gate + 8, entry >> 32)


def load_interrupt_table(page: i64) -> None:
    pointer = stack_words(2)
    store_i64(pointer, VECTOR_COUNT * GATE_SIZE - 1 | page << 16)
    store_i64(pointer + 8, page >> 48)
    asm_void("lidt ($0)", "r", pointer)


def load_task(task: i64, fault_stack: i64) -> None:
    fill_memory(task, 0, TASK_SIZE)
    store_i64(task + TASK_FAULT_STACK, fault_stack)
    store_u16(task + TASK_IO_MAP, TASK_SIZE)
    descriptor = symbol_address("gdt") + TASK_SELECTOR
    low = (TASK_SIZE - 1) | (task & 0xFF_FFFF) << 16 | AVAILABLE_TASK << 40 | (task >> 24 & 0xFF) << 56
    store_i64(descriptor, low)
    store_i64(descriptor + 8, task >> 32)
    asm_void("ltr %ax", "{rax}", TASK_SELECTOR)
