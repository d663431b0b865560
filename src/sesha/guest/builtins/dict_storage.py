"""Store dicts: entries in the order of insertion, and a hash table of their indices.

An entry is three words: the hash as a small int, the key, the value; a deleted one has key UNSET.
The index table holds i32 entry indices by open addressing (the probe sequence takes in all bits
of the hash); its length is a power of two and at most two thirds are in use, deleted included. A
dict that never held anything has no table: zeroed memory of class dict is an empty dict.

Rules: comparing keys may run a program's code, which may change the dict: a lookup that finds the
table replaced starts again.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ARRAY_ITEMS,
    BUFFER_CAPACITY,
    BUFFER_DATA,
    DICT_COUNT,
    DICT_ENTRIES,
    DICT_INDICES,
    DICT_SIZE,
    DICT_USED,
    DICT_VERSION,
    INT_SHIFT,
    TAG_MASK,
    TAG_POINTER,
    UNSET,
)
from sesha.guest.builtins.list_storage import new_array
from sesha.guest.builtins.operators_compare import eq_any
from sesha.guest.builtins.text_same import same_text
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    cold,
    copy_memory,
    fill_memory,
    inline,
    load_i32,
    load_i64,
    load_word,
    lshr,
    object_at,
    store_i64,
    store_u32,
    store_word,
    word,
)
from sesha.guest.memory.allocate import allocate

ENTRY_SIZE = 24
ENTRY_HASH = 0
ENTRY_KEY = 8
ENTRY_VALUE = 16

EMPTY = -1
DELETED = -2
MISSING = -1
"""What a lookup answers when the key is not there."""

PERTURB_SHIFT = 5
SMALLEST_TABLE = 8


def new_dict() -> Any:
    return object_at(allocate(DICT_SIZE, class_id_of(dict)))


@inline
def count_of(self: Any) -> i64:
    return load_i64(address(self) + DICT_COUNT)


@inline
def used_of(self: Any) -> i64:
    """Entries in use, deleted ones included: positions run up to here."""
    return load_i64(address(self) + DICT_USED)


@inline
def version_of(self: Any) -> i64:
    return load_i64(address(self) + DICT_VERSION)


@inline
def entries_of(self: Any) -> i64:
    """Address of the first entry; only when there are any."""
    return address(load_word(address(self) + DICT_ENTRIES)) + ARRAY_ITEMS


@inline
def entry_at(self: Any, position: i64) -> i64:
    return entries_of(self) + position * ENTRY_SIZE


@inline
def key_at(self: Any, position: i64) -> Any:
    return load_word(entry_at(self, position) + ENTRY_KEY)


@inline
def value_at(self: Any, position: i64) -> Any:
    return load_word(entry_at(self, position) + ENTRY_VALUE)


def next_entry(self: Any, position: i64) -> i64:
    """The first live entry at or after the position, or MISSING."""
    used = used_of(self)
    while position < used:
        if load_i64(entry_at(self, position) + ENTRY_KEY) != UNSET:
            return position
        position = position + 1
    return MISSING


def previous_entry(self: Any, position: i64) -> i64:
    """The last live entry at or before the position, or MISSING."""
    while position >= 0:
        if load_i64(entry_at(self, position) + ENTRY_KEY) != UNSET:
            return position
        position = position - 1
    return MISSING


@inline
def hash_word(hash_: i64) -> i64:
    """The hash as entries hold it: a small int's word, the top two bits dropped."""
    return hash_ << INT_SHIFT


# --- lookup ----------------------------------------------------------------------------------------
@inline
def find(self: Any, key: object, hash_: i64) -> i64:
    """The position of the key's entry, or MISSING."""
    if has_exact_class(key, class_id_of(str)):
        return find_text(self, key, hash_)
    return find_any(self, key, hash_)


def find_text(self: Any, key: object, hash_: i64) -> i64:
    """`find` for a string: strings are compared in place, and nothing else is likely to meet it."""
    if count_of(self) == 0:
        return MISSING
    indices = address(load_word(address(self) + DICT_INDICES))
    entries = entries_of(self)
    mask = (load_i64(indices + BUFFER_CAPACITY) >> 2) - 1
    wanted = hash_word(hash_)
    perturb = wanted >> INT_SHIFT
    slot = perturb & mask
    while True:
        position = load_i32(indices + BUFFER_DATA + (slot << 2))
        if position >= 0:
            entry = entries + position * ENTRY_SIZE
            present = load_i64(entry + ENTRY_KEY)
            if present == bits(key):
                return position
            if load_i64(entry + ENTRY_HASH) == wanted:
                if present & TAG_MASK != TAG_POINTER or class_id(word(present)) != class_id_of(str):
                    return find_any(self, key, hash_)
                if same_text(address(key), present - TAG_POINTER):
                    return position
        elif position == EMPTY:
            return MISSING
        perturb = lshr(perturb, PERTURB_SHIFT)
        slot = (slot * 5 + perturb + 1) & mask


def find_any(self: Any, key: object, hash_: i64) -> i64:
    """`find` for any key; comparing may run a program's code."""
    if count_of(self) == 0:
        return MISSING
    indices = address(load_word(address(self) + DICT_INDICES))
    entries = entries_of(self)
    mask = (load_i64(indices + BUFFER_CAPACITY) >> 2) - 1
    wanted = hash_word(hash_)
    perturb = wanted >> INT_SHIFT
    slot = perturb & mask
    while True:
        position = load_i32(indices + BUFFER_DATA + (slot << 2))
        if position >= 0:
            entry = entries + position * ENTRY_SIZE
            if load_i64(entry + ENTRY_KEY) == bits(key):
                return position
            if load_i64(entry + ENTRY_HASH) == wanted:
                version = version_of(self)
                if eq_any(load_word(entry + ENTRY_KEY), key):
                    return position
                if version_of(self) != version:
                    return find_any(self, key, hash_)
        elif position == EMPTY:
            return MISSING
        perturb = lshr(perturb, PERTURB_SHIFT)
        slot = (slot * 5 + perturb + 1) & mask


