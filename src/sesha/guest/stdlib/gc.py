"""Control the collector, as the module `gc` of images.

The collector marks and sweeps: there are no reference counts and no generations, so what speaks
of these answers as CPython does when there is nothing to do.
"""

from sesha.guest.builtins.memory_use import bytes_in_use, collect_now, collections_so_far

_enabled = True


def collect(generation: int = 2) -> int:
    """Collect now. How many objects were unreachable is not counted: the answer is 0."""
    if generation < 0 or generation > 2:
        raise ValueError("invalid generation")
    collect_now()
    return 0


def enable() -> None:
    global _enabled
    _enabled = True


def disable() -> None:
    """Noted, but memory is still collected when it runs short: there is no other way to free it."""
    global _enabled
    _enabled = False


def isenabled() -> bool:
    return _enabled


def freeze() -> None:
    """Nothing to move: there are no generations."""


def unfreeze() -> None:
    """Nothing to move back."""


def get_freeze_count() -> int:
    return 0


def get_count() -> tuple[int, int, int]:
    """Kilobytes in use in place of CPython's counts of new objects, and collections so far."""
    return bytes_in_use() >> 10, collections_so_far(), 0


def get_threshold() -> tuple[int, int, int]:
    return 2000, 10, 0


def set_threshold(threshold0: int, threshold1: int = 10, threshold2: int = 10, /) -> None:
    """Without effect: the collector goes by the memory in use."""
