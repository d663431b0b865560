"""Gather the methods of `str`: every one is a function of its name here.

The work is done in str_*.py by idea, on units (text_units.py) and raw memory (text_memory.py).
Here stand the odd ones, and the dynamic forms that need several of them.
"""

from mypy_extensions import i64

from sesha.guest.builtins.format_fields import format as format, format_map as format_map
from sesha.guest.builtins.format_percent import __mod__ as __mod__, mod as mod
from sesha.guest.builtins.format_text import format_str
from sesha.guest.builtins.hash import hash_of_str
from sesha.guest.builtins.str_build import (
    __add__ as __add__,
    __mul__ as __mul__,
    __rmul__ as __rmul__,
    add as add,
    join as join,
    mul as mul,
)
from sesha.guest.builtins.str_case import (
    capitalize as capitalize,
    casefold as casefold,
    lower as lower,
    swapcase as swapcase,
    title as title,
    upper as upper,
)
from sesha.guest.builtins.str_classes import (
    isalnum as isalnum,
    isalpha as isalpha,
    isascii as isascii,
    isdecimal as isdecimal,
    isdigit as isdigit,
    isidentifier as isidentifier,
    islower as islower,
    isnumeric as isnumeric,
    isprintable as isprintable,
    isspace as isspace,
    istitle as istitle,
    isupper as isupper,
)
from sesha.guest.builtins.str_encode import encode as encode
from sesha.guest.builtins.str_items import (
    __getitem__ as __getitem__,
    __iter__ as __iter__,
    __len__ as __len__,
    getitem as getitem,
    getitem_i64 as getitem_i64,
    getslice as getslice,
    iter_ as iter_,
    length as length,
    ordinal as ordinal,
    slice_step1 as slice_step1,
    truth as truth,
)
from sesha.guest.builtins.str_justify import center as center, ljust as ljust, rjust as rjust, zfill as zfill
from sesha.guest.builtins.str_new import __new__ as __new__
from sesha.guest.builtins.str_replace import (
    expandtabs as expandtabs,
    maketrans as maketrans,
    replace as replace,
    translate as translate,
)
from sesha.guest.builtins.str_repr import __repr__ as __repr__, repr_ as repr_
from sesha.guest.builtins.str_search import (
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
    eq as eq,
    find as find,
    ge as ge,
    gt as gt,
    index as index,
    le as le,
    lt as lt,
    ne as ne,
    removeprefix as removeprefix,
    removesuffix as removesuffix,
    rfind as rfind,
    rindex as rindex,
    startswith as startswith,
)
from sesha.guest.builtins.str_split import (
    lstrip as lstrip,
    partition as partition,
    rpartition as rpartition,
    rsplit as rsplit,
    rstrip as rstrip,
    split as split,
    splitlines as splitlines,
    strip as strip,
)
from sesha.guest.builtins.text_of import text_of
from sesha.guest.builtins.text_units import exact


def hash_(self: str) -> i64:
    return hash_of_str(self)


def __hash__(self: str) -> int:
    return int(hash_of_str(self))


def str_(self: str) -> str:
    return self


def __str__(self: str) -> str:
    return exact(self)


def __bool__(self: str) -> bool:
    return truth(self)


def __format__(self: str, spec: str) -> str:
    if not spec:
        return text_of(self)
    return format_str(self, spec)
