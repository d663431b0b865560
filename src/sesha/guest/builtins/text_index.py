"""Turn Python's indexes and slice bounds into raw ones within a sequence of known length.

An index comes as an `int` or as any object with `__index__`; one that does not fit 64 bits is
clamped to the end that it is beyond, which is all that a bound needs.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    FALSE,
    INT_MASK,
    INT_SHIFT,
    INT_SIZE,
    TAG_MASK,
    TAG_POINTER,
    TRUE,
)
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    inline,
    load_i64,
    method_or,
)

BEYOND = 1 << 60
"""Greater than any length; small enough that adding lengths to it cannot wrap."""
NOT_AN_INDEX = "slice indices must be integers or None or have an __index__ method"


@inline
def index_of(value: object) -> i64:
    """The integer in `value`, clamped to -BEYOND..BEYOND when it is not small."""
    word_bits = bits(value)
    if word_bits & INT_MASK == 0:
        return word_bits >> INT_SHIFT
    return unusual_index(value, NOT_AN_INDEX)


def unusual_index(value: object, message: str) -> i64:
    """The integer of a bool, a big int or an object with `__index__`; `message` if it has none."""
    word_bits = bits(value)
    if word_bits & INT_MASK == 0:
        return word_bits >> INT_SHIFT
    if word_bits == TRUE:
        return 1
    if word_bits == FALSE:
        return 0
    if is_big_int(value):
        return -BEYOND if load_i64(address(value) + INT_SIZE) < 0 else BEYOND
    result: object = method_or(None, value, "__index__")
    if result is None:
        raise TypeError(message)
    if not isinstance(result, int):
        raise TypeError("__index__ returned non-int (type " + type_name(result) + ")")
    return unusual_index(result, message)


def is_big_int(value: object) -> bool:
    return bits(value) & TAG_MASK == TAG_POINTER and class_id(value) == class_id_of(int)


def has_index(value: object) -> bool:
    """Whether the value can be used as an integer: an int, or an object with `__index__`."""
    if isinstance(value, int):
        return True
    return isinstance(method_or(None, value, "__index__"), int)


def item_index(value: object, length: i64, what: str) -> i64:
    """The position of an item; IndexError with "<what> index out of range"."""
    i = index_of(value)
    if i < 0:
        i += length
    if i < 0 or i >= length:
        raise IndexError(what + " index out of range")
    return i


@inline
def bound(value: object, length: i64, default: i64) -> i64:
    """A `start` or `stop` argument within 0..length; None gives the default."""
    if value is None:
        return default
    return clamp(index_of(value), length)


def start_bound(value: object, length: i64) -> i64:
    """A `start` argument of a search; beyond the end it stays there: not even "" is found then."""
    if value is None:
        return 0
    i = index_of(value)
    if i < 0:
        i += length
        return 0 if i < 0 else i
    return i


@inline
def clamp(i: i64, length: i64) -> i64:
    """A bound within 0..length; a negative one counts from the end."""
    if i < 0:
        i += length
        return 0 if i < 0 else i
    return length if i > length else i
