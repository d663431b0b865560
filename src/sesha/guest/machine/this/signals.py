"""Give the signals that stop a program to its event loop (under CPython).

`watch` answers a handle of the network (network.py), readable when a signal has come.
"""

import signal
import socket

from sesha.guest.machine.this import network


def watch(numbers: list[int]) -> int:
    """Take these signals from now on; -1 when the machine has none."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    for number in numbers:
        signal.signal(number, _ignore)
    _writers.append(writer)
    return network._keep(reader)


def _ignore(number: int, frame: object) -> None:
    """The wake-up descriptor tells the loop."""


_writers: list[socket.socket] = []


def take(handle: int) -> int:
    """The number of a signal that has come; 0 when none is left."""
    data = network.receive(handle, 1)
    return data[0] if data else 0
