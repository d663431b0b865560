"""Name what protocols and streams write to: the interface of transports.

In one line of descent (a WriteTransport is also a ReadTransport here), because every transport
that there is can do both.
"""

from collections.abc import Iterable, Mapping
from typing import Any


class BaseTransport:
    """Common to all transports."""

    def __init__(self, extra: Mapping[str, Any] | None = None) -> None:
        pass

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default

    def is_closing(self) -> bool:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def abort(self) -> None:
        raise NotImplementedError

    def set_protocol(self, protocol: Any) -> None:
        raise NotImplementedError

    def get_protocol(self) -> Any:
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """Bytes come from it."""

    def is_reading(self) -> bool:
        raise NotImplementedError

    def pause_reading(self) -> None:
        raise NotImplementedError

    def resume_reading(self) -> None:
        raise NotImplementedError


class WriteTransport(ReadTransport):
    """Bytes go to it."""

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        raise NotImplementedError

    def get_write_buffer_size(self) -> int:
        raise NotImplementedError

    def get_write_buffer_limits(self) -> tuple[int, int]:
        raise NotImplementedError

    def write(self, data: bytes | bytearray | memoryview) -> None:
        raise NotImplementedError

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview]) -> None:
        self.write(b"".join(list_of_data))

    def write_eof(self) -> None:
        raise NotImplementedError

    def can_write_eof(self) -> bool:
        raise NotImplementedError


class Transport(WriteTransport):
    """A stream in both directions."""


class DatagramTransport(BaseTransport):
    """Datagrams in both directions."""

    def sendto(self, data: bytes | bytearray | memoryview, addr: tuple[str, int] | None = None) -> None:
        raise NotImplementedError
