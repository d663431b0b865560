"""Count loops over ranges of Python ints in raw registers, where the range admits it.

A loop that counts begins at a small int; its stop may be beyond them, as far as no loop gets there.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, INT_SHIFT, SMALL_MAX, SMALL_MIN
from sesha.guest.builtins.bigint_value import plain
from sesha.guest.cpu.intrinsics import bits, cold, inline, likely

LARGE_STEP = 1 << 31
"""Steps below this never reach a stop that is beyond the small ints."""
OUT_OF_REACH = 1 << 62
"""More than lies between any two small ints."""


@inline
def index_i64(self: int) -> i64:
    """Where a loop begins to count; OverflowError when that is no small int."""
    if likely(bits(self) & INT_MASK == 0):
        return bits(self) >> INT_SHIFT
    return index_of_object(self)


@inline
def clamp_small(self: int) -> i64:
    """The value, or the nearest small int: what no counting loop can reach the other side of."""
    if likely(bits(self) & INT_MASK == 0):
        return bits(self) >> INT_SHIFT
    return clamp_object(self)


@cold
def clamp_object(self: int) -> i64:
    value = plain(self)
    if bits(value) & INT_MASK == 0:
        return bits(value) >> INT_SHIFT
    return SMALL_MIN if value < 0 else SMALL_MAX


@cold
def index_of_object(self: int) -> i64:
    value = plain(self)
    if bits(value) & INT_MASK != 0:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return bits(value) >> INT_SHIFT


@inline
def counts(start: int, stop: int, step: int) -> bool:
    """Whether a loop over the range can count in a raw register; its stop may be out of reach."""
    return likely((bits(start) | bits(stop) | bits(step)) & INT_MASK == 0) or counts_far(start, step)


@cold
def counts_far(start: int, step: int) -> bool:
    if (bits(start) | bits(step)) & INT_MASK != 0:
        return False
    return -LARGE_STEP < bits(step) >> INT_SHIFT < LARGE_STEP


def loop_step(self: int) -> i64:
    """The step of a counting loop; one that is beyond the small ints leads out of them at once."""
    step = bits(self) >> INT_SHIFT
    if bits(self) & INT_MASK != 0:
        value = plain(self)
        step = bits(value) >> INT_SHIFT
        if bits(value) & INT_MASK != 0:
            return OUT_OF_REACH if value > 0 else -OUT_OF_REACH
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")
    return step


def loop_turns(start: i64, stop: int, step: i64) -> i64:
    """How often a loop with that step runs; all three are small, or the stop is out of reach."""
    limit = clamp_small(stop)
    if bits(stop) & INT_MASK != 0 and not -LARGE_STEP < step < LARGE_STEP:
        limit = index_i64(stop)
    if step > 0:
        return (limit - start - 1) // step + 1 if start < limit else 0
    return (start - limit - 1) // -step + 1 if limit < start else 0
