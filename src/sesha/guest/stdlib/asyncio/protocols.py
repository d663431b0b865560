"""Name what a transport calls: the protocols that programs subclass."""

from typing import Any

from sesha.guest.stdlib.asyncio.transports import BaseTransport


class BaseProtocol:
    """Common to all protocols."""

    def connection_made(self, transport: Any) -> None:
        """The connection stands; the transport is for writing to it."""

    def connection_lost(self, exc: Exception | None) -> None:
        """It is closed; with an exception if by an error."""

    def pause_writing(self) -> None:
        """The transport's buffer is over its high-water mark."""

    def resume_writing(self) -> None:
        """The transport's buffer is below its low-water mark again."""


class Protocol(BaseProtocol):
    """For streams."""

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""

    def eof_received(self) -> bool | None:
        """The peer will send no more; a false answer closes the transport."""
        return None


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    def connection_made(self, transport: BaseTransport) -> None:
        """The socket stands."""

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """A datagram came."""

    def error_received(self, exc: OSError) -> None:
        """An earlier send or receive failed."""
