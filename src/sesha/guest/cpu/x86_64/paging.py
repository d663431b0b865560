"""Make page tables: one to one, every page with exactly the rights it needs.

What is not mapped does not exist: the first MiB (so that address 0 faults) and guard pages. Tables are
taken from a pool that the start code gives, and are themselves mapped read-only; `map_device` may be
called as long as some are left.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import fill_memory, load_i64, store_i64
from sesha.guest.cpu.x86_64.registers import load_page_tables, read_cr0, write_cr0

PAGE = 4096
LARGE = 1 << 21
ENTRY_SIZE = 8
INDEX_MASK = 511
ADDRESS_MASK = 0x000F_FFFF_FFFF_F000

PRESENT = 1
WRITABLE = 2
UNCACHED = 0x18
"""PCD and PWT."""
LARGE_PAGE = 0x80
NO_EXECUTE = -(1 << 63)

READ = PRESENT | NO_EXECUTE
READ_EXECUTE = PRESENT
READ_WRITE = PRESENT | WRITABLE | NO_EXECUTE
DEVICE = READ_WRITE | UNCACHED

WRITE_PROTECT = 1 << 16
"""CR0.WP."""

root: i64 = 0
next_table: i64 = 0
tables_end: i64 = 0


def begin(pool_start: i64, pool_end: i64) -> None:
    """Start an empty set of tables in the pool (page-aligned)."""
    global root, next_table, tables_end
    next_table = pool_start
    tables_end = pool_end
    root = take_table()


def take_table() -> i64:
    """A zeroed table, or 0 when the pool is used up."""
    global next_table
    table = next_table
    if table + PAGE > tables_end:
        return 0
    next_table = table + PAGE
    fill_memory(table, 0, PAGE)
    return table


def table_below(table: i64, address: i64, shift: i64) -> i64:
    """The table that an entry leads to, made if there is none yet; 0 when the pool is used up."""
    place = table + ((address >> shift) & INDEX_MASK) * ENTRY_SIZE
    entry = load_i64(place)
    if entry == 0:
        entry = take_table()
        if entry == 0:
            return 0
        store_i64(place, entry | PRESENT | WRITABLE)
    return entry & ADDRESS_MASK


def map_range(start: i64, end: i64, rights: i64) -> bool:
    """Map whole pages, large ones where they fit; whether the pool sufficed."""
    address = start
    while address < end:
        directory = table_below(table_below(root, address, 39), address, 30)
        if directory == 0:
            return False
        if address & (LARGE - 1) == 0 and end - address >= LARGE:
            store_i64(directory + ((address >> 21) & INDEX_MASK) * ENTRY_SIZE, address | rights | LARGE_PAGE)
            address += LARGE
            continue
        table = table_below(directory, address, 21)
        if table == 0:
            return False
        store_i64(table + ((address >> 12) & INDEX_MASK) * ENTRY_SIZE, address | rights)
        address += PAGE
    return True


def map_device(start: i64, size: i64) -> bool:
    """Make a device's registers reachable, uncached; whether the pool sufficed."""
    protected = read_cr0()
    write_cr0(protected & ~WRITE_PROTECT)
    done = map_range(start & -PAGE, (start + size + PAGE - 1) & -PAGE, DEVICE)
    write_cr0(protected)
    load_page_tables(root)
    return done


def use() -> None:
    """Switch to the tables."""
    load_page_tables(root)
