"""Decide when to collect: after as much allocation as there was live memory, within bounds.

Collecting costs time proportional to what is live; spacing collections by the live size keeps
that cost a constant share. The floor keeps small programs from collecting all the time, and lies
within an eighth of the heap so that a 4 MiB machine works; above, a small floor reuses memory
that the cache still holds.
"""

from mypy_extensions import i64

FLOOR_LEAST = 256 << 10
FLOOR_MOST = 4 << 20

floor: i64 = FLOOR_LEAST
left: i64 = 0
"""Bytes that may be handed out before the next collection."""
granted: i64 = 0
"""What `left` was after the last collection."""
live: i64 = 0
"""Bytes that the last collection found in use."""
collections: i64 = 0


def start(heap_size: i64) -> None:
    global floor, left, granted
    share = heap_size >> 3
    floor = share if share < FLOOR_MOST else FLOOR_MOST
    if share < FLOOR_LEAST:
        floor = FLOOR_LEAST
    left = floor
    granted = floor


def spend(size: i64) -> None:
    global left
    left = left - size


def renew(live_: i64) -> None:
    """A collection found so much in use."""
    global left, granted, live, collections
    live = live_
    collections = collections + 1
    granted = live_ if live_ > floor else floor
    left = granted


def in_use() -> i64:
    """Bytes that were live at the last collection or handed out since."""
    return live + granted - left
