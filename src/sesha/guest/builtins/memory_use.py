"""Let the library above see and run the collector: what `gc` stands on."""

from sesha.guest.memory import budget, collect


def collect_now() -> None:
    collect.collect()


def bytes_in_use() -> int:
    """Live at the last collection or handed out since."""
    return int(budget.in_use())


def collections_so_far() -> int:
    return int(budget.collections)
