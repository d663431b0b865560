"""Two stacks over bad links, with a virtual clock: what goes in comes out, and nothing is left."""

from typing import Any

import pytest

from sesha.guest.net.simulation import Faults, Network, Random
from sesha.guest.net.tcp.states import NAMES
from sesha.guest.net.timers import MILLISECOND, SECOND

pytestmark = pytest.mark.fast

A, B = 0x0A000001, 0x0A000002
PORT = 80
TICK = 5 * MILLISECOND


class Pair:
    """A connection between two stacks."""

    def __init__(self, seed: int, faults: dict[str, int], mtu: int = 1500) -> None:
        self.network = Network(seed)
        self.a = self.network.add_stack(A, mtu)
        self.b = self.network.add_stack(B, mtu)
        for port in self.network.ports:
            for name, value in faults.items():
                assert hasattr(Faults(), name)
                setattr(port.faults, name, value)
        self.listener = self.b.listen(0, PORT, 8)
        self.client = self.a.connect(B, PORT, self.now)
        self.server: Any = None
        while self.server is None:
            self.tick()
            self.server = self.listener.accept()

    @property
    def now(self) -> int:
        return self.network.now

    def tick(self) -> None:
        self.network.step(self.now + TICK)
        assert self.now < 3000 * SECOND, "wedged"

    def transfer(self, sender: Any, receiver: Any, data: bytes) -> None:
        """Move the data and compare it."""
        sent = 0
        got = bytearray()
        while len(got) < len(data):
            if sent < len(data):
                sent += sender.send(data[sent : sent + 50_000], self.now)
            self.tick()
            while piece := receiver.receive(40_000, self.now):
                got += piece
        assert bytes(got) == data

    def finish(self) -> None:
        """Close both ends; nothing may remain after TIME-WAIT."""
        self.client.close(self.now)
        self.server.close(self.now)
        self.listener.close(self.now)
        self.network.run(900 * SECOND)
        for stack in self.network.stacks:
            assert stack.tcp.connections == 0 and stack.tcp.ports == {}
            assert (
                stack.tcp.timers.heap == []
                and stack.tcp.buffered == 0
                and stack.tcp.sending == 0
                and stack.tcp.time_waits == 0
            )


def state(socket: Any) -> str:
    return NAMES[socket.block.state]


BAD_LINKS: dict[str, dict[str, int]] = {
    "good": {},
    "loss 1": {"loss": 1},
    "loss 5": {"loss": 5},
    "loss 20": {"loss": 20},
    "reorder": {"reorder": 20},
    "duplicate": {"duplicate": 20},
    "corrupt": {"corrupt": 5},
    "everything": {"loss": 5, "reorder": 10, "duplicate": 10, "corrupt": 3},
    "narrow": {"bandwidth": 1_250_000, "queue": 30 * MILLISECOND},
    "long": {"delay": 150 * MILLISECOND, "loss": 1},
}


