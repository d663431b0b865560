"""Run asyncio over our own stack: the network programs, every packet looped through TCP and UDP."""

import contextlib
import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from sesha.guest.loop import stack_network
from sesha.guest.loop.card import Card
from sesha.guest.loop.stack_network import StackNetwork
from sesha.guest.machine.this import network
from sesha.guest.net.wire.address import parse_ipv4
from sesha.guest.stdlib import asyncio as sesha_asyncio

pytestmark = pytest.mark.fast

PROGRAMS = Path(__file__).parents[1] / "asyncio" / "programs"
METHODS = (
    "wait", "interest", "close", "accept", "connect", "connect_error", "receive", "send", "shutdown_write",
    "local_address", "peer_address", "connect_datagram", "receive_from", "send_to", "resolver_text",
)  # fmt: skip


class NoCable(Card):
    """A card that is connected to nothing."""

    def __init__(self) -> None:
        super().__init__(0x020000000001, 1500)

    def transmit(self, frame: bytearray) -> bool:
        return True

    def receive(self) -> bytes | None:
        return None

    def wait(self, timeout: int) -> None:
        assert timeout >= 0, "the stack waits without end for a packet that cannot come"
        time.sleep(timeout / 1e9)


@contextlib.contextmanager
def own_stack() -> Iterator[StackNetwork]:
    """Put the stack in the place of the machine's network."""
    own = StackNetwork(NoCable(), os.urandom)
    own.stack.configure(parse_ipv4("10.0.0.1"), 0xFFFFFF00, parse_ipv4("10.0.0.2"), [])
    with contextlib.ExitStack() as patches:
        for name in METHODS:
            patches.enter_context(mock.patch.object(network, name, getattr(own, name)))
        listen = lambda host, port, backlog, reuse_port: own.listen(host, port, backlog)  # noqa: E731
        patches.enter_context(mock.patch.object(network, "listen", listen))
        datagram = lambda host, port, reuse_port, broadcast: own.open_datagram(host, port)  # noqa: E731
        patches.enter_context(mock.patch.object(network, "open_datagram", datagram))
        patches.enter_context(mock.patch.object(network, "start", lambda: None))
        yield own


def execute(path: Path) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(path.read_text(), str(path), "exec"), {"__name__": "__main__"})
    return output.getvalue()


@pytest.mark.parametrize("name", ["streams", "datagrams"])
def test_same_output_as_over_host_sockets(name: str) -> None:
    path = PROGRAMS / f"{name}.py"
    with mock.patch.dict(sys.modules, {"asyncio": sesha_asyncio}):
        expected = execute(path)
        with own_stack() as own:
            assert execute(path) == expected
    assert all(entry is None for entry in own._entries)


def test_listening_needs_no_address() -> None:
    """Nobody answers here: what needs an address waits for the whole time, and listening does not."""
    own = StackNetwork(NoCable(), os.urandom)
    with mock.patch.object(stack_network, "CONFIGURE_TIMEOUT", 300_000_000):
        own.start_dhcp()
    start = time.monotonic()
    own.listen("0.0.0.0", 80, 1)
    own.listen("127.0.0.1", 81, 1)
    assert time.monotonic() - start < 0.2
    with pytest.raises(OSError, match="unreachable"):
        own.connect("10.0.0.2", 80)
    assert time.monotonic() - start > 0.29


class Cable(Card):
    """One end of a cable between two networks; to wait is to let the other end have its turn."""

    def __init__(self, mac: int) -> None:
        super().__init__(mac, 1500)
        self.arrived: list[bytes] = []
        self.other: Cable
        self.network: StackNetwork

    def transmit(self, frame: bytearray) -> bool:
        self.other.arrived.append(bytes(frame))
        return True

    def receive(self) -> bytes | None:
        return self.arrived.pop(0) if self.arrived else None

    def wait(self, timeout: int) -> None:
        self.other.network.wait(0)


def connected() -> tuple[StackNetwork, StackNetwork]:
    cards = [Cable(0x020000000001), Cable(0x020000000002)]
    networks = [StackNetwork(card, os.urandom) for card in cards]
    for number in (0, 1):
        cards[number].other, cards[number].network = cards[1 - number], networks[number]
        networks[number].stack.configure(parse_ipv4(f"10.0.0.{number + 1}"), 0xFFFFFF00, 0, [])
    return networks[0], networks[1]


def test_what_was_sent_arrives_although_the_program_ends() -> None:
    ours, peer = connected()
    listener = peer.listen("10.0.0.2", 80, 4)
    handle = ours.connect("10.0.0.2", 80)
    unfinished = ours.open_datagram("0.0.0.0", 0)
    ours.interest(handle, network.WRITABLE)
    while not ours.wait(0):
        peer.wait(0)
    assert ours.send(handle, bytes(100_000), 0) == 100_000
    ours.send_to(unfinished, b"last words", "10.0.0.2", 9)
    started = time.monotonic()
    ours.finish()
    assert time.monotonic() - started < 5 and not ours.stack.is_sending()
    accepted = peer.accept(listener)
    received = b""
    while data := peer.receive(accepted, 65536):
        received += data
    assert received == bytes(100_000) and data == b""
    assert "udp: no such port" in peer.stack.udp.counters.events
