"""Wait for time to pass: the source of news of a program that does not use the network."""

from mypy_extensions import i64

from sesha.guest.machine.this import idle

FOREVER = -1
A_DAY = 86_400_000_000_000


class Source:
    """Where the loop gets its news from; the base knows only time."""

    def wait(self, timeout: i64) -> list[int]:
        """Wait at most so many nanoseconds (FOREVER: no end); answers events (network.py)."""
        if timeout > 0:
            idle.wait_ns(timeout)
        elif timeout == FOREVER:
            idle.wait_ns(A_DAY)
        return []

    def heed_signals(self) -> None:
        """A signal is being watched: let `wait` end when it has come."""

    def finish(self) -> None:
        """The loop is being closed."""
