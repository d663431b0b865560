"""Name addresses and errors of the network: the part of CPython's `socket` that asyncio programs use.

There are no blocking sockets in images: a program uses asyncio's streams and datagrams.
"""

from typing import Final

AF_UNSPEC: Final = 0
AF_INET: Final = 2
AF_INET6: Final = 10
SOCK_STREAM: Final = 1
SOCK_DGRAM: Final = 2
SOL_SOCKET: Final = 1
SO_REUSEADDR: Final = 2
SO_KEEPALIVE: Final = 9
SO_BROADCAST: Final = 6
SO_REUSEPORT: Final = 15
IPPROTO_IP: Final = 0
IPPROTO_TCP: Final = 6
IPPROTO_UDP: Final = 17
TCP_NODELAY: Final = 1
SHUT_RD: Final = 0
SHUT_WR: Final = 1
SHUT_RDWR: Final = 2
SOMAXCONN: Final = 4096
EAI_NONAME: Final = -2
EAI_AGAIN: Final = -3

error = OSError


class gaierror(OSError):
    """A name could not be resolved."""


class herror(OSError):
    """As gaierror, of older functions."""


def inet_aton(ip_string: str) -> bytes:
    """Four bytes of an address in dots."""
    parts = ip_string.split(".")
    if len(parts) != 4:
        raise OSError("illegal IP address string passed to inet_aton")
    octets: list[int] = []
    for part in parts:
        if not part.isdigit() or int(part) > 255:
            raise OSError("illegal IP address string passed to inet_aton")
        octets.append(int(part))
    return bytes(octets)


def inet_ntoa(packed_ip: bytes) -> str:
    """An address in dots from four bytes."""
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return f"{packed_ip[0]}.{packed_ip[1]}.{packed_ip[2]}.{packed_ip[3]}"


def ntohs(x: int) -> int:
    return (x & 0xFF) << 8 | x >> 8


def htons(x: int) -> int:
    return ntohs(x)


def ntohl(x: int) -> int:
    return ntohs(x & 0xFFFF) << 16 | ntohs(x >> 16)


def htonl(x: int) -> int:
    return ntohl(x)
