"""The module in which CPython (and typeshed) define futures, tasks and the running loop."""

from sesha.guest.stdlib.asyncio.events import (
    _get_running_loop as _get_running_loop,
    _set_running_loop as _set_running_loop,
    get_event_loop as get_event_loop,
    get_running_loop as get_running_loop,
)
from sesha.guest.stdlib.asyncio.futures import Future as Future
from sesha.guest.stdlib.asyncio.task import Task as Task, all_tasks as all_tasks, current_task as current_task
