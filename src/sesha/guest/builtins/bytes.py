"""Gather the methods of `bytes`: every one is a function of its name here.

The work is done in bytes_*.py, for bytes, bytearray and memoryview alike.
"""

from typing import Any

from sesha.guest.builtins.bytes_build import (
    __add__ as __add__,
    __mul__ as __mul__,
    __new__ as __new__,
    __rmul__ as __rmul__,
    concat,
    join as join,
    mul as mul,
)
from sesha.guest.builtins.bytes_decode import decode as decode
from sesha.guest.builtins.bytes_items import (
    __getitem__ as __getitem__,
    __hash__ as __hash__,
    __iter__ as __iter__,
    __len__ as __len__,
    getitem as getitem,
    getitem_i64 as getitem_i64,
    getslice as getslice,
    hash_ as hash_,
    iter_ as iter_,
    length as length,
    slice_step1 as slice_step1,
    truth as truth,
)
from sesha.guest.builtins.bytes_search import (
    __contains__ as __contains__,
    __eq__ as __eq__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __le__ as __le__,
    __lt__ as __lt__,
    __ne__ as __ne__,
    compare,
    contains as contains,
    count as count,
    endswith as endswith,
    equal,
    find as find,
    index as index,
    rfind as rfind,
    rindex as rindex,
    startswith as startswith,
)
from sesha.guest.builtins.bytes_split import (
    lstrip as lstrip,
    partition as partition,
    removeprefix as removeprefix,
    removesuffix as removesuffix,
    rpartition as rpartition,
    rsplit as rsplit,
    rstrip as rstrip,
    split as split,
    splitlines as splitlines,
    strip as strip,
)
from sesha.guest.builtins.bytes_text import (
    __repr__ as __repr__,
    fromhex as fromhex,
    hex as hex,
    repr_ as repr_,
)
from sesha.guest.builtins.bytes_transform import (
    capitalize as capitalize,
    center as center,
    expandtabs as expandtabs,
    isalnum as isalnum,
    isalpha as isalpha,
    isascii as isascii,
    isdigit as isdigit,
    islower as islower,
    isspace as isspace,
    istitle as istitle,
    isupper as isupper,
    ljust as ljust,
    lower as lower,
    maketrans as maketrans,
    replace as replace,
    rjust as rjust,
    swapcase as swapcase,
    title as title,
    translate as translate,
    upper as upper,
    zfill as zfill,
)
from sesha.guest.builtins.format_percent_bytes import mod_bytes


# --- typed forms -----------------------------------------------------------------------------------
def add(self: bytes, other: bytes) -> bytes:
    return concat(self, other)


def eq(self: bytes, other: bytes) -> bool:
    return equal(self, other)


def ne(self: bytes, other: bytes) -> bool:
    return not equal(self, other)


def lt(self: bytes, other: bytes) -> bool:
    return compare(self, other) < 0


def le(self: bytes, other: bytes) -> bool:
    return compare(self, other) <= 0


def gt(self: bytes, other: bytes) -> bool:
    return compare(self, other) > 0


def ge(self: bytes, other: bytes) -> bool:
    return compare(self, other) >= 0


# --- the rest --------------------------------------------------------------------------------------
def str_(self: bytes) -> str:
    return repr_(self)


def __str__(self: bytes) -> str:
    return repr_(self)


def __bytes__(self: bytes) -> bytes:
    return self


def __bool__(self: bytes) -> bool:
    return truth(self)


def mod(self: bytes, other: object) -> bytes:
    return mod_bytes(self, other)


def __mod__(self: bytes, other: object) -> Any:
    return mod_bytes(self, other)
