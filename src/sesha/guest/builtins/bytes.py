"""Gather the methods of `bytes`: every one is a function of its name here.

The work is done in bytes_*.py, for bytes, bytearray and memoryview alike.
"""

from typing import Any

from sesha.guest.builtins.bytes_build import __add__ as __add__
from sesha.guest.builtins.bytes_build import __mul__ as __mul__
from sesha.guest.builtins.bytes_build import __new__ as __new__
from sesha.guest.builtins.bytes_build import __rmul__ as __rmul__
from sesha.guest.builtins.bytes_build import add as add
from sesha.guest.builtins.bytes_build import join as join
from sesha.guest.builtins.bytes_build import mul as mul
from sesha.guest.builtins.bytes_decode import decode as decode
from sesha.guest.builtins.bytes_items import __getitem__ as __getitem__
from sesha.guest.builtins.bytes_items import __hash__ as __hash__
from sesha.guest.builtins.bytes_items import __iter__ as __iter__
from sesha.guest.builtins.bytes_items import __len__ as __len__
from sesha.guest.builtins.bytes_items import getitem as getitem
from sesha.guest.builtins.bytes_items import getslice as getslice
from sesha.guest.builtins.bytes_items import hash_ as hash_
from sesha.guest.builtins.bytes_items import iter_ as iter_
from sesha.guest.builtins.bytes_items import length as length
from sesha.guest.builtins.bytes_items import slice_step1 as slice_step1
from sesha.guest.builtins.bytes_items import truth as truth
from sesha.guest.builtins.bytes_search import __contains__ as __contains__
from sesha.guest.builtins.bytes_search import __eq__ as __eq__
from sesha.guest.builtins.bytes_search import __ge__ as __ge__
from sesha.guest.builtins.bytes_search import __gt__ as __gt__
from sesha.guest.builtins.bytes_search import __le__ as __le__
from sesha.guest.builtins.bytes_search import __lt__ as __lt__
from sesha.guest.builtins.bytes_search import __ne__ as __ne__
from sesha.guest.builtins.bytes_search import contains as contains
from sesha.guest.builtins.bytes_search import count as count
from sesha.guest.builtins.bytes_search import endswith as endswith
from sesha.guest.builtins.bytes_search import eq as eq
from sesha.guest.builtins.bytes_search import find as find
from sesha.guest.builtins.bytes_search import ge as ge
from sesha.guest.builtins.bytes_search import gt as gt
from sesha.guest.builtins.bytes_search import index as index
from sesha.guest.builtins.bytes_search import le as le
from sesha.guest.builtins.bytes_search import lt as lt
from sesha.guest.builtins.bytes_search import ne as ne
from sesha.guest.builtins.bytes_search import rfind as rfind
from sesha.guest.builtins.bytes_search import rindex as rindex
from sesha.guest.builtins.bytes_search import startswith as startswith
from sesha.guest.builtins.bytes_split import lstrip as lstrip
from sesha.guest.builtins.bytes_split import partition as partition
from sesha.guest.builtins.bytes_split import removeprefix as removeprefix
from sesha.guest.builtins.bytes_split import removesuffix as removesuffix
from sesha.guest.builtins.bytes_split import rpartition as rpartition
from sesha.guest.builtins.bytes_split import rsplit as rsplit
from sesha.guest.builtins.bytes_split import rstrip as rstrip
from sesha.guest.builtins.bytes_split import split as split
from sesha.guest.builtins.bytes_split import splitlines as splitlines
from sesha.guest.builtins.bytes_split import strip as strip
from sesha.guest.builtins.bytes_text import __repr__ as __repr__
from sesha.guest.builtins.bytes_text import fromhex as fromhex
from sesha.guest.builtins.bytes_text import hex as hex
from sesha.guest.builtins.bytes_text import repr_ as repr_
from sesha.guest.builtins.bytes_transform import capitalize as capitalize
from sesha.guest.builtins.bytes_transform import center as center
from sesha.guest.builtins.bytes_transform import expandtabs as expandtabs
from sesha.guest.builtins.bytes_transform import isalnum as isalnum
from sesha.guest.builtins.bytes_transform import isalpha as isalpha
from sesha.guest.builtins.bytes_transform import isascii as isascii
from sesha.guest.builtins.bytes_transform import isdigit as isdigit
from sesha.guest.builtins.bytes_transform import islower as islower
from sesha.guest.builtins.bytes_transform import isspace as isspace
from sesha.guest.builtins.bytes_transform import istitle as istitle
from sesha.guest.builtins.bytes_transform import isupper as isupper
from sesha.guest.builtins.bytes_transform import ljust as ljust
from sesha.guest.builtins.bytes_transform import lower as lower
from sesha.guest.builtins.bytes_transform import maketrans as maketrans
from sesha.guest.builtins.bytes_transform import replace as replace
from sesha.guest.builtins.bytes_transform import rjust as rjust
from sesha.guest.builtins.bytes_transform import swapcase as swapcase
from sesha.guest.builtins.bytes_transform import title as title
from sesha.guest.builtins.bytes_transform import translate as translate
from sesha.guest.builtins.bytes_transform import upper as upper
from sesha.guest.builtins.bytes_transform import zfill as zfill
from sesha.guest.builtins.format_percent_bytes import mod_bytes


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
