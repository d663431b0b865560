"""Say that there are no threads: `to_thread`."""

from collections.abc import Callable
from typing import Any

from sesha.guest.stdlib.asyncio.base_events import NO_THREADS


async def to_thread(func: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    raise RuntimeError(f"to_thread is not supported: {NO_THREADS}")
