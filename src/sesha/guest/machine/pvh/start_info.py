"""Read what the monitor tells at boot: the PVH start info (xen/include/public/arch-x86/hvm/start_info.h)."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_i64, load_u8, load_u32, store_u8

MAGIC = 0x336EC578
VERSION = 4
COMMAND_LINE = 24
MEMORY_MAP = 40
MEMORY_MAP_COUNT = 48
ENTRY_SIZE = 24
ENTRY_LENGTH = 8
ENTRY_TYPE = 16
RAM = 1
LEAST_MEMORY = 4 << 20
"""What is there when the monitor gives no memory map."""


def memory_end(info: i64, inside: i64) -> i64:
    """Where the piece of RAM ends that holds the address `inside`."""
    if load_u32(info) == MAGIC and load_u32(info + VERSION) >= 1:
        entry = load_i64(info + MEMORY_MAP)
        count = load_u32(info + MEMORY_MAP_COUNT)
        while count > 0:
            start = load_i64(entry)
            end = start + load_i64(entry + ENTRY_LENGTH)
            if load_u32(entry + ENTRY_TYPE) == RAM and start <= inside and inside < end:
                return end
            entry += ENTRY_SIZE
            count -= 1
    return LEAST_MEMORY


def copy_command_line(info: i64, target: i64, room: i64) -> None:
    """Copy the command line with its final zero; what does not fit is left out."""
    source = load_i64(info + COMMAND_LINE)
    length: i64 = 0
    if source != 0:
        while length < room - 1 and load_u8(source + length) != 0:
            store_u8(target + length, load_u8(source + length))
            length += 1
    store_u8(target + length, 0)
