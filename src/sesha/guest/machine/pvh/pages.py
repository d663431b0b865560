"""Hand out whole pages that devices and the hypervisor write to: they lie outside the heap."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import fill_memory

PAGE = 4096

next_page: i64 = 0
end: i64 = 0


def initialize(start: i64, end_: i64) -> None:
    """Called once by start.py with a page-aligned range."""
    global next_page, end
    next_page = start
    end = end_


def take_page() -> i64:
    """A zeroed page; 0 when none is left."""
    return take(PAGE)


def take(size: i64) -> i64:
    """Adjoining zeroed pages, enough for `size` bytes; 0 when there are not so many."""
    global next_page
    place = next_page
    room = (size + PAGE - 1) & -PAGE
    if place + room > end:
        return 0
    next_page = place + room
    fill_memory(place, 0, room)
    return place
