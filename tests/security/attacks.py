"""Attacks on the memory of the machine that this program runs on: `argv[1]` names one.

Written in the raw dialect, since Python itself cannot express them. Each must end the machine; one
that succeeds prints `alive`.
"""

import sys

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    address,
    asm,
    asm_void,
    function_address,
    stack_words,
    store_i64,
    store_u8,
    volatile_load_u32,
)

RETURN = 0xC3
LAYOUT_DATA = 24


def nothing() -> None:
    """A function to be overwritten."""


def call(place: i64) -> None:
    asm_void("callq *$0", "r", place)


def write_code() -> None:
    store_u8(function_address(nothing), RETURN)


def write_constant() -> None:
    store_u8(address(b"a constant") + LAYOUT_DATA, RETURN)


def execute_constant() -> None:
    call(address(b"\xc3\xc3\xc3\xc3") + LAYOUT_DATA)


def execute_heap() -> None:
    code = bytes([RETURN] * (4 + len(sys.argv)))
    call(address(code) + LAYOUT_DATA)


def execute_stack() -> None:
    place = stack_words(1)
    store_i64(place, RETURN)
    call(place)


def write_page_tables() -> None:
    """A process may not even ask where they are."""
    store_i64(asm("movq %cr3, $0", "=r"), 0)


def read_null() -> None:
    print(int(volatile_load_u32(0)))


def call_null() -> None:
    call(0)


def overflow_stack() -> None:
    asm_void("1: pushq %rax; jmp 1b", "")


ATTACKS = {
    "write_code": write_code,
    "write_constant": write_constant,
    "execute_constant": execute_constant,
    "execute_heap": execute_heap,
    "execute_stack": execute_stack,
    "write_page_tables": write_page_tables,
    "read_null": read_null,
    "call_null": call_null,
    "overflow_stack": overflow_stack,
}


def main() -> None:
    print("before", flush=True)
    ATTACKS[sys.argv[1]]()
    print("alive", flush=True)


main()