@pytest.mark.parametrize("faults", BAD_LINKS.values(), ids=BAD_LINKS.keys())
def test_transfer_is_intact(faults: dict[str, int]) -> None:
    pair = Pair(11, faults)
    size = 1_000_000 if not faults else 300_000
    pair.transfer(pair.client, pair.server, Random(1).random_bytes(50_000) * (size // 50_000))
    pair.transfer(pair.server, pair.client, Random(2).random_bytes(100_000))
    pair.finish()


@pytest.mark.parametrize("seed", range(8))
def test_many_seeds(seed: int) -> None:
    pair = Pair(seed, {"loss": 8, "reorder": 8, "duplicate": 4, "corrupt": 2}, mtu=576)
    pair.transfer(pair.client, pair.server, Random(seed).random_bytes(60_000))
    pair.transfer(pair.server, pair.client, Random(seed + 1).random_bytes(60_000))
    pair.finish()


def test_both_directions_at_once() -> None:
    pair = Pair(5, {"loss": 3})
    data = Random(3).random_bytes(100_000)
    sent = {pair.client: 0, pair.server: 0}
    got = {pair.client: b"", pair.server: b""}
    while min(len(value) for value in got.values()) < len(data):
        for socket in sent:
            sent[socket] += socket.send(data[sent[socket] : sent[socket] + 20_000], pair.now)
            got[socket] += socket.receive(20_000, pair.now) or b""
        pair.tick()
    assert got == {pair.client: data, pair.server: data}
    pair.finish()


@pytest.mark.parametrize("first", ["client", "server", "both"])
@pytest.mark.parametrize("loss", [0, 20])
def test_close(first: str, loss: int) -> None:
    pair = Pair(6, {"loss": loss})
    if first in ("client", "both"):
        pair.client.shutdown(pair.now)
    if first in ("server", "both"):
        pair.server.shutdown(pair.now)
    pair.network.run(20 * SECOND)
    if first == "both":
        assert {state(pair.client), state(pair.server)} <= {"TIME-WAIT", "CLOSED"}
    else:
        closer, other = (pair.client, pair.server) if first == "client" else (pair.server, pair.client)
        assert (state(closer), state(other)) == ("FIN-WAIT-2", "CLOSE-WAIT")
        assert other.receive(1, pair.now) == b""
        pair.transfer(other, closer, b"still open this way" * 1000)
    pair.finish()


def test_simultaneous_open() -> None:
    network = Network(3)
    a, b = network.add_stack(A, 1500), network.add_stack(B, 1500)
    network.run(10 * MILLISECOND)
    one = a.connect_from(B, 2000, A, 1000, network.now)
    two = b.connect_from(A, 1000, B, 2000, network.now)
    network.run(SECOND)
    assert (state(one), state(two)) == ("ESTABLISHED", "ESTABLISHED")
    one.send(b"hello", network.now)
    network.run(SECOND)
    assert two.receive(9, network.now) == b"hello"


def test_reader_that_sleeps_closes_the_window_and_loses_nothing() -> None:
    pair = Pair(8, {"loss": 2})
    data = Random(4).random_bytes(700_000)
    sent = 0
    got = bytearray()
    while len(got) < len(data):
        sent += pair.client.send(data[sent : sent + 100_000], pair.now)
        pair.network.run(2 * SECOND)
        while len(piece := pair.server.receive(30_000, pair.now) or b"") > 0:
            got += piece
            pair.tick()
    assert bytes(got) == data
    pair.finish()


def test_link_that_goes_down_for_a_minute() -> None:
    pair = Pair(9, {})
    pair.client.send(bytes(200_000), pair.now)
    pair.network.run(20 * MILLISECOND)
    pair.network.ports[0].faults.down = True
    pair.network.run(60 * SECOND)
    pair.network.ports[0].faults.down = False
    pair.network.run(70 * SECOND)
    total = 0
    while piece := pair.server.receive(1 << 20, pair.now):
        total += len(piece)
    assert total == 200_000
    pair.finish()


def test_peer_that_vanishes_times_out() -> None:
    pair = Pair(10, {})
    pair.network.ports[0].faults.down = True
    pair.client.send(b"x" * 1000, pair.now)
    pair.network.run(1200 * SECOND)
    with pytest.raises(OSError, match="No route to host"):
        pair.client.receive(1, pair.now)
    assert pair.a.tcp.connections == 0


def test_reset_reaches_the_other_side() -> None:
    pair = Pair(12, {})
    pair.server.send(b"to be read first", pair.now)
    pair.network.run(SECOND)
    pair.server.abort(pair.now)
    pair.network.run(SECOND)
    assert pair.client.receive(100, pair.now) == b"to be read first"
    with pytest.raises(ConnectionResetError):
        pair.client.receive(100, pair.now)


def test_connections_to_ourselves() -> None:
    network = Network(1)
    a = network.add_stack(A, 1500)
    for address in (0x7F000001, 0x7F000005, A):
        listener = a.listen(0, PORT, 8)
        client = a.connect(address, PORT, network.now)
        network.run(SECOND)
        server = listener.accept()
        assert server is not None
        client.send(b"x" * 100_000, network.now)
        network.run(SECOND)
        assert len(server.receive(1 << 20, network.now) or b"") == 100_000
        client.close(network.now)
        server.close(network.now)
        listener.close(network.now)
        network.run(100 * SECOND)
    assert a.tcp.connections == 0 and network.ports[0].frames == 3  # a probe, two announcements


def test_a_thousand_short_connections_leave_nothing() -> None:
    network = Network(2)
    a, b = network.add_stack(A, 1500), network.add_stack(B, 1500)
    listener = b.listen(0, PORT, 128)
    for _ in range(20):
        clients = [a.connect(B, PORT, network.now) for _ in range(50)]
        network.run(10 * MILLISECOND)
        while (server := listener.accept()) is not None:
            server.send(b"bye", network.now)
            server.close(network.now)
        network.run(10 * MILLISECOND)
        for client in clients:
            assert client.receive(9, network.now) == b"bye"
            client.close(network.now)
        network.run(50 * MILLISECOND)
    assert b.tcp.time_waits == 1000 and a.tcp.connections == 0
    network.run(61 * SECOND)
    assert b.tcp.connections == 0 and b.tcp.timers.heap == []


def test_receive_budget_is_shared() -> None:
    network = Network(4)
    a, b = network.add_stack(A, 1500), network.add_stack(B, 1500)
    b.tcp.receive_budget = 200_000
    listener = b.listen(0, PORT, 16)
    clients = [a.connect(B, PORT, network.now) for _ in range(8)]
    network.run(SECOND)
    servers = [listener.accept() for _ in clients]
    for client in clients:
        client.send(bytes(150_000), network.now)
    network.run(10 * SECOND)
    assert b.tcp.buffered < 200_000 + 8 * 65_536
    total = 0
    while total < 8 * 150_000:
        for server in servers:
            assert server is not None
            while piece := server.receive(1 << 20, network.now):
                total += len(piece)
        network.run(SECOND)
    assert b.tcp.buffered == 0
