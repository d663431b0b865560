"""Gather the methods of `bytearray`.

What reads is shared with bytes (bytes_*.py); what makes a bytes there is copied into a bytearray
here; bytearray_change.py changes one in place.
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.builtins import bytes_build, bytes_split, bytes_text, bytes_transform
from sesha.guest.builtins.bytearray_change import (
    __delitem__ as __delitem__,
    __iadd__ as __iadd__,
    __imul__ as __imul__,
    __new__ as __new__,
    __setitem__ as __setitem__,
    append as append,
    clear as clear,
    delitem as delitem,
    delslice as delslice,
    extend as extend,
    iadd as iadd,
    imul as imul,
    insert as insert,
    pop as pop,
    remove as remove,
    resize as resize,
    reverse as reverse,
    setitem as setitem,
    setitem_i64 as setitem_i64,
    setslice as setslice,
)
from sesha.guest.builtins.bytearray_items import (
    __getitem__ as __getitem__,
    __iter__ as __iter__,
    __len__ as __len__,
    getitem as getitem,
    getitem_i64 as getitem_i64,
    getslice as getslice,
    iter_ as iter_,
    length as length,
    slice_step1 as slice_step1,
    truth as truth,
)
from sesha.guest.builtins.bytes_decode import decode as decode
from sesha.guest.builtins.bytes_search import (
    __contains__ as __contains__,
    __eq__ as __eq__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __le__ as __le__,
    __lt__ as __lt__,
    __ne__ as __ne__,
    contains as contains,
    count as count,
    endswith as endswith,
    find as find,
    index as index,
    rfind as rfind,
    rindex as rindex,
    startswith as startswith,
)
from sesha.guest.builtins.bytes_text import hex as hex
from sesha.guest.builtins.bytes_transform import (
    isalnum as isalnum,
    isalpha as isalpha,
    isascii as isascii,
    isdigit as isdigit,
    islower as islower,
    isspace as isspace,
    istitle as istitle,
    isupper as isupper,
    maketrans as maketrans,
)
from sesha.guest.builtins.bytes_units import bytearray_from, bytes_length
from sesha.guest.builtins.format_percent_bytes import mod_bytes
from sesha.guest.cpu.intrinsics import address


def __hash__(self: bytearray) -> NoReturn:
    raise TypeError("unhashable type: 'bytearray'")


def copied(data: bytes) -> Any:
    """A bytearray with the content of a bytes object."""
    base = address(data)
    return bytearray_from(base + BYTES_DATA, bytes_length(base))


def copied_all(parts: list[bytes]) -> Any:
    return [copied(part) for part in parts]


def copy(self: bytearray) -> bytearray:
    result: bytearray = getslice(self, None, None, None)
    return result


def __copy__(self: bytearray) -> bytearray:
    return copy(self)


# --- + and * ---------------------------------------------------------------------------------------
def mul(self: bytearray, other: int) -> bytearray:
    result: bytearray = copied(bytes_build.mul(self, other))
    return result


def __add__(self: bytearray, other: object) -> Any:
    result: Any = bytes_build.__add__(self, other)
    return copied(result) if isinstance(result, bytes) else result


def __mul__(self: bytearray, other: object) -> Any:
    result: Any = bytes_build.__mul__(self, other)
    return copied(result) if isinstance(result, bytes) else result


def __rmul__(self: bytearray, other: object) -> Any:
    return copied(bytes_build.__rmul__(self, other))


def mod(self: bytearray, other: object) -> bytearray:
    result: bytearray = copied(mod_bytes(self, other))
    return result


def __mod__(self: bytearray, other: object) -> Any:
    return copied(mod_bytes(self, other))


def join(self: bytearray, iterable: Any) -> bytearray:
    result: bytearray = copied(bytes_build.join(self, iterable))
    return result


# --- text ------------------------------------------------------------------------------------------
def repr_(self: bytearray) -> str:
    return "bytearray(" + bytes_text.repr_of_memory(self) + ")"


def __repr__(self: bytearray) -> str:
    return repr_(self)


def str_(self: bytearray) -> str:
    return repr_(self)


def __str__(self: bytearray) -> str:
    return repr_(self)


def __bool__(self: bytearray) -> bool:
    return truth(self)


def fromhex(string: object) -> bytearray:
    result: bytearray = copied(bytes_text.fromhex(string))
    return result


# --- cutting ---------------------------------------------------------------------------------------
def split(self: bytearray, sep: object = None, maxsplit: int = -1) -> list[bytearray]:
    result: list[bytearray] = copied_all(bytes_split.split(self, sep, maxsplit))
    return result


def rsplit(self: bytearray, sep: object = None, maxsplit: int = -1) -> list[bytearray]:
    result: list[bytearray] = copied_all(bytes_split.rsplit(self, sep, maxsplit))
    return result


def splitlines(self: bytearray, keepends: object = False) -> list[bytearray]:
    result: list[bytearray] = copied_all(bytes_split.splitlines(self, keepends))
    return result


def partition(self: bytearray, sep: object) -> tuple[bytearray, bytearray, bytearray]:
    before, middle, after = bytes_split.partition(self, sep)
    return (copied(before), copied(middle), copied(after))


def rpartition(self: bytearray, sep: object) -> tuple[bytearray, bytearray, bytearray]:
    before, middle, after = bytes_split.rpartition(self, sep)
    return (copied(before), copied(middle), copied(after))


def strip(self: bytearray, chars: object = None) -> bytearray:
    result: bytearray = copied(bytes_split.strip(self, chars))
    return result


def lstrip(self: bytearray, chars: object = None) -> bytearray:
    result: bytearray = copied(bytes_split.lstrip(self, chars))
    return result


def rstrip(self: bytearray, chars: object = None) -> bytearray:
    result: bytearray = copied(bytes_split.rstrip(self, chars))
    return result


def removeprefix(self: bytearray, prefix: object) -> bytearray:
    result: bytearray = copied(bytes_split.removeprefix(self, prefix))
    return result


def removesuffix(self: bytearray, suffix: object) -> bytearray:
    result: bytearray = copied(bytes_split.removesuffix(self, suffix))
    return result


# --- changed copies ---------------------------------------------------------------------------------
def lower(self: bytearray) -> bytearray:
    result: bytearray = copied(bytes_transform.lower(self))
    return result


def upper(self: bytearray) -> bytearray:
    result: bytearray = copied(bytes_transform.upper(self))
    return result


def swapcase(self: bytearray) -> bytearray:
    result: bytearray = copied(bytes_transform.swapcase(self))
    return result


def title(self: bytearray) -> bytearray:
    result: bytearray = copied(bytes_transform.title(self))
    return result


def capitalize(self: bytearray) -> bytearray:
    result: bytearray = copied(bytes_transform.capitalize(self))
    return result


def replace(self: bytearray, old: object, new: object, count: int = -1) -> bytearray:
    result: bytearray = copied(bytes_transform.replace(self, old, new, count))
    return result


def translate(self: bytearray, table: object, delete: object = b"") -> bytearray:
    result: bytearray = copied(bytes_transform.translate(self, table, delete))
    return result


def ljust(self: bytearray, width: int, fillchar: object = b" ") -> bytearray:
    result: bytearray = copied(bytes_transform.ljust(self, width, fillchar))
    return result


def rjust(self: bytearray, width: int, fillchar: object = b" ") -> bytearray:
    result: bytearray = copied(bytes_transform.rjust(self, width, fillchar))
    return result


def center(self: bytearray, width: int, fillchar: object = b" ") -> bytearray:
    result: bytearray = copied(bytes_transform.center(self, width, fillchar))
    return result


def zfill(self: bytearray, width: int) -> bytearray:
    result: bytearray = copied(bytes_transform.zfill(self, width))
    return result


def expandtabs(self: bytearray, tabsize: int = 8) -> bytearray:
    result: bytearray = copied(bytes_transform.expandtabs(self, tabsize))
    return result
