"""Refuse to go deeper when the stack is nearly used up.

The compiler puts a test at the entry of every function that can reach itself
(`transform/guard_recursion.py`): the stack pointer against `memory.stack.limit`. Below the limit
there is room left to make the exception and to report it.
"""

from typing import NoReturn

from sesha.guest.cpu.intrinsics import cold
from sesha.guest.memory import stack


@cold
def refuse() -> NoReturn:
    """Called instead of the function's body; what makes the exception may use the reserve."""
    stack.open_reserve()
    try:
        error = RecursionError("maximum recursion depth exceeded")
    finally:
        stack.close_reserve()
    raise error