def slot_that_holds(indices: i64, hash_word_: i64, content: i64) -> i64:
    """Address of the first slot with that content in the probe sequence of a hash."""
    mask = (load_i64(indices + BUFFER_CAPACITY) >> 2) - 1
    perturb = hash_word_ >> INT_SHIFT
    slot = perturb & mask
    while load_i32(indices + BUFFER_DATA + (slot << 2)) != content:
        perturb = lshr(perturb, PERTURB_SHIFT)
        slot = (slot * 5 + perturb + 1) & mask
    return indices + BUFFER_DATA + (slot << 2)


# --- change ----------------------------------------------------------------------------------------
def add_entry(self: Any, key: object, hash_: i64, value: object) -> None:
    """Append an entry for a key that is not there."""
    place = address(self)
    if not _has_room(self):
        rebuild(self, count_of(self) + 1)
    position = load_i64(place + DICT_USED)
    indices = address(load_word(place + DICT_INDICES))
    store_u32(slot_that_holds(indices, hash_word(hash_), EMPTY), position)
    room = indices + BUFFER_DATA + load_i64(indices + BUFFER_CAPACITY)
    store_i64(room, load_i64(room) - 1)
    entry = entry_at(self, position)
    store_i64(entry + ENTRY_HASH, hash_word(hash_))
    store_word(entry + ENTRY_KEY, key)
    store_word(entry + ENTRY_VALUE, value)
    store_i64(place + DICT_USED, position + 1)
    store_i64(place + DICT_COUNT, load_i64(place + DICT_COUNT) + 1)
    store_i64(place + DICT_VERSION, load_i64(place + DICT_VERSION) + 1)


@inline
def _has_room(self: Any) -> bool:
    """Whether another slot of the index table may be taken: the count stands behind it."""
    table = load_word(address(self) + DICT_INDICES)
    if bits(table) == 0:
        return False
    indices = address(table)
    return load_i64(indices + BUFFER_DATA + load_i64(indices + BUFFER_CAPACITY)) > 0


@cold
def rebuild(self: Any, wanted: i64) -> None:
    """Make tables for `wanted` entries and half as many again, without the deleted ones."""
    size: i64 = SMALLEST_TABLE
    while size * 2 // 3 < wanted + (wanted >> 1):
        size = size * 2
    if size > 1 << 30:
        raise MemoryError
    entries = new_array((size * 2 // 3) * 3)
    indices = new_indices(size)
    place = address(self)
    kept: i64 = 0
    used = load_i64(place + DICT_USED)
    position: i64 = 0
    while position < used:
        source = entry_at(self, position)
        if load_i64(source + ENTRY_KEY) != UNSET:
            copy_memory(address(entries) + ARRAY_ITEMS + kept * ENTRY_SIZE, source, ENTRY_SIZE)
            store_u32(slot_that_holds(address(indices), load_i64(source + ENTRY_HASH), EMPTY), kept)
            kept = kept + 1
        position = position + 1
    store_i64(address(indices) + BUFFER_DATA + size * 4, size * 2 // 3 - kept)
    store_word(place + DICT_ENTRIES, entries)
    store_word(place + DICT_INDICES, indices)
    store_i64(place + DICT_USED, kept)


def new_indices(size: i64) -> Any:
    """A table of that many empty slots, and behind it the number that may still be taken."""
    place = allocate(BUFFER_DATA + size * 4 + 8, class_id_of("buffer"))
    store_i64(place + BUFFER_CAPACITY, size * 4)
    fill_memory(place + BUFFER_DATA, 0xFF, size * 4)
    return object_at(place)


def remove_entry(self: Any, position: i64) -> None:
    """Delete the entry at the position. Entries deleted at the end are given back, so that
    popitem() need not search; their slots stay taken until the table is rebuilt."""
    place = address(self)
    entry = entry_at(self, position)
    indices = address(load_word(place + DICT_INDICES))
    store_u32(slot_that_holds(indices, load_i64(entry + ENTRY_HASH), position), DELETED)
    store_i64(entry + ENTRY_KEY, UNSET)
    store_i64(entry + ENTRY_VALUE, 0)
    store_i64(place + DICT_COUNT, load_i64(place + DICT_COUNT) - 1)
    store_i64(place + DICT_VERSION, load_i64(place + DICT_VERSION) + 1)
    if position == load_i64(place + DICT_USED) - 1:
        store_i64(place + DICT_USED, previous_entry(self, position) + 1)


def clear_storage(self: Any) -> None:
    place = address(self)
    store_i64(place + DICT_COUNT, 0)
    store_i64(place + DICT_USED, 0)
    store_i64(place + DICT_ENTRIES, 0)
    store_i64(place + DICT_INDICES, 0)
    store_i64(place + DICT_VERSION, load_i64(place + DICT_VERSION) + 1)


def copy_storage(self: Any, source: Any) -> None:
    """Make an empty dict hold the source's entries, in tables of its own."""
    if count_of(source) == 0:
        return
    place = address(self)
    store_i64(place + DICT_COUNT, count_of(source))
    store_i64(place + DICT_USED, used_of(source))
    store_word(place + DICT_ENTRIES, load_word(address(source) + DICT_ENTRIES))
    rebuild(self, count_of(source))
