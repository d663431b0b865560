"""Wait with the local APIC's timer, and route device interrupts to the one wake-up vector.

Interrupts are off except during `hlt`: nothing ever runs between two instructions of the program.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import asm_void, volatile_load_u32, volatile_store_u32
from sesha.guest.cpu.x86_64.ports import out8
from sesha.guest.cpu.x86_64.traps import SPURIOUS_VECTOR, WAKE_VECTOR

LOCAL = 0xFEE0_0000
SPURIOUS = LOCAL + 0xF0
TIMER = LOCAL + 0x320
INITIAL_COUNT = LOCAL + 0x380
CURRENT_COUNT = LOCAL + 0x390
DIVIDE = LOCAL + 0x3E0
ENABLE = 0x100
DIVIDE_BY_ONE = 0xB
COUNT_MOST = 0xFFFF_FFFF
MASKED = 1 << 16

IO = 0xFEC0_0000
IO_SELECT = IO
IO_WINDOW = IO + 0x10
IO_FIRST_ENTRY = 0x10
LEVEL_TRIGGERED = 1 << 15

LEGACY_MASTER_MASK = 0x21
LEGACY_SLAVE_MASK = 0xA1
LEGACY_ALL = 0xFF

MESSAGE_ADDRESS = LOCAL
"""Where a device writes WAKE_VECTOR to wake the processor (MSI)."""

WINDOW_START = IO
WINDOW_SIZE = LOCAL + 0x1000 - IO
"""What must be mapped for this module."""


def start() -> None:
    """Enable the local APIC, its timer counting bus cycles once; the firmware's interrupt controllers
    would give the vectors of processor faults to their lines, so they are silenced."""
    out8(LEGACY_MASTER_MASK, LEGACY_ALL)
    out8(LEGACY_SLAVE_MASK, LEGACY_ALL)
    volatile_store_u32(SPURIOUS, ENABLE | SPURIOUS_VECTOR)
    volatile_store_u32(DIVIDE, DIVIDE_BY_ONE)
    volatile_store_u32(TIMER, WAKE_VECTOR)


def enable_line(line: i64, level: bool) -> None:
    """Let an interrupt line of the I/O APIC wake the processor."""
    write_io(IO_FIRST_ENTRY + 2 * line + 1, 0)
    trigger: i64 = LEVEL_TRIGGERED if level else 0
    write_io(IO_FIRST_ENTRY + 2 * line, WAKE_VECTOR | trigger)


def write_io(register: i64, value: i64) -> None:
    volatile_store_u32(IO_SELECT, register)
    volatile_store_u32(IO_WINDOW, value)


def halt(count: i64) -> None:
    """Sleep until an interrupt, or so many timer counts (at most COUNT_MOST; 0: no timer).

    `sti` takes effect after the next instruction: an interrupt that came before `hlt` ends it."""
    volatile_store_u32(INITIAL_COUNT, count)
    asm_void("sti; hlt; cli", "")


def start_count(count: i64) -> None:
    """Let the timer count down without anyone waiting."""
    volatile_store_u32(INITIAL_COUNT, count)


def current_count() -> i64:
    return volatile_load_u32(CURRENT_COUNT)
