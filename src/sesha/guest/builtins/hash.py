"""Hash values: numbers as CPython does, text and bytes with a key drawn at boot.

`hash_of` is `hash()` on raw integers; containers call it. Rules: -1 is never a hash; a heap
string caches its hash in its header, a static one lies in read-only memory and is hashed each
time, hence a hash that is two multiplications for short text. `seed` must be called before
anything is hashed with what the machine's random source gave.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    BYTES_DATA,
    BYTES_HASH,
    BYTES_LENGTH,
    INT_MASK,
    INT_SHIFT,
    KIND_BYTE,
    STR_DATA,
    STR_HASH,
    STR_LENGTH,
    TAG_MASK,
    TAG_POINTER,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
)
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    cold,
    inline,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    load_word,
    lshr,
    method_or,
    store_i64,
    umulh,
)
from sesha.guest.memory import heap

key_low: i64 = 0
key_high: i64 = 0

MULTIPLIER = -7046029254386353131
"""2**64 divided by the golden ratio, odd: spreads what the multiplication folds."""
INT_MODULUS = (1 << 61) - 1


def seed(low: i64, high: i64) -> None:
    """Set the key of this boot: 128 random bits."""
    global key_low, key_high
    key_low = low
    key_high = high | 1


# --- any value -----------------------------------------------------------------------------------
@inline
def hash_of(value: object) -> i64:
    """`hash(value)` as a raw integer."""
    if bits(value) & INT_MASK == 0:
        return hash_of_small(bits(value) >> INT_SHIFT)
    return hash_of_object(value)


@inline
def hash_of_small(value: i64) -> i64:
    """An int's hash is the int modulo 2**61 - 1 with its sign, and -2 in place of -1."""
    if value == -1:
        return -2
    if -INT_MODULUS < value < INT_MODULUS:
        return value
    return _reduce(value)


@cold
def _reduce(value: i64) -> i64:
    return -2 if value < 0 and value != -INT_MODULUS else 0


def hash_of_object(value: object) -> i64:
    if bits(value) & TAG_MASK == TAG_POINTER:
        if class_id(value) == class_id_of(str):
            return hash_of_str(value)
        if class_id(value) == class_id_of(tuple):
            return hash_of_tuple(value)
        if class_id(value) == class_id_of(bytes):
            return hash_of_bytes(value)
    result: Any = method_or(None, value, "__hash__")
    if result is None:
        raise TypeError(f"unhashable type: '{type_name(value)}'")
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    if bits(result) & INT_MASK == 0:
        return hash_of_small(bits(result) >> INT_SHIFT)
    narrow = i64(result)
    return narrow if int(narrow) == result else hash_of_object(result)


# --- text and bytes --------------------------------------------------------------------------------
@inline
def hash_of_str(value: Any) -> i64:
    """The cached hash of a string, made when first asked for."""
    place = address(value)
    known = load_i64(place + STR_HASH)
    return known if known != 0 else hash_new_str(place)


@cold
def hash_new_str(place: i64) -> i64:
    size = load_i64(place + STR_LENGTH) * load_u8(place + KIND_BYTE)
    result = hash_memory(place + STR_DATA, size)
    if place >= heap.blocks:
        store_i64(place + STR_HASH, result)
    return result


def hash_of_bytes(value: Any) -> i64:
    place = address(value)
    known = load_i64(place + BYTES_HASH)
    if known != 0:
        return known
    result = hash_memory(place + BYTES_DATA, load_i64(place + BYTES_LENGTH))
    if place >= heap.blocks:
        store_i64(place + BYTES_HASH, result)
    return result


@inline
def fold(left: i64, right: i64) -> i64:
    """Both halves of the 128-bit product, mixed."""
    return (left * right) ^ umulh(left, right)


def hash_memory(place: i64, size: i64) -> i64:
    """Hash bytes with the boot's key; never 0 or -1."""
    state = key_low ^ size
    left = size
    while left > 16:
        state = fold(load_i64(place) ^ state, load_i64(place + 8) ^ key_high)
        place = place + 16
        left = left - 16
    state = fold(_first_word(place, left) ^ state, _last_word(place, left) ^ key_high)
    state = fold(state, MULTIPLIER)
    return state if state != 0 and state != -1 else 1


@inline
def _first_word(place: i64, size: i64) -> i64:
    """The first eight of at most 16 bytes, or as many as there are."""
    if size >= 8:
        return load_i64(place)
    if size >= 4:
        return load_u32(place)
    if size >= 2:
        return load_u16(place)
    return load_u8(place) if size == 1 else 0


@inline
def _last_word(place: i64, size: i64) -> i64:
    """The last bytes, overlapping the first where that makes a whole load."""
    if size >= 8:
        return load_i64(place + size - 8)
    if size >= 4:
        return load_u32(place + size - 4)
    if size >= 2:
        return load_u16(place + size - 2)
    return 0


# --- tuples ----------------------------------------------------------------------------------------
XX_PRIME_1 = -7046029288634856825
XX_PRIME_2 = -4417276706812531889
XX_PRIME_5 = 2870177450012600261
"""The primes of xxHash64, as signed 64-bit integers."""


def hash_of_tuple(value: Any) -> i64:
    """The lanes of xxHash64 over the items' hashes: CPython's value for tuples of numbers."""
    place = address(value) + TUPLE_ITEMS
    length = load_i64(address(value) + TUPLE_LENGTH)
    end = place + (length << 3)
    total: i64 = XX_PRIME_5
    while place < end:
        total = total + hash_of(load_word(place)) * XX_PRIME_2
        total = ((total << 31) | lshr(total, 33)) * XX_PRIME_1
        place = place + 8
    total = total + (length ^ (XX_PRIME_5 ^ 3527539))
    return 1546275796 if total == -1 else total


# --- objects ------------------------------------------------------------------------------------------
def hash_of_identity(value: object) -> i64:
    """The default hash of an object: its address, turned so that the low bits vary."""
    place = bits(value) - TAG_POINTER
    return lshr(place, 4) | (place << 60)
