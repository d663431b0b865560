"""Move frames between the heap and device memory."""

from mypy_extensions import i64

from sesha.guest.builtins.bytes_units import array_data, bytes_from
from sesha.guest.cpu.intrinsics import address, copy_memory


def copy_in(frame: bytearray, target: i64) -> None:
    """Copy a whole frame to device memory."""
    copy_memory(target, array_data(address(frame)), i64(len(frame)))


def copy_out(source: i64, size: i64) -> bytes:
    """A frame from device memory."""
    return bytes_from(source, size)
