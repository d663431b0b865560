"""Ask a server that is starting until it first answers, without measuring how asking was done.

A connection that comes too early may be lost: the forwarding hypervisor takes it long before the guest
listens, and the guest's kernel drops it. So a new one is opened every few milliseconds, whatever becomes
of the earlier ones, and the first answer on any of them counts.
"""

import selectors
import socket
import time
from collections.abc import Callable

PAUSE_LEAST = 0.001
PAUSE_PART = 0.02
"""Of the time that has passed: the measurement is as coarse as this."""
REQUEST = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
ANSWER = b"HTTP/1."


def wait_for_answer(port: int, seconds: float, alive: Callable[[], bool]) -> bool:
    """Whether an answer came before the time was over or `alive` denied."""
    start = time.perf_counter()
    with selectors.DefaultSelector() as attempts:
        try:
            while (passed := time.perf_counter() - start) < seconds and alive():
                _attempt(attempts, port)
                if _look(attempts, start + passed + max(PAUSE_LEAST, PAUSE_PART * passed)):
                    return True
            return False
        finally:
            for key in list(attempts.get_map().values()):
                _close(attempts, key.fileobj)


def _attempt(attempts: selectors.BaseSelector, port: int) -> None:
    connection = socket.socket()
    connection.setblocking(False)
    connection.connect_ex(("127.0.0.1", port))
    attempts.register(connection, selectors.EVENT_WRITE)


def _look(attempts: selectors.BaseSelector, until: float) -> bool:
    """Serve the attempts for a while; whether one was answered."""
    while (left := until - time.perf_counter()) > 0:
        for key, events in attempts.select(left):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            try:
                if events & selectors.EVENT_WRITE:
                    connection.send(REQUEST)
                    attempts.modify(connection, selectors.EVENT_READ)
                elif connection.recv(len(ANSWER)) == ANSWER:
                    return True
                else:
                    _close(attempts, connection)
            except OSError:
                _close(attempts, connection)
    return False


def _close(attempts: selectors.BaseSelector, connection: object) -> None:
    assert isinstance(connection, socket.socket)
    attempts.unregister(connection)
    connection.close()
