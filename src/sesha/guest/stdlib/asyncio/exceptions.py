"""Name asyncio's exceptions.

BaseException
  CancelledError
Exception
  InvalidStateError, LimitOverrunError, QueueEmpty, QueueFull, QueueShutDown (queues.py)
  EOFError
    IncompleteReadError
  RuntimeError
    BrokenBarrierError
TimeoutError is the built-in one.
"""

from builtins import TimeoutError as TimeoutError


class CancelledError(BaseException):
    """The Future or Task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class IncompleteReadError(EOFError):
    """The stream ended before all that was asked for had come."""

    def __init__(self, partial: bytes, expected: int | None) -> None:
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """The buffer limit was reached while looking for a separator."""

    def __init__(self, message: str, consumed: int) -> None:
        super().__init__(message)
        self.consumed = consumed


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by `abort` or `reset`."""
