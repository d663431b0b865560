"""The functions of network.py (machine/this/network.py) over one StackNetwork.

Machines with a network card take all of them from here, and add `start`, which calls `use`.
"""

from mypy_extensions import i64

from sesha.guest.loop.card import Card
from sesha.guest.loop.stack_network import StackNetwork
from sesha.guest.machine.this import entropy, idle
from sesha.guest.net.static import parse_static

READABLE = 1
WRITABLE = 2

A_SECOND = 1_000_000_000
NO_CARD = "this machine has no network card that can be used"

_network: StackNetwork | None = None


def use(card: Card, static: str, heap_size: i64) -> None:
    """Put the card into operation: with the fixed configuration (net/static.py), or by DHCP when
    the text is empty. Buffers take at most a part of the heap."""
    global _network
    network = StackNetwork(card, entropy.random_bytes)
    network.stack.limit_memory(heap_size)
    _network = network
    if static == "":
        network.start_dhcp()
        return
    fixed = parse_static(static)
    if fixed is None:
        raise ValueError(f"not ADDRESS/PREFIX[,GATEWAY[,NAME SERVER...]]: {static!r}")
    network.stack.configure(fixed.address, fixed.mask, fixed.gateway, fixed.dns_servers)


def is_started() -> bool:
    return _network is not None


def current() -> StackNetwork:
    """The network; raises OSError on a machine without a card."""
    if _network is None:
        raise OSError(NO_CARD)
    return _network


def wait(timeout: i64) -> list[int]:
    if _network is None:
        idle.sleep_ns(timeout if timeout >= 0 else A_SECOND)
        return []
    return _network.wait(timeout)


def connection_limit() -> i64:
    return current().stack.tcp.maximum_connections


def heed_signals() -> None:
    """The card's `wait` does so by itself."""


def finish() -> None:
    if _network is not None:
        _network.finish()


def interest(handle: i64, what: i64) -> None:
    current().interest(handle, what)


def close(handle: i64) -> None:
    current().close(handle)


# --- streams -------------------------------------------------------------------------------------
def listen(host: str, port: i64, backlog: i64, reuse_port: bool) -> i64:
    return current().listen(host, port, backlog)


def accept(handle: i64) -> i64:
    return current().accept(handle)


def connect(host: str, port: i64) -> i64:
    return current().connect(host, port)


def connect_error(handle: i64) -> i64:
    return current().connect_error(handle)


def receive(handle: i64, size: i64) -> bytes | None:
    return current().receive(handle, size)


def send(handle: i64, data: bytes, start: i64) -> i64:
    return current().send(handle, data, start)


def shutdown_write(handle: i64) -> None:
    current().shutdown_write(handle)


def local_address(handle: i64) -> tuple[str, int]:
    return current().local_address(handle)


def peer_address(handle: i64) -> tuple[str, int]:
    return current().peer_address(handle)


# --- datagrams -----------------------------------------------------------------------------------
def open_datagram(host: str, port: i64, reuse_port: bool, broadcast: bool) -> i64:
    return current().open_datagram(host, port)


def connect_datagram(handle: i64, host: str, port: i64) -> None:
    current().connect_datagram(handle, host, port)


def receive_from(handle: i64) -> tuple[bytes, str, int] | None:
    return current().receive_from(handle)


def send_to(handle: i64, data: bytes, host: str, port: i64) -> bool:
    return current().send_to(handle, data, host, port)


# --- names -----------------------------------------------------------------------------------------
def hosts_text() -> str:
    """A machine of its own has no hosts file."""
    return ""


def resolver_text() -> str:
    return current().resolver_text()
