"""Store sets: one open-addressed table of (hash, key) entries, walked in the table's order.

Table sizes, probe sequence and growth are those of CPython, so that sets of numbers iterate and
print in the order that CPython's do. An entry is two words: the hash as a small int, the key; an
unused one has key UNSET, a deleted one key DONE. SET_USED counts the deleted ones too. A set that
never held anything has no table and counts as one of SMALLEST_TABLE entries; the word
SET_INDICES holds where `pop` goes on.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ARRAY_CAPACITY,
    ARRAY_ITEMS,
    DONE,
    INT_SHIFT,
    SET_COUNT,
    SET_ENTRIES,
    SET_INDICES,
    SET_SIZE,
    SET_USED,
    SET_VERSION,
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
    class_id_of,
    cold,
    copy_memory,
    inline,
    load_i64,
    load_word,
    lshr,
    object_at,
    store_i64,
    store_word,
    word,
)
from sesha.guest.memory.allocate import allocate

ENTRY_SHIFT = 4
ENTRY_HASH = 0
ENTRY_KEY = 8
DELETED = DONE

SMALLEST_TABLE = 8
LINEAR_PROBES = 9
PERTURB_SHIFT = 5
MANY = 50000
"""Above this many entries a table grows by two, below by four."""


def new_set(class_id_: i64) -> Any:
    return object_at(allocate(SET_SIZE, class_id_))


@inline
def count_of(self: Any) -> i64:
    return load_i64(address(self) + SET_COUNT)


@inline
def used_of(self: Any) -> i64:
    return load_i64(address(self) + SET_USED)


@inline
def has_table(self: Any) -> bool:
    return load_i64(address(self) + SET_ENTRIES) != 0


def mask_of(self: Any) -> i64:
    """The table's size less one."""
    if not has_table(self):
        return SMALLEST_TABLE - 1
    return (load_i64(address(load_word(address(self) + SET_ENTRIES)) + ARRAY_CAPACITY) >> 1) - 1


@inline
def entry_at(self: Any, index: i64) -> i64:
    return address(load_word(address(self) + SET_ENTRIES)) + ARRAY_ITEMS + (index << ENTRY_SHIFT)


@inline
def key_at(self: Any, index: i64) -> Any:
    return load_word(entry_at(self, index) + ENTRY_KEY)


@inline
def hash_at(self: Any, index: i64) -> i64:
    return load_i64(entry_at(self, index) + ENTRY_HASH) >> INT_SHIFT


@inline
def is_live(key: i64) -> bool:
    return key != UNSET and key != DELETED


def next_index(self: Any, index: i64) -> i64:
    """The first live entry at or after the index, or -1."""
    if not has_table(self):
        return -1
    mask = mask_of(self)
    while index <= mask:
        if is_live(load_i64(entry_at(self, index) + ENTRY_KEY)):
            return index
        index = index + 1
    return -1


# --- lookup ------------------------------------------------------------------------------------------
@inline
def last_probe(index: i64, mask: i64) -> i64:
    """Where the linear probes from the index end: none are made near the end of the table."""
    return index + LINEAR_PROBES if index + LINEAR_PROBES <= mask else index


def find(self: Any, key: object, hash_: i64) -> i64:
    """The index of the key's entry, or -1."""
    if count_of(self) == 0:
        return -1
    wanted = hash_ << INT_SHIFT
    perturb = wanted >> INT_SHIFT
    mask = mask_of(self)
    table = load_word(address(self) + SET_ENTRIES)
    textual = has_exact_class(key, class_id_of(str))
    index = perturb & mask
    while True:
        probe = index
        last = last_probe(index, mask)
        while probe <= last:
            entry = address(table) + ARRAY_ITEMS + (probe << ENTRY_SHIFT)
            present = load_i64(entry + ENTRY_KEY)
            if present == bits(key):
                return probe
            if present == UNSET:
                return -1
            if load_i64(entry + ENTRY_HASH) == wanted and present != DELETED:
                if textual and has_exact_class(word(present), class_id_of(str)):
                    if same_text(address(key), present - TAG_POINTER):
                        return probe
                    probe = probe + 1
                    continue
                version = load_i64(address(self) + SET_VERSION)
                if eq_any(load_word(entry + ENTRY_KEY), key):
                    return probe
                if load_i64(address(self) + SET_VERSION) != version:
                    return find(self, key, hash_)
            probe = probe + 1
        perturb = lshr(perturb, PERTURB_SHIFT)
        index = (index * 5 + 1 + perturb) & mask


# --- change ------------------------------------------------------------------------------------------
def add_entry(self: Any, key: object, hash_: i64) -> None:
    """Add a key unless it is there."""
    if find(self, key, hash_) >= 0:
        return
    place = address(self)
    if not has_table(self):
        store_word(place + SET_ENTRIES, new_table(SMALLEST_TABLE))
    insert(load_word(place + SET_ENTRIES), key, hash_)
    store_i64(place + SET_USED, load_i64(place + SET_USED) + 1)
    store_i64(place + SET_COUNT, load_i64(place + SET_COUNT) + 1)
    touch(self)
    if used_of(self) * 5 >= mask_of(self) * 3:
        grow(self)


