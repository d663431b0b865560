"""Run tasks, wait for the network and for time: CPython's `asyncio`, over the machine's own loop.

    runners.py ─ run, Runner                      timeouts.py, taskgroups.py, tasks.py (gather, wait ...)
        base_events.py ─ loop: network part       locks.py, queues.py
            events.py ─ loop: ready queue, timers     task.py ─ futures.py
    streams.py, reader.py ─ socket_transport.py, datagram.py, server.py, resolver.py ─ machine/this/network.py

The modules have CPython's names as far as programs see them.
"""

from sesha.guest.stdlib.asyncio.base_events import BaseEventLoop as BaseEventLoop
from sesha.guest.stdlib.asyncio.base_events import Server as Server
from sesha.guest.stdlib.asyncio.base_events import new_event_loop as new_event_loop
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop as AbstractEventLoop
from sesha.guest.stdlib.asyncio.events import Handle as Handle
from sesha.guest.stdlib.asyncio.events import TimerHandle as TimerHandle
from sesha.guest.stdlib.asyncio.events import get_event_loop as get_event_loop
from sesha.guest.stdlib.asyncio.events import get_running_loop as get_running_loop
from sesha.guest.stdlib.asyncio.events import set_event_loop as set_event_loop
from sesha.guest.stdlib.asyncio.exceptions import BrokenBarrierError as BrokenBarrierError
from sesha.guest.stdlib.asyncio.exceptions import CancelledError as CancelledError
from sesha.guest.stdlib.asyncio.exceptions import IncompleteReadError as IncompleteReadError
from sesha.guest.stdlib.asyncio.exceptions import InvalidStateError as InvalidStateError
from sesha.guest.stdlib.asyncio.exceptions import LimitOverrunError as LimitOverrunError
from sesha.guest.stdlib.asyncio.exceptions import TimeoutError as TimeoutError
from sesha.guest.stdlib.asyncio.futures import Future as Future
from sesha.guest.stdlib.asyncio.futures import isfuture as isfuture
from sesha.guest.stdlib.asyncio.locks import Barrier as Barrier
from sesha.guest.stdlib.asyncio.locks import BoundedSemaphore as BoundedSemaphore
from sesha.guest.stdlib.asyncio.locks import Condition as Condition
from sesha.guest.stdlib.asyncio.locks import Event as Event
from sesha.guest.stdlib.asyncio.locks import Lock as Lock
from sesha.guest.stdlib.asyncio.locks import Semaphore as Semaphore
from sesha.guest.stdlib.asyncio.protocols import BaseProtocol as BaseProtocol
from sesha.guest.stdlib.asyncio.protocols import DatagramProtocol as DatagramProtocol
from sesha.guest.stdlib.asyncio.protocols import Protocol as Protocol
from sesha.guest.stdlib.asyncio.queues import LifoQueue as LifoQueue
from sesha.guest.stdlib.asyncio.queues import PriorityQueue as PriorityQueue
from sesha.guest.stdlib.asyncio.queues import Queue as Queue
from sesha.guest.stdlib.asyncio.queues import QueueEmpty as QueueEmpty
from sesha.guest.stdlib.asyncio.queues import QueueFull as QueueFull
from sesha.guest.stdlib.asyncio.queues import QueueShutDown as QueueShutDown
from sesha.guest.stdlib.asyncio.reader import StreamReader as StreamReader
from sesha.guest.stdlib.asyncio.runners import Runner as Runner
from sesha.guest.stdlib.asyncio.runners import run as run
from sesha.guest.stdlib.asyncio.streams import StreamReaderProtocol as StreamReaderProtocol
from sesha.guest.stdlib.asyncio.streams import StreamWriter as StreamWriter
from sesha.guest.stdlib.asyncio.streams import open_connection as open_connection
from sesha.guest.stdlib.asyncio.streams import start_server as start_server
from sesha.guest.stdlib.asyncio.task import Task as Task
from sesha.guest.stdlib.asyncio.task import all_tasks as all_tasks
from sesha.guest.stdlib.asyncio.task import create_task as create_task
from sesha.guest.stdlib.asyncio.task import current_task as current_task
from sesha.guest.stdlib.asyncio.task import ensure_future as ensure_future
from sesha.guest.stdlib.asyncio.task import iscoroutine as iscoroutine
from sesha.guest.stdlib.asyncio.taskgroups import TaskGroup as TaskGroup
from sesha.guest.stdlib.asyncio.tasks import ALL_COMPLETED as ALL_COMPLETED
from sesha.guest.stdlib.asyncio.tasks import FIRST_COMPLETED as FIRST_COMPLETED
from sesha.guest.stdlib.asyncio.tasks import FIRST_EXCEPTION as FIRST_EXCEPTION
from sesha.guest.stdlib.asyncio.tasks import as_completed as as_completed
from sesha.guest.stdlib.asyncio.tasks import gather as gather
from sesha.guest.stdlib.asyncio.tasks import shield as shield
from sesha.guest.stdlib.asyncio.tasks import sleep as sleep
from sesha.guest.stdlib.asyncio.tasks import wait as wait
from sesha.guest.stdlib.asyncio.tasks import wait_for as wait_for
from sesha.guest.stdlib.asyncio.threads import to_thread as to_thread
from sesha.guest.stdlib.asyncio.timeouts import Timeout as Timeout
from sesha.guest.stdlib.asyncio.timeouts import timeout as timeout
from sesha.guest.stdlib.asyncio.timeouts import timeout_at as timeout_at
from sesha.guest.stdlib.asyncio.transports import BaseTransport as BaseTransport
from sesha.guest.stdlib.asyncio.transports import DatagramTransport as DatagramTransport
from sesha.guest.stdlib.asyncio.transports import ReadTransport as ReadTransport
from sesha.guest.stdlib.asyncio.transports import Transport as Transport
from sesha.guest.stdlib.asyncio.transports import WriteTransport as WriteTransport
