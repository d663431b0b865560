"""Sort lists: a stable merge sort over the words of an array, in one pass of natural runs.

With a key function the records sorted are pairs (key, value), else single words (`width`). Runs
that lie in the input are found first, short ones are lengthened by insertion; they are merged
from a stack whose lengths stay balanced, as Timsort does. What is compared decides how: small
ints by their words, inline floats by their values, exact strings by their text, exact tuples item by
item, all else by `<`.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ARRAY_ITEMS,
    FLOAT_TAGS,
    INT_MASK,
    LIST_ARRAY,
    TAG_MASK,
    TAG_POINTER,
)
from sesha.guest.builtins.float import unbox
from sesha.guest.builtins.list_storage import length_of_list, new_array, set_length
from sesha.guest.cpu.intrinsics import (
    address,
    class_id,
    class_id_of,
    copy_memory,
    inline,
    load_i64,
    load_word,
    stack_words,
    store_i64,
    store_word,
    unchecked,
    word,
)

ORDER_SMALL = 0
ORDER_FLOAT = 1
ORDER_STR = 2
ORDER_TUPLE = 3
ORDER_ANY = 4

SHORT_RUN = 24
"""Runs shorter than this are lengthened by insertion."""
RUN_STACK = 170
"""Words: two for each run; lengths on the stack grow like Fibonacci numbers, 85 exceed 2**56."""


def sort(self: list[Any], *, key: Any = None, reverse: Any = False) -> None:
    """`self.sort(key=key, reverse=reverse)`. The list is empty while it is being sorted."""
    length = length_of_list(self)
    array = load_word(address(self) + LIST_ARRAY)
    descending = bool(reverse)
    hollow: Any = ()
    set_length(self, 0)
    store_word(address(self) + LIST_ARRAY, hollow)
    try:
        if key is None:
            sort_records(address(array) + ARRAY_ITEMS, length, 1, descending)
        else:
            sort_by_key(address(array) + ARRAY_ITEMS, length, key, descending)
    finally:
        touched = load_word(address(self) + LIST_ARRAY) is not hollow
        store_word(address(self) + LIST_ARRAY, array)
        set_length(self, length)
    if touched:
        raise ValueError("list modified during sort")


def sort_by_key(items: i64, count: i64, key: Any, descending: bool) -> None:
    """Call the key once for each item, sort the pairs, store the items back."""
    pairs = new_array(count * 2)
    place = address(pairs) + ARRAY_ITEMS
    position: i64 = 0
    while position < count:
        value = load_word(items + (position << 3))
        store_word(place + (position << 4), key(value))
        store_word(place + (position << 4) + 8, value)
        position = position + 1
    sort_records(place, count, 2, descending)
    position = 0
    while position < count:
        store_i64(items + (position << 3), load_i64(place + (position << 4) + 8))
        position = position + 1


def sort_records(items: i64, count: i64, width: i64, descending: bool) -> None:
    """Sort records of `width` words by their first; descending order is stable too."""
    if count < 2:
        return
    order = order_of(items, count, width)
    if descending:
        reverse_records(items, items + (count - 1) * width * 8, width)
    merge_runs(items, count, width, order)
    if descending:
        reverse_records(items, items + (count - 1) * width * 8, width)


def order_of(items: i64, count: i64, width: i64) -> i64:
    """The cheapest comparison that suits all keys."""
    order = _order_of_word(load_i64(items))
    place = items + (width << 3)
    end = items + count * (width << 3)
    while place < end and order != ORDER_ANY:
        if _order_of_word(load_i64(place)) != order:
            return ORDER_ANY
        place = place + (width << 3)
    return order


@inline
def _order_of_word(raw: i64) -> i64:
    if raw & INT_MASK == 0:
        return ORDER_SMALL
    if raw & TAG_MASK == TAG_POINTER:
        id_ = class_id(word(raw))
        if id_ == class_id_of(str):
            return ORDER_STR
        return ORDER_TUPLE if id_ == class_id_of(tuple) else ORDER_ANY
    return ORDER_FLOAT if (FLOAT_TAGS >> (raw & TAG_MASK)) & 1 != 0 else ORDER_ANY


@inline
def less(left: i64, right: i64, order: i64) -> bool:
    """Whether the key word `left` comes before `right`."""
    if order == ORDER_SMALL:
        return left < right
    return less_slow(left, right, order)


def less_slow(left: i64, right: i64, order: i64) -> bool:
    if order == ORDER_STR:
        text: str = unchecked(word(left))
        other: str = unchecked(word(right))
        return text < other
    if order == ORDER_FLOAT:
        return unbox(word(left)) < unbox(word(right))
    if order == ORDER_TUPLE:
        items: tuple[Any, ...] = unchecked(word(left))
        others: tuple[Any, ...] = unchecked(word(right))
        return items < others
    return bool(word(left) < word(right))


# --- runs ------------------------------------------------------------------------------------------
def merge_runs(items: i64, count: i64, width: i64, order: i64) -> None:
    """Find runs from left to right, merging neighbours while the stack is out of balance."""
    size = width << 3
    runs = stack_words(RUN_STACK)
    depth: i64 = 0
    buffer = new_array((count >> 1) * width + width)
    spare = address(buffer) + ARRAY_ITEMS
    start: i64 = 0
    while start < count:
        length = count_run(items + start * size, count - start, width, order)
        if length < SHORT_RUN:
            wanted = count - start if count - start < SHORT_RUN else i64(SHORT_RUN)
            insert_into_run(items + start * size, length, wanted, width, order)
            length = wanted
        store_i64(runs + (depth << 4), start)
        store_i64(runs + (depth << 4) + 8, length)
        depth = depth + 1
        start = start + length
        while depth > 1 and _out_of_balance(runs, depth):
            depth = _merge_top(items, runs, depth, size, order, spare)
    while depth > 1:
        depth = _merge_top(items, runs, depth, size, order, spare)


@inline
def _run_length(runs: i64, index: i64) -> i64:
    return load_i64(runs + (index << 4) + 8)


def _out_of_balance(runs: i64, depth: i64) -> bool:
    """Lengths from the top must grow: each longer than the next, and than the next two together."""
    top = _run_length(runs, depth - 1)
    below = _run_length(runs, depth - 2)
    if below <= top:
        return True
    if depth >= 3 and _run_length(runs, depth - 3) <= below + top:
        return True
    return depth >= 4 and _run_length(runs, depth - 4) <= _run_length(runs, depth - 3) + below


def _merge_top(items: i64, runs: i64, depth: i64, size: i64, order: i64, spare: i64) -> i64:
    """Merge two of the topmost three runs, the shorter neighbours first; the new depth."""
    index = depth - 2
    if depth >= 3 and _run_length(runs, depth - 3) < _run_length(runs, depth - 1):
        index = depth - 3
    start = load_i64(runs + (index << 4))
    left = _run_length(runs, index)
    right = _run_length(runs, index + 1)
    merge(items + start * size, left, right, size, order, spare)
    store_i64(runs + (index << 4) + 8, left + right)
    if index == depth - 3:
        store_i64(runs + ((depth - 2) << 4), load_i64(runs + ((depth - 1) << 4)))
        store_i64(runs + ((depth - 2) << 4) + 8, _run_length(runs, depth - 1))
    return depth - 1


def count_run(items: i64, count: i64, width: i64, order: i64) -> i64:
    """Length of the run at `items`; a strictly falling one is turned round."""
    size = width << 3
    if count < 2:
        return count
    length: i64 = 2
    place = items + size
    if less(load_i64(place), load_i64(items), order):
        while length < count and less(load_i64(place + size), load_i64(place), order):
            place = place + size
            length = length + 1
        reverse_records(items, place, width)
        return length
    while length < count and not less(load_i64(place + size), load_i64(place), order):
        place = place + size
        length = length + 1
    return length


def insert_into_run(items: i64, length: i64, wanted: i64, width: i64, order: i64) -> None:
    """Lengthen the sorted run to `wanted` records, finding each one's place by halving."""
    size = width << 3
    while length < wanted:
        place = items + length * size
        key = load_i64(place)
        value = load_i64(place + size - 8)
        low: i64 = 0
        high = length
        while low < high:
            middle = (low + high) >> 1
            if less(key, load_i64(items + middle * size), order):
                high = middle
            else:
                low = middle + 1
        target = items + low * size
        while place > target:
            place = place - 8
            store_i64(place + size, load_i64(place))
        store_i64(target + size - 8, value)
        store_i64(target, key)
        length = length + 1


