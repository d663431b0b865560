"""Tell coroutines and coroutine functions apart from other things."""

from sesha.guest.stdlib.asyncio.task import iscoroutine as iscoroutine
