"""Lay out words, objects and class records: the contract between compiler and guest.

One copy: the compiler imports it to emit static objects and inline code, the guest is compiled
with it. All sizes and offsets are bytes, all addresses are of the object's first byte. Every
constant is a plain integer literal expression, so that the compiler folds it.

A **word** is 64 bits::

    ....00   small int: value << 2 (62 bits, signed)
    ...001   pointer to a heap or static object: address | 1 (objects are 16-byte aligned)
    ...010, ...101, ...110   float: the double rotated left by 4, plus 2 (see builtins/float.py)
    ...011   immediate constant: None, False, True
    ...111   marker: never a value of the program (error, unset, done)
"""

# --- words ---------------------------------------------------------------------------------
INT_SHIFT = 2
INT_MASK = 3
TAG_MASK = 7
TAG_POINTER = 1
TAG_IMMEDIATE = 3
TAG_MARKER = 7
SMALL_MAX = (1 << 61) - 1
SMALL_MIN = -(1 << 61)

NONE = 0x03
FALSE = 0x0B
TRUE = 0x13
NOT_IMPLEMENTED = 0x1B
ELLIPSIS = 0x23

ERROR = 0x07
"""Returned by a call that raised; the exception is in ``exception_pending``."""
UNSET = 0x0F
"""In a slot that holds no value yet (attribute, cell, argument left out)."""
DONE = 0x17
"""Returned by a resume function whose generator has finished."""

# --- floats in words -----------------------------------------------------------------------
FLOAT_ROTATE = 4
FLOAT_OFFSET = 2
FLOAT_TAGS = 0x64
"""Bit t is set when tag t (low three bits) marks an inline float: 2, 5 and 6."""
NUMBER_TAGS = 0x75
"""The same for an inline float or a small int."""

# --- the object header ---------------------------------------------------------------------
HEADER = 0
"""u64: class id in bits 0..31, KIND byte in 32..39, FLAGS byte in 40..47, the rest zero."""
HEADER_SIZE = 8
KIND_SHIFT = 32
KIND_BYTE = 4
FLAGS_SHIFT = 40
FLAGS_BYTE = 5
OBJECT_ALIGN = 16

# --- built-in objects ----------------------------------------------------------------------
FLOAT_VALUE = 8
FLOAT_SIZE = 16

INT_SIZE = 8
"""Big int: i64, the number of 64-bit limbs, negative for a negative value."""
INT_LIMBS = 16
"""Little-endian limbs of the magnitude; the highest is not zero; |value| is above SMALL_MAX or
the value is below SMALL_MIN, so that every int has exactly one representation."""

STR_LENGTH = 8
"""Code points."""
STR_HASH = 16
"""i64, 0 while unknown (in static strings always 0: see builtins/hash.py)."""
STR_DATA = 24
"""KIND byte of the header says 1, 2 or 4 bytes a code point, always the smallest that fits;
FLAGS bit 0 is set when every code point is below 128. No terminator."""
STR_FLAG_ASCII = 1

BYTES_LENGTH = 8
BYTES_HASH = 16
BYTES_DATA = 24

BYTEARRAY_LENGTH = 8
BYTEARRAY_BUFFER = 16
"""Word: a `buffer` object (raw bytes; BUFFER_CAPACITY, BUFFER_DATA)."""
BYTEARRAY_EXPORTS = 24
BYTEARRAY_SIZE = 32
BUFFER_CAPACITY = 8
BUFFER_DATA = 16

MEMORYVIEW_BASE = 8
"""Word: the bytes or bytearray that is looked into."""
MEMORYVIEW_START = 16
MEMORYVIEW_LENGTH = 24
MEMORYVIEW_STEP = 32
MEMORYVIEW_READONLY = 40
MEMORYVIEW_SIZE = 48

TUPLE_LENGTH = 8
TUPLE_ITEMS = 16

ARRAY_CAPACITY = 8
"""An `array` object: the word storage behind list, dict and set. Slots that are not in use
hold UNSET or any value: all of them are traced."""
ARRAY_ITEMS = 16

LIST_LENGTH = 8
LIST_ARRAY = 16
"""Word: an `array` (the shared empty one when the list never held anything)."""
LIST_SIZE = 24

DICT_COUNT = 8
"""Live entries."""
DICT_USED = 16
"""Entries in use, deleted ones included; the next free entry index."""
DICT_ENTRIES = 24
"""Word: an `array`; entry i is three words: hash (as a small int), key, value; a deleted entry
has key UNSET."""
DICT_INDICES = 32
"""Word: a `buffer` of i32 entry indices, -1 empty, -2 deleted; its length is a power of two."""
DICT_VERSION = 40
"""i64: changed whenever a key is added or removed (iterators compare it)."""
DICT_SIZE = 48

