"""The module in which CPython (and typeshed) define futures, tasks and the running loop."""

from sesha.guest.stdlib.asyncio.events import _get_running_loop as _get_running_loop
from sesha.guest.stdlib.asyncio.events import _set_running_loop as _set_running_loop
from sesha.guest.stdlib.asyncio.events import get_event_loop as get_event_loop
from sesha.guest.stdlib.asyncio.events import get_running_loop as get_running_loop
from sesha.guest.stdlib.asyncio.futures import Future as Future
from sesha.guest.stdlib.asyncio.task import Task as Task
from sesha.guest.stdlib.asyncio.task import all_tasks as all_tasks
from sesha.guest.stdlib.asyncio.task import current_task as current_task
