"""Write ints into bytes and read them back: the work of int.to_bytes and int.from_bytes."""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, INT_LIMBS
from sesha.guest.builtins.bigint_arithmetic import add, bit_length, power_of_two, sub
from sesha.guest.builtins.bigint_value import finish, limbs_of, magnitude, new_limbs, plain, signed_count
from sesha.guest.builtins.bytes_units import new_bytes
from sesha.guest.cpu.intrinsics import copy_memory, load_u8, object_at, stack_words, store_u8


def write_bytes(value: int, size: i64, little: bool, signed: bool) -> bytes:
    """A plain int in `size` bytes; OverflowError when it does not fit."""
    negative = signed_count(value) < 0
    if negative and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    # In two's complement -2**(n-1) is the least value of n bits: compare what ~value needs.
    needed = bit_length(sub(-1, value) if negative else value) + (1 if signed else 0)
    if needed > size << 3:
        raise OverflowError("int too big to convert")
    number = add(value, power_of_two(size << 3)) if negative else value
    made = new_bytes(size)
    data = made + BYTES_DATA
    scratch = stack_words(1)
    used = magnitude(signed_count(number)) << 3
    copy_memory(data, limbs_of(number, scratch), used if used < size else size)
    if not little:
        reverse(data, size)
    result: bytes = object_at(made)
    return result


def reverse(data: i64, size: i64) -> None:
    low = data
    high = data + size - 1
    while low < high:
        byte = load_u8(low)
        store_u8(low, load_u8(high))
        store_u8(high, byte)
        low += 1
        high -= 1


def read_bytes(data: i64, size: i64, little: bool, signed: bool) -> int:
    """The int that `size` bytes at an address hold."""
    if size == 0:
        return 0
    count = (size + 7) >> 3
    place = new_limbs(count)
    limbs = place + INT_LIMBS
    copy_memory(limbs, data, size)
    if not little:
        reverse(limbs, size)
    negative = signed and load_u8(limbs + size - 1) >= 128
    value = finish(place, count, False)
    return sub(value, power_of_two(size << 3)) if negative else plain(value)
