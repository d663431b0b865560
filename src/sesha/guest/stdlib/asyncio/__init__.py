"""Run tasks, wait for the network and for time: CPython's `asyncio`, over the machine's own loop.

    runners.py ─ run, Runner                      timeouts.py, taskgroups.py, tasks.py (gather, wait ...)
        base_events.py ─ loop: network part       locks.py, queues.py
            events.py ─ loop: ready queue, timers     task.py ─ futures.py
    streams.py, reader.py ─ socket_transport.py, datagram.py, server.py, resolver.py ─ machine/this/network.py

The modules have CPython's names as far as programs see them.
"""

from sesha.guest.stdlib.asyncio.base_events import (
    BaseEventLoop as BaseEventLoop,
    Server as Server,
    new_event_loop as new_event_loop,
)
from sesha.guest.stdlib.asyncio.events import (
    AbstractEventLoop as AbstractEventLoop,
    Handle as Handle,
    TimerHandle as TimerHandle,
    get_event_loop as get_event_loop,
    get_running_loop as get_running_loop,
    set_event_loop as set_event_loop,
)
from sesha.guest.stdlib.asyncio.exceptions import (
    BrokenBarrierError as BrokenBarrierError,
    CancelledError as CancelledError,
    IncompleteReadError as IncompleteReadError,
    InvalidStateError as InvalidStateError,
    LimitOverrunError as LimitOverrunError,
    TimeoutError as TimeoutError,
)
from sesha.guest.stdlib.asyncio.futures import Future as Future, isfuture as isfuture
from sesha.guest.stdlib.asyncio.locks import (
    Barrier as Barrier,
    BoundedSemaphore as BoundedSemaphore,
    Condition as Condition,
    Event as Event,
    Lock as Lock,
    Semaphore as Semaphore,
)
from sesha.guest.stdlib.asyncio.protocols import (
    BaseProtocol as BaseProtocol,
    DatagramProtocol as DatagramProtocol,
    Protocol as Protocol,
)
from sesha.guest.stdlib.asyncio.queues import (
    LifoQueue as LifoQueue,
    PriorityQueue as PriorityQueue,
    Queue as Queue,
    QueueEmpty as QueueEmpty,
    QueueFull as QueueFull,
    QueueShutDown as QueueShutDown,
)
from sesha.guest.stdlib.asyncio.reader import StreamReader as StreamReader
from sesha.guest.stdlib.asyncio.runners import Runner as Runner, run as run
from sesha.guest.stdlib.asyncio.streams import (
    StreamReaderProtocol as StreamReaderProtocol,
    StreamWriter as StreamWriter,
    open_connection as open_connection,
    start_server as start_server,
)
from sesha.guest.stdlib.asyncio.task import (
    Task as Task,
    all_tasks as all_tasks,
    create_eager_task_factory as create_eager_task_factory,
    create_task as create_task,
    current_task as current_task,
    eager_task_factory as eager_task_factory,
    ensure_future as ensure_future,
    iscoroutine as iscoroutine,
)
from sesha.guest.stdlib.asyncio.taskgroups import TaskGroup as TaskGroup
from sesha.guest.stdlib.asyncio.tasks import (
    ALL_COMPLETED as ALL_COMPLETED,
    FIRST_COMPLETED as FIRST_COMPLETED,
    FIRST_EXCEPTION as FIRST_EXCEPTION,
    as_completed as as_completed,
    gather as gather,
    shield as shield,
    sleep as sleep,
    wait as wait,
    wait_for as wait_for,
)
from sesha.guest.stdlib.asyncio.timeouts import (
    Timeout as Timeout,
    timeout as timeout,
    timeout_at as timeout_at,
)
from sesha.guest.stdlib.asyncio.transports import (
    BaseTransport as BaseTransport,
    DatagramTransport as DatagramTransport,
    ReadTransport as ReadTransport,
    Transport as Transport,
    WriteTransport as WriteTransport,
)
