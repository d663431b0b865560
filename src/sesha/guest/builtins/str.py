"""Gather the methods of `str`: every one is a function of its name here.

The work is done in str_*.py by idea, on units (text_units.py) and raw memory (text_memory.py).
Here stand the odd ones, and the dynamic forms that need several of them.
"""

from mypy_extensions import i64

from sesha.guest.builtins.bytes_decode import decode_any
from sesha.guest.builtins.format_fields import format as format
from sesha.guest.builtins.format_fields import format_map as format_map
from sesha.guest.builtins.format_percent import __mod__ as __mod__
from sesha.guest.builtins.format_percent import mod as mod
from sesha.guest.builtins.format_text import format_str
from sesha.guest.builtins.hash import hash_of_str
from sesha.guest.builtins.str_build import __add__ as __add__
from sesha.guest.builtins.str_build import __mul__ as __mul__
from sesha.guest.builtins.str_build import __rmul__ as __rmul__
from sesha.guest.builtins.str_build import add as add
from sesha.guest.builtins.str_build import join as join
from sesha.guest.builtins.str_build import mul as mul
from sesha.guest.builtins.str_case import capitalize as capitalize
from sesha.guest.builtins.str_case import casefold as casefold
from sesha.guest.builtins.str_case import lower as lower
from sesha.guest.builtins.str_case import swapcase as swapcase
from sesha.guest.builtins.str_case import title as title
from sesha.guest.builtins.str_case import upper as upper
from sesha.guest.builtins.str_classes import isalnum as isalnum
from sesha.guest.builtins.str_classes import isalpha as isalpha
from sesha.guest.builtins.str_classes import isascii as isascii
from sesha.guest.builtins.str_classes import isdecimal as isdecimal
from sesha.guest.builtins.str_classes import isdigit as isdigit
from sesha.guest.builtins.str_classes import isidentifier as isidentifier
from sesha.guest.builtins.str_classes import islower as islower
from sesha.guest.builtins.str_classes import isnumeric as isnumeric
from sesha.guest.builtins.str_classes import isprintable as isprintable
from sesha.guest.builtins.str_classes import isspace as isspace
from sesha.guest.builtins.str_classes import istitle as istitle
from sesha.guest.builtins.str_classes import isupper as isupper
from sesha.guest.builtins.str_encode import encode as encode
from sesha.guest.builtins.str_items import __getitem__ as __getitem__
from sesha.guest.builtins.str_items import __iter__ as __iter__
from sesha.guest.builtins.str_items import __len__ as __len__
from sesha.guest.builtins.str_items import getitem as getitem
from sesha.guest.builtins.str_items import getslice as getslice
from sesha.guest.builtins.str_items import iter_ as iter_
from sesha.guest.builtins.str_items import length as length
from sesha.guest.builtins.str_items import slice_step1 as slice_step1
from sesha.guest.builtins.str_items import truth as truth
from sesha.guest.builtins.str_justify import center as center
from sesha.guest.builtins.str_justify import ljust as ljust
from sesha.guest.builtins.str_justify import rjust as rjust
from sesha.guest.builtins.str_justify import zfill as zfill
from sesha.guest.builtins.str_replace import expandtabs as expandtabs
from sesha.guest.builtins.str_replace import maketrans as maketrans
from sesha.guest.builtins.str_replace import replace as replace
from sesha.guest.builtins.str_replace import translate as translate
from sesha.guest.builtins.str_repr import __repr__ as __repr__
from sesha.guest.builtins.str_repr import repr_ as repr_
from sesha.guest.builtins.str_search import __contains__ as __contains__
from sesha.guest.builtins.str_search import __eq__ as __eq__
from sesha.guest.builtins.str_search import __ge__ as __ge__
from sesha.guest.builtins.str_search import __gt__ as __gt__
from sesha.guest.builtins.str_search import __le__ as __le__
from sesha.guest.builtins.str_search import __lt__ as __lt__
from sesha.guest.builtins.str_search import __ne__ as __ne__
from sesha.guest.builtins.str_search import contains as contains
from sesha.guest.builtins.str_search import count as count
from sesha.guest.builtins.str_search import endswith as endswith
from sesha.guest.builtins.str_search import eq as eq
from sesha.guest.builtins.str_search import find as find
from sesha.guest.builtins.str_search import ge as ge
from sesha.guest.builtins.str_search import gt as gt
from sesha.guest.builtins.str_search import index as index
from sesha.guest.builtins.str_search import le as le
from sesha.guest.builtins.str_search import lt as lt
from sesha.guest.builtins.str_search import ne as ne
from sesha.guest.builtins.str_search import removeprefix as removeprefix
from sesha.guest.builtins.str_search import removesuffix as removesuffix
from sesha.guest.builtins.str_search import rfind as rfind
from sesha.guest.builtins.str_search import rindex as rindex
from sesha.guest.builtins.str_search import startswith as startswith
from sesha.guest.builtins.str_split import lstrip as lstrip
from sesha.guest.builtins.str_split import partition as partition
from sesha.guest.builtins.str_split import rpartition as rpartition
from sesha.guest.builtins.str_split import rsplit as rsplit
from sesha.guest.builtins.str_split import rstrip as rstrip
from sesha.guest.builtins.str_split import split as split
from sesha.guest.builtins.str_split import splitlines as splitlines
from sesha.guest.builtins.str_split import strip as strip
from sesha.guest.builtins.text_of import text_of


def __new__(cls: type, object: object = "", encoding: object = None, errors: object = None) -> str:
    """`str(object)`, `str(bytes, encoding, errors)`."""
    if encoding is None and errors is None:
        return text_of(object)
    return decode_any(object, encoding, errors)


def hash_(self: str) -> i64:
    return hash_of_str(self)


def __hash__(self: str) -> int:
    return int(hash_of_str(self))


def str_(self: str) -> str:
    return self


def __str__(self: str) -> str:
    return self


def __bool__(self: str) -> bool:
    return truth(self)


def __format__(self: str, spec: str) -> str:
    return format_str(self, spec)
