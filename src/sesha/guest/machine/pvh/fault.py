"""Report a fault of the processor and stop: what a program can never cause."""

from mypy_extensions import i64

from sesha.guest.abi.runner import FAULT_STATUS
from sesha.guest.cpu.intrinsics import load_i64
from sesha.guest.cpu.x86_64.registers import fault_address
from sesha.guest.machine.pvh import console, power
from sesha.guest.memory import stack

PAGE_FAULT = 14
GUARD_SIZE = 4096
FRAME_ERROR = 8
FRAME_ADDRESS = 16
FRAME_STACK = 40

reporting: bool = False


def fault(frame: i64) -> None:
    """Called by the fault entries with the address of vector, error code, rip, cs, rflags, rsp, ss."""
    global reporting
    if not reporting:
        reporting = True
        report(frame)
    power.leave(FAULT_STATUS)


def report(frame: i64) -> None:
    vector = load_i64(frame)
    if vector == PAGE_FAULT and hits_guard(fault_address()):
        console.write_text(b"sesha: internal error: machine: the stack is used up\n")
        return
    console.write_text(b"sesha: internal error: machine: processor fault ")
    console.write_hexadecimal(vector)
    console.write_text(b" at ")
    console.write_hexadecimal(load_i64(frame + FRAME_ADDRESS))
    if vector == PAGE_FAULT:
        console.write_text(b" accessing ")
        console.write_hexadecimal(fault_address())
    console.write_text(b" error ")
    console.write_hexadecimal(load_i64(frame + FRAME_ERROR))
    console.write_text(b" stack ")
    console.write_hexadecimal(load_i64(frame + FRAME_STACK))
    console.write_text(b"\n")


def hits_guard(address: i64) -> bool:
    lowest = stack.limit - stack.RESERVE
    return lowest - GUARD_SIZE <= address and address < lowest
