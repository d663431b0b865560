"""Context managers, as the module `contextlib` of images.

`generators.py` makes them of generators, `stack.py` holds several, `managers.py` has the small
ones.
"""

from sesha.guest.stdlib.contextlib.generators import asynccontextmanager, contextmanager
from sesha.guest.stdlib.contextlib.managers import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    ContextDecorator,
    aclosing,
    closing,
    nullcontext,
    redirect_stderr,
    redirect_stdout,
    suppress,
)
from sesha.guest.stdlib.contextlib.stack import AsyncExitStack, ExitStack

__all__ = [
    "AbstractAsyncContextManager",
    "AbstractContextManager",
    "AsyncExitStack",
    "ContextDecorator",
    "ExitStack",
    "aclosing",
    "asynccontextmanager",
    "closing",
    "contextmanager",
    "nullcontext",
    "redirect_stderr",
    "redirect_stdout",
    "suppress",
]
