"""Ports: which there are, and ephemeral ones in an order that is hard to predict (RFC 6056, algorithm 3)."""

from mypy_extensions import i64

from sesha.guest.net.siphash import SipHash

FIRST = 32768
COUNT = 28232
"""32768 to 60999, as on Linux."""


def checked(port: int, call: str) -> i64:
    """A port that a program gave to the call of that name, if there can be such a port."""
    if not 0 <= port <= 0xFFFF:
        raise OverflowError(f"{call}(): port must be 0-65535.")
    return port


class EphemeralPorts:
    """Successive offers; the caller takes the first that is free."""

    def __init__(self, key: bytes) -> None:
        self.hash = SipHash(key)
        self.counter: i64 = 0

    def start(self, address: i64, port: i64) -> i64:
        """An offset for a remote end, from which `offer` counts."""
        return self.hash.of_words([address, port])

    def offer(self, start: i64) -> i64:
        """The next port to try."""
        self.counter += 1
        return FIRST + (start + self.counter) % COUNT