def reverse_records(low: i64, high: i64, width: i64) -> None:
    """Turn round the records from the one at `low` to the one at `high`."""
    size = width << 3
    while low < high:
        offset: i64 = 0
        while offset < size:
            kept = load_i64(low + offset)
            store_i64(low + offset, load_i64(high + offset))
            store_i64(high + offset, kept)
            offset = offset + 8
        low = low + size
        high = high - size


# --- merging -----------------------------------------------------------------------------------------
def merge(items: i64, left: i64, right: i64, size: i64, order: i64, spare: i64) -> None:
    """Merge two adjoining runs; the shorter one is kept in `spare` meanwhile."""
    middle = items + left * size
    if not less(load_i64(middle), load_i64(middle - size), order):
        return
    if left <= right:
        copy_memory(spare, items, left * size)
        _merge_up(items, spare, spare + left * size, middle, middle + right * size, size, order)
    else:
        copy_memory(spare, middle, right * size)
        _merge_down(items, middle, spare, spare + right * size, size, order)


def _merge_up(
    target: i64, left: i64, left_end: i64, right: i64, right_end: i64, size: i64, order: i64
) -> None:
    """From the lowest: `left` lies in the spare memory, `right` after the target. Whatever a
    comparison raises, every record is back in the array."""
    try:
        while left < left_end and right < right_end:
            if less(load_i64(right), load_i64(left), order):
                _move(target, right, size)
                right = right + size
            else:
                _move(target, left, size)
                left = left + size
            target = target + size
    finally:
        copy_memory(target, left, left_end - left)


def _merge_down(left: i64, left_end: i64, right: i64, right_end: i64, size: i64, order: i64) -> None:
    """From the highest: `right` lies in the spare memory, the target ends where it came from."""
    target = left_end + (right_end - right)
    try:
        while left < left_end and right < right_end:
            if less(load_i64(right_end - size), load_i64(left_end - size), order):
                left_end = left_end - size
                target = target - size
                _move(target, left_end, size)
            else:
                right_end = right_end - size
                target = target - size
                _move(target, right_end, size)
    finally:
        copy_memory(target - (right_end - right), right, right_end - right)


@inline
def _move(target: i64, source: i64, size: i64) -> None:
    store_i64(target, load_i64(source))
    if size == 16:
        store_i64(target + 8, load_i64(source + 8))
