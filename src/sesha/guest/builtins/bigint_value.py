"""See any int as limbs, and make ints from limbs.

A word that is typed `int` is a small int, a big int object, True or False, or an instance of a
subclass of int, a member of an enumeration that keeps its value. `plain` reduces the last two to the
first two; the rest of the big integer code sees only plain ones, as a signed limb count
(`signed_count`) and the address of the magnitude (`limbs_of`, which lays out a small int's in one
word that the caller gives).

Every int has one representation: `finish` makes it small where it fits.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    FALSE,
    INT_LIMBS,
    INT_MASK,
    INT_SHIFT,
    INT_SIZE,
    TRUE,
)
from sesha.guest.builtins.bigint_limbs import trim
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    cold,
    inline,
    load_i64,
    load_word,
    object_at,
    slot_offset,
    store_i64,
    ult,
    unchecked,
    word,
)
from sesha.guest.memory.allocate import allocate

SMALL_MAX = (1 << 61) - 1
MOST_LIMBS = 1 << 32
"""Limbs that no int exceeds: a shift or power beyond is MemoryError at once."""


@inline
def is_small(value: int) -> bool:
    return bits(value) & INT_MASK == 0


def plain(value: int) -> int:
    """The same number as a small int or a big int object."""
    if is_small(value):
        return value
    if bits(value) == TRUE:
        return 1
    if bits(value) == FALSE:
        return 0
    if class_id(value) == class_id_of(int):
        return value
    inner: int = unchecked(
        load_word(address(value) + slot_offset("sesha.guest.stdlib.enum.base.Enum", "_value_"))
    )
    return inner


@inline
def signed_count(value: int) -> i64:
    """Limbs of a plain int, negative when it is negative."""
    if is_small(value):
        raw = bits(value)
        if raw == 0:
            return 0
        return 1 if raw > 0 else -1
    return load_i64(address(value) + INT_SIZE)


@inline
def limbs_of(value: int, scratch: i64) -> i64:
    """Address of the magnitude of a plain int."""
    if is_small(value):
        raw = bits(value) >> INT_SHIFT
        store_i64(scratch, raw if raw >= 0 else -raw)
        return scratch
    return address(value) + INT_LIMBS


@inline
def magnitude(count: i64) -> i64:
    return count if count >= 0 else -count


def new_limbs(count: i64) -> i64:
    """Address of an int object to be, with room for so many limbs; `finish` makes it one.

    Meanwhile it is an int of no limbs, which nothing but the stack refers to.
    """
    if ult(MOST_LIMBS, count):
        raise MemoryError
    return allocate(INT_LIMBS + (count << 3), class_id_of(int))


def finish(place: i64, count: i64, negative: bool) -> int:
    """The int whose magnitude was written into `new_limbs`."""
    used = trim(place + INT_LIMBS, count)
    if used == 0:
        return 0
    if used == 1:
        low = load_i64(place + INT_LIMBS)
        if not ult(SMALL_MAX, low):
            return unchecked_small(-low if negative else low)
        if negative and low == SMALL_MAX + 1:
            return unchecked_small(-low)
    store_i64(place + INT_SIZE, -used if negative else used)
    result: int = object_at(place)
    return result


@inline
def unchecked_small(value: i64) -> int:
    result: int = unchecked(word(value << INT_SHIFT))
    return result


# --- to and from machine integers ---------------------------------------------------------------
@cold
def big_from_i64(value: i64) -> int:
    """The int of a value outside the small ints."""
    place = new_limbs(1)
    store_i64(place + INT_LIMBS, value if value >= 0 else -value)
    return finish(place, 1, value < 0)


@inline
def from_i64(value: i64) -> int:
    if (value << INT_SHIFT) >> INT_SHIFT == value:
        return unchecked_small(value)
    return big_from_i64(value)


def from_u64(value: i64) -> int:
    """The int of 64 bits taken as an unsigned number."""
    if not ult(SMALL_MAX, value):
        return unchecked_small(value)
    place = new_limbs(1)
    store_i64(place + INT_LIMBS, value)
    return finish(place, 1, False)


@inline
def to_i64(value: int) -> i64:
    """The low 64 bits."""
    if is_small(value):
        return bits(value) >> INT_SHIFT
    return big_to_i64(value)


@cold
def big_to_i64(value: int) -> i64:
    number = plain(value)
    if is_small(number):
        return bits(number) >> INT_SHIFT
    low = load_i64(address(number) + INT_LIMBS)
    return low if load_i64(address(number) + INT_SIZE) > 0 else -low
