"""Note the signals that stop a program, for its event loop (under CPython).

`reader` is a socket that every wait of the machine watches (idle.py, network.py): it becomes
readable when a signal has been noted.
"""

import signal
import socket

reader: socket.socket | None = None
_writer: socket.socket | None = None
_noted: list[int] = []


def watch(number: int, once: bool) -> None:
    """Note this signal from now on; with `once`, another one that comes first ends the program."""
    global reader, _writer
    if reader is None:
        reader, _writer = socket.socketpair()
        reader.setblocking(False)
        _writer.setblocking(False)
    signal.set_wakeup_fd(-1 if _writer is None else _writer.fileno())
    signal.signal(number, _note_once if once else _note)


def _note(number: int, frame: object) -> None:
    if number not in _noted:
        _noted.append(number)


def _note_once(number: int, frame: object) -> None:
    release(number)
    _note(number, frame)


def release(number: int) -> None:
    """Let the signal do again what it does by itself: end the program."""
    signal.signal(number, signal.SIG_DFL)


def is_ignored(number: int) -> bool:
    """Whether the program was started with this signal ignored: then it stays so."""
    return signal.getsignal(number) == signal.SIG_IGN


def noted() -> bool:
    return len(_noted) > 0


def take() -> int:
    """The number of a signal that has come; 0 when none is left."""
    if not _noted:
        return 0
    if reader is not None:
        try:
            reader.recv(1)
        except BlockingIOError:
            pass
    return _noted.pop(0)