@inline
def touch(self: Any) -> None:
    """Let lookups that are under way know that the table has changed."""
    store_i64(address(self) + SET_VERSION, load_i64(address(self) + SET_VERSION) + 1)


def insert(table: Any, key: object, hash_: i64) -> None:
    """Put a key that is not there into the first unused entry of its probe sequence."""
    base = address(table) + ARRAY_ITEMS
    mask = (load_i64(address(table) + ARRAY_CAPACITY) >> 1) - 1
    perturb = (hash_ << INT_SHIFT) >> INT_SHIFT
    index = perturb & mask
    while True:
        probe = index
        last = last_probe(index, mask)
        while probe <= last:
            entry = base + (probe << ENTRY_SHIFT)
            if load_i64(entry + ENTRY_KEY) == UNSET:
                store_i64(entry + ENTRY_HASH, hash_ << INT_SHIFT)
                store_word(entry + ENTRY_KEY, key)
                return
            probe = probe + 1
        perturb = lshr(perturb, PERTURB_SHIFT)
        index = (index * 5 + 1 + perturb) & mask


def remove_entry(self: Any, index: i64) -> None:
    entry = entry_at(self, index)
    store_i64(entry + ENTRY_KEY, DELETED)
    store_i64(entry + ENTRY_HASH, -4)
    store_i64(address(self) + SET_COUNT, load_i64(address(self) + SET_COUNT) - 1)
    touch(self)


# --- tables ------------------------------------------------------------------------------------------
def new_table(size: i64) -> Any:
    """A table of unused entries."""
    table = new_array(size * 2)
    entry = address(table) + ARRAY_ITEMS
    end = entry + (size << ENTRY_SHIFT)
    while entry < end:
        store_i64(entry + ENTRY_KEY, UNSET)
        entry = entry + (1 << ENTRY_SHIFT)
    return table


@cold
def grow(self: Any) -> None:
    """Make room in proportion to the live entries."""
    count = count_of(self)
    resize(self, count * 2 if count > MANY else count * 4)


@cold
def resize(self: Any, wanted: i64) -> None:
    """Move the live entries to a table of more than `wanted` entries."""
    size: i64 = SMALLEST_TABLE
    while size <= wanted:
        size = size * 2
    table = new_table(size)
    index = next_index(self, 0)
    while index >= 0:
        insert(table, key_at(self, index), hash_at(self, index))
        index = next_index(self, index + 1)
    store_word(address(self) + SET_ENTRIES, table)
    store_i64(address(self) + SET_USED, count_of(self))
    touch(self)


def make_room(self: Any, more: i64) -> None:
    """Grow before `more` entries are merged in."""
    if (used_of(self) + more) * 5 >= mask_of(self) * 3:
        resize(self, (count_of(self) + more) * 2)


def drop_deleted(self: Any) -> None:
    """Rebuild the table when more than a quarter of it is deleted entries."""
    if used_of(self) - count_of(self) > mask_of(self) // 4:
        grow(self)


def clear_storage(self: Any) -> None:
    place = address(self)
    store_i64(place + SET_COUNT, 0)
    store_i64(place + SET_USED, 0)
    store_i64(place + SET_ENTRIES, 0)
    store_i64(place + SET_INDICES, 0)
    touch(self)


def take_storage(self: Any, source: Any) -> None:
    """Give the set the contents of another one that nobody else will use."""
    place = address(self)
    store_i64(place + SET_COUNT, count_of(source))
    store_i64(place + SET_USED, used_of(source))
    store_i64(place + SET_ENTRIES, load_i64(address(source) + SET_ENTRIES))
    touch(self)


def merge_set(self: Any, other: Any) -> None:
    """Add all entries of another set, whose hashes are known."""
    if bits(self) == bits(other) or count_of(other) == 0:
        return
    make_room(self, count_of(other))
    if used_of(self) == 0 and mask_of(self) == mask_of(other) and used_of(other) == count_of(other):
        _copy_table(self, other)
        return
    fresh = used_of(self) == 0
    index = next_index(other, 0)
    while index >= 0:
        if fresh:
            _add_unseen(self, key_at(other, index), hash_at(other, index))
        else:
            add_entry(self, key_at(other, index), hash_at(other, index))
        index = next_index(other, index + 1)


def _add_unseen(self: Any, key: object, hash_: i64) -> None:
    """Insert a key that cannot be there, where there is room."""
    place = address(self)
    if not has_table(self):
        store_word(place + SET_ENTRIES, new_table(SMALLEST_TABLE))
    insert(load_word(place + SET_ENTRIES), key, hash_)
    store_i64(place + SET_USED, load_i64(place + SET_USED) + 1)
    store_i64(place + SET_COUNT, load_i64(place + SET_COUNT) + 1)
    touch(self)


def _copy_table(self: Any, other: Any) -> None:
    size = mask_of(other) + 1
    table = new_array(size * 2)
    copy_memory(address(table) + ARRAY_ITEMS, entry_at(other, 0), size << ENTRY_SHIFT)
    place = address(self)
    store_word(place + SET_ENTRIES, table)
    store_i64(place + SET_USED, count_of(other))
    store_i64(place + SET_COUNT, count_of(other))
    touch(self)