SET_COUNT = 8
SET_USED = 16
SET_ENTRIES = 24
"""As DICT_ENTRIES with two words an entry: hash, key."""
SET_INDICES = 32
SET_VERSION = 40
SET_HASH = 48
"""i64: cached hash of a frozenset, 0 while unknown."""
SET_SIZE = 56

CELL_VALUE = 8
CELL_SIZE = 16

FUNCTION_ENTRY = 8
"""Address of the generic entry: (function word, arguments address, count, names word) -> word."""
FUNCTION_NOTES = 16
"""Word: a static tuple of NOTES_*, or None when the program asks no function for any of them."""
NOTES_DOC = 0
NOTES_MODULE = 1
NOTES_POSITIONAL = 2
"""How many positional parameters there are."""
NOTES_KEYWORDS = 3
"""Names of the keyword-only parameters."""
NOTES_DEFAULTS = 4
"""Whether any parameter has a default."""
NOTES_FLAVOUR = 5
"""What calling the function gives, where the program asks for signatures; so are the following."""
NOTES_PACKS = 6
"""The names of `*args` and `**kwargs`, None for what there is not."""
NOTES_ANNOTATIONS = 7
"""The text of the annotation of each parameter in the order of the `def`, and of the result: None without
one, False for what is more than the name of a class."""
FUNCTION_DEFAULTS = 24
"""Word: a tuple of the default values, UNSET where a parameter has none, or None."""
FUNCTION_CELLS = 32
"""Word: a tuple of cells that the function closes over, or None."""
FUNCTION_NAME = 40
"""Word: str, the qualified name."""
FUNCTION_SIZE = 48

METHOD_FUNCTION = 8
METHOD_SELF = 16
METHOD_SIZE = 24

GENERATOR_STATE = 8
"""i64: label to resume at; 0 not started, -1 finished, -2 running."""
GENERATOR_RESUME = 16
"""i64: address of the resume function (frame word, sent word, mode i64) -> word."""
GENERATOR_RESULT = 24
"""Word: the value of `return`, set when the resume function answers DONE."""
GENERATOR_AWAITING = 32
"""Word: what a `yield from` or `await` is delegating to, or None."""
GENERATOR_NAME = 40
GENERATOR_SLOTS = 48
"""The locals that live across a suspension: words first, then raw slots."""
RESUME_SEND = 0
RESUME_THROW = 1

INSTANCE_SLOTS = 8
"""First attribute slot of an instance; each is 8 bytes."""

# --- class records: static objects of class `type`, one per live class ----------------------
TYPE_ID = 8
"""u32: the class id; ids are given in preorder, so that a subtree is a range where it can be."""
TYPE_SIZE = 12
"""u32: bytes of an instance; for variable-sized objects the fixed part."""
TYPE_POINTERS = 16
"""i64: TRACE_SLOTS: bit k is set when the word at byte 8*(k+1) is to be traced (k < 62)."""
TYPE_TRACE = 24
"""u16: one of TRACE_*."""
TYPE_FLAGS = 26
"""u16: TYPE_FLAG_*."""
TYPE_FLAG_LIBRARY = 1
"""The class is not the program's."""
TYPE_FLAG_PLAIN = 2
"""An instance is a header and slots, and no more."""
TYPE_FLAG_ENUM = 4
TYPE_FLAG_FLAGS = 8
"""An enumeration; one of flags."""
TYPE_CONSTRUCT = 28
"""u32: address of the generic entry that makes an instance, or 0 (images lie below 2 GiB)."""
TYPE_NAME = 32
"""u32: word of a str, the class's __name__."""
TYPE_QUALNAME = 36
"""u32: word of a str."""
TYPE_MODULE = 40
"""u32: word of a str."""
TYPE_MRO = 44
"""u32: word of the tuple of type objects."""
TYPE_RECORD_SIZE = 48

TRACE_NONE = 0
"""No words inside."""
TRACE_SLOTS = 1
"""Fixed size; TYPE_POINTERS says which words to trace."""
TRACE_ARRAY = 2
"""i64 count at offset 8, then that many words at offset 16, all traced (tuple, array)."""
TRACE_CONSERVATIVE = 3
"""Every word of the object may be a pointer (frames with more than 62 slots)."""
