"""The machine's network: our own stack over the virtio network card.

The same functions as machine/this/network.py, where their contracts stand. The address comes by
DHCP before the program goes on; without an answer the stack keeps asking while the program runs.
"""

from sesha.guest.loop.stack_network import StackNetwork
from sesha.guest.machine.pvh import devices, entropy, idle
from sesha.guest.machine.pvh.card import VirtioCard

READABLE = 1
WRITABLE = 2

NO_CARD = "this machine has no network card that can be used"

_network: StackNetwork | None = None


def start() -> None:
    """Find the card and get an address."""
    global _network
    if _network is not None:
        return
    device = devices.find_net()
    if device is not None:
        _network = StackNetwork(VirtioCard(device), entropy.random_bytes)
        _network.configure_by_dhcp()


def network() -> StackNetwork:
    """The stack; raises OSError on a machine without a card."""
    if _network is None:
        raise OSError(NO_CARD)
    return _network


def wait(timeout: int) -> list[int]:
    if _network is None:
        idle.sleep_ns(timeout if timeout >= 0 else idle.LONGEST_HALT)
        return []
    return _network.wait(timeout)


def interest(handle: int, what: int) -> None:
    network().interest(handle, what)


def close(handle: int) -> None:
    network().close(handle)


# --- streams -------------------------------------------------------------------------------------
def listen(host: str, port: int, backlog: int, reuse_port: bool) -> int:
    return network().listen(host, port, backlog)


def accept(handle: int) -> int:
    return network().accept(handle)


def connect(host: str, port: int) -> int:
    return network().connect(host, port)


def connect_error(handle: int) -> int:
    return network().connect_error(handle)


def receive(handle: int, size: int) -> bytes | None:
    return network().receive(handle, size)


def send(handle: int, data: bytes, start: int) -> int:
    return network().send(handle, data, start)


def shutdown_write(handle: int) -> None:
    network().shutdown_write(handle)


def local_address(handle: int) -> tuple[str, int]:
    return network().local_address(handle)


def peer_address(handle: int) -> tuple[str, int]:
    return network().peer_address(handle)


# --- datagrams -----------------------------------------------------------------------------------
def open_datagram(host: str, port: int) -> int:
    return network().open_datagram(host, port)


def receive_from(handle: int) -> tuple[bytes, str, int] | None:
    return network().receive_from(handle)


def send_to(handle: int, data: bytes, host: str, port: int) -> bool:
    return network().send_to(handle, data, host, port)


# --- names -----------------------------------------------------------------------------------------
def hosts_text() -> str:
    """A machine of its own has no hosts file."""
    return ""


def resolver_text() -> str:
    return network().resolver_text()
