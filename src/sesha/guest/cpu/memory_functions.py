"""Give the code generator its memory functions: memcpy, memmove, memset, memcmp.

LLVM calls these by name for copies whose size is not a constant, and it also recognises loops
that copy or fill and turns them into calls of these very functions. So the loops here are string
instructions, or volatile accesses, which it leaves alone. Short ranges are two overlapping
moves; long ones `rep movsq`, eight bytes a step also where the machine is emulated.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    asm_void,
    export,
    inline,
    load_u8,
    no_alloc,
    no_raise,
    ult,
    volatile_load_i64,
    volatile_load_u8,
    volatile_store_i64,
    volatile_store_u8,
)

WORD = 8
STRING_LEAST = 256
"""Bytes from which the start-up of a string instruction pays."""


@export("memcpy")
@no_raise
@no_alloc
def memcpy(target: i64, source: i64, size: i64) -> i64:
    copy_up(target, source, size)
    return target


@export("memmove")
@no_raise
@no_alloc
def memmove(target: i64, source: i64, size: i64) -> i64:
    if ult(target - source, size):
        copy_down(target, source, size)
    else:
        copy_up(target, source, size)
    return target


@inline
def copy_up(target: i64, source: i64, size: i64) -> None:
    """Copy from the lowest address on. The last word is read before anything that overlaps it is
    written, so a target below the source may overlap it."""
    if size < WORD:
        place: i64 = 0
        while place < size:
            volatile_store_u8(target + place, volatile_load_u8(source + place))
            place += 1
        return
    last = volatile_load_i64(source + size - WORD)
    if size < STRING_LEAST:
        place = 0
        while place < size - WORD:
            volatile_store_i64(target + place, volatile_load_i64(source + place))
            place += WORD
    else:
        asm_void("rep movsq", "{rdi},{rsi},{rcx},~{rdi},~{rsi},~{rcx},~{memory}", target, source, size >> 3)
    volatile_store_i64(target + size - WORD, last)


@inline
def copy_down(target: i64, source: i64, size: i64) -> None:
    """Copy from the highest address on: the target lies above the source and overlaps it."""
    place = size
    while place >= WORD:
        place -= WORD
        volatile_store_i64(target + place, volatile_load_i64(source + place))
    while place > 0:
        place -= 1
        volatile_store_u8(target + place, volatile_load_u8(source + place))


@export("memset")
@no_raise
@no_alloc
def memset(target: i64, value: i64, size: i64) -> i64:
    if size < WORD:
        place: i64 = 0
        while place < size:
            volatile_store_u8(target + place, value)
            place += 1
        return target
    pattern = (value & 0xFF) * 0x0101010101010101
    if size < STRING_LEAST:
        place = 0
        while place < size - WORD:
            volatile_store_i64(target + place, pattern)
            place += WORD
    else:
        asm_void("rep stosq", "{rdi},{rax},{rcx},~{rdi},~{rcx},~{memory}", target, pattern, size >> 3)
    volatile_store_i64(target + size - WORD, pattern)
    return target


@export("memcmp")
@no_raise
@no_alloc
def memcmp(left: i64, right: i64, size: i64) -> i64:
    place: i64 = 0
    while place + WORD <= size and volatile_load_i64(left + place) == volatile_load_i64(right + place):
        place += WORD
    while place < size:
        difference = load_u8(left + place) - load_u8(right + place)
        if difference != 0:
            return difference
        place += 1
    return 0
