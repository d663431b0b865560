"""The DHCP client against a scripted server, with a virtual clock (RFC 2131 4.4)."""

import pytest

from sesha.guest.net.dhcp import STATE_NAMES, DhcpClient, Outgoing, read_lease
from sesha.guest.net.simulation import Network, Random
from sesha.guest.net.stack import MAXIMUM_EARLY
from sesha.guest.net.timers import NEVER, SECOND
from sesha.guest.net.wire import arp, dhcp

pytestmark = pytest.mark.fast

MAC = 0x020000000001
SERVER, OFFERED = 0x0A000001, 0x0A000050


class Scene:
    """A client, the time, and a server's answers on demand."""

    def __init__(self) -> None:
        self.now = 0
        self.client = DhcpClient(MAC, "sesha", Random(5).random_bytes)
        self.client.start(self.now)

    def sent(self) -> list[tuple[int, dhcp.Message, Outgoing]]:
        outbox, self.client.outbox = self.client.outbox, []
        messages = [(dhcp.parse(out.payload), out) for out in outbox]
        return [(message.kind(), message, out) for message, out in messages]

    def wait(self, seconds: int) -> list[tuple[int, dhcp.Message, Outgoing]]:
        limit = self.now + seconds * SECOND
        while self.client.deadline <= limit:
            self.now = max(self.now, self.client.deadline)
            self.client.poll(self.now)
        self.now = limit
        return self.sent()

    def answer(self, kind: int, **changes: bytes) -> None:
        message = dhcp.Message(dhcp.BOOTREPLY, self.client.xid, MAC)
        message.your_address = OFFERED
        message.options = {
            dhcp.MESSAGE_TYPE: bytes([kind]),
            dhcp.SERVER_ID: SERVER.to_bytes(4, "big"),
            dhcp.SUBNET_MASK: b"\xff\xff\xff\x00",
            dhcp.ROUTER: bytes([10, 0, 0, 254]),
            dhcp.DNS_SERVERS: bytes([10, 0, 0, 53, 10, 0, 0, 54]),
            dhcp.LEASE_TIME: (1000).to_bytes(4, "big"),
        }
        for name, value in changes.items():
            message.options[getattr(dhcp, name)] = value
        self.client.receive(dhcp.emit(message), self.now)

    @property
    def state(self) -> str:
        return STATE_NAMES[self.client.state]

    def bind(self) -> None:
        self.sent()
        self.answer(dhcp.OFFER)
        self.sent()
        self.answer(dhcp.ACK)
        assert self.state == "BOUND"


def test_init_start_discovers_by_broadcast() -> None:
    ((kind, message, out),) = Scene().sent()
    assert kind == dhcp.DISCOVER and message.flags == dhcp.FLAG_BROADCAST and message.hardware == MAC
    assert (out.source, out.destination) == (0, 0xFFFFFFFF) and message.text(dhcp.HOST_NAME) == "sesha"


def test_selecting_silence_repeats_with_backoff() -> None:
    scene = Scene()
    scene.sent()
    assert [len(scene.wait(seconds)) for seconds in (5, 9, 17, 33)] == [1, 1, 1, 1]
    assert scene.state == "SELECTING" and len(scene.wait(640)) in (9, 10, 11)


def test_selecting_offer_requests_it() -> None:
    scene = Scene()
    scene.sent()
    scene.answer(dhcp.OFFER)
    ((kind, message, _),) = scene.sent()
    assert kind == dhcp.REQUEST and message.word(dhcp.REQUESTED_ADDRESS) == OFFERED
    assert message.word(dhcp.SERVER_ID) == SERVER and message.client_address == 0


def test_requesting_ack_binds() -> None:
    scene = Scene()
    scene.bind()
    lease = scene.client.lease
    assert lease is not None and scene.client.changes == 1
    assert (lease.address, lease.mask, lease.gateway) == (OFFERED, 0xFFFFFF00, 0x0A0000FE)
    assert lease.dns_servers == [0x0A000035, 0x0A000036]
    assert (lease.renewal, lease.rebinding) == (500 * SECOND, 875 * SECOND)


def test_requesting_nak_starts_again_later() -> None:
    scene = Scene()
    scene.sent()
    scene.answer(dhcp.OFFER)
    scene.sent()
    scene.answer(dhcp.NAK)
    assert scene.state == "INIT" and scene.sent() == []
    assert [kind for kind, _, _ in scene.wait(11)] == [dhcp.DISCOVER]


def test_requesting_silence_discovers_again() -> None:
    scene = Scene()
    scene.sent()
    scene.answer(dhcp.OFFER)
    kinds = [kind for kind, _, _ in scene.wait(130)]
    assert kinds[:5] == [dhcp.REQUEST] * 4 + [dhcp.DISCOVER]


def test_bound_renews_with_its_server_at_t1() -> None:
    scene = Scene()
    scene.bind()
    assert scene.wait(499) == []
    ((kind, message, out),) = scene.wait(2)
    assert (
        kind == dhcp.REQUEST and message.client_address == OFFERED and dhcp.SERVER_ID not in message.options
    )
    assert (out.source, out.destination) == (OFFERED, SERVER) and scene.state == "RENEWING"
    scene.answer(dhcp.ACK)
    assert scene.state == "BOUND" and scene.client.changes == 1
    assert scene.wait(498) == []


def test_renewing_silence_rebinds_by_broadcast_at_t2() -> None:
    scene = Scene()
    scene.bind()
    scene.wait(874)
    assert scene.state == "RENEWING"
    ((_, _, out),) = scene.wait(2)
    assert scene.state == "REBINDING" and out.destination == 0xFFFFFFFF


def test_rebinding_silence_loses_the_lease() -> None:
    scene = Scene()
    scene.bind()
    kinds = [kind for kind, _, _ in scene.wait(1001)]
    assert kinds[-1] == dhcp.DISCOVER and scene.client.lease is None and scene.client.changes == 2


def test_rebinding_nak_loses_the_lease() -> None:
    scene = Scene()
    scene.bind()
    scene.wait(880)
    scene.answer(dhcp.NAK)
    assert scene.client.lease is None and scene.state == "INIT"


def test_infinite_lease_is_never_renewed() -> None:
    scene = Scene()
    scene.sent()
    scene.answer(dhcp.OFFER)
    scene.answer(dhcp.ACK, LEASE_TIME=b"\xff\xff\xff\xff")
    assert scene.client.deadline == NEVER


def test_release_tells_the_server() -> None:
    scene = Scene()
    scene.bind()
    scene.client.stop()
    ((kind, message, out),) = scene.sent()
    assert kind == dhcp.RELEASE and message.client_address == OFFERED and out.destination == SERVER


def test_decline_tells_the_server_and_begins_anew_later() -> None:
    scene = Scene()
    scene.bind()
    scene.client.decline(scene.now)
    ((kind, message, out),) = scene.sent()
    assert kind == dhcp.DECLINE and (out.source, out.destination) == (0, 0xFFFFFFFF)
    assert message.client_address == 0 and dhcp.PARAMETER_LIST not in message.options
    assert (message.word(dhcp.REQUESTED_ADDRESS), message.word(dhcp.SERVER_ID)) == (OFFERED, SERVER)
    assert scene.state == "INIT" and scene.client.lease is None
    assert scene.wait(9) == [] and [kind for kind, _, _ in scene.wait(2)] == [dhcp.DISCOVER]


def test_strange_messages_are_ignored() -> None:
    scene = Scene()
    scene.sent()
    scene.answer(dhcp.ACK)
    scene.answer(dhcp.OFFER, SUBNET_MASK=b"\xff\x00\xff\x00")
    scene.answer(dhcp.OFFER, SERVER_ID=b"\x00\x00\x00\x00")
    scene.client.xid ^= 1
    saved = scene.client.xid
    scene.client.xid ^= 1
    other = dhcp.Message(dhcp.BOOTREPLY, saved, MAC)
    scene.client.receive(dhcp.emit(other), 0)
    assert scene.state == "SELECTING" and scene.sent() == []


def test_lease_times_in_a_wrong_order_are_replaced() -> None:
    message = dhcp.Message(dhcp.BOOTREPLY, 1, MAC)
    message.your_address = OFFERED
    message.options = {
        dhcp.SERVER_ID: b"\x0a\0\0\1",
        dhcp.LEASE_TIME: (800).to_bytes(4, "big"),
        dhcp.RENEWAL_TIME: (900).to_bytes(4, "big"),
        dhcp.REBINDING_TIME: (100).to_bytes(4, "big"),
    }
    lease = read_lease(message)
    assert lease is not None and (lease.renewal, lease.rebinding) == (400 * SECOND, 700 * SECOND)


class Server:
    """A host with a DHCP server; the address that it leases next can be set."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.socket = network.add_stack(SERVER, 1500).open_udp(0, dhcp.SERVER_PORT)
        self.offered = OFFERED
        self.kinds: list[int] = []

    def run(self, seconds: float, steps: int) -> None:
        for _ in range(steps):
            self.network.run(int(seconds * SECOND) // steps)
            while (datagram := self.socket.receive()) is not None:
                self.answer(dhcp.parse(datagram.payload))

    def answer(self, request: dhcp.Message) -> None:
        self.kinds.append(request.kind())
        if request.kind() not in (dhcp.DISCOVER, dhcp.REQUEST):
            return
        reply = dhcp.Message(dhcp.BOOTREPLY, request.xid, request.hardware)
        reply.your_address = self.offered
        kind = dhcp.OFFER if request.kind() == dhcp.DISCOVER else dhcp.ACK
        reply.options = {
            dhcp.MESSAGE_TYPE: bytes([kind]),
            dhcp.SERVER_ID: SERVER.to_bytes(4, "big"),
            dhcp.LEASE_TIME: (100).to_bytes(4, "big"),
            dhcp.DNS_SERVERS: SERVER.to_bytes(4, "big"),
            dhcp.DOMAIN_NAME: b"example.test",
            dhcp.INTERFACE_MTU: (1400).to_bytes(2, "big"),
        }
        self.socket.send(dhcp.emit(reply), 0xFFFFFFFF, dhcp.CLIENT_PORT, self.network.now)


def test_stack_takes_and_drops_its_lease() -> None:
    network = Network(1)
    client, server = network.add_stack(0, 1500), Server(network)
    client.start_dhcp("sesha", network.now)
    server.run(1, 10)
    assert client.interface.address == OFFERED and client.interface.mtu == 1400
    assert client.dns_servers == [SERVER] and client.domain == "example.test"
    server.run(200, 200)
    assert client.interface.address == OFFERED
    network.run(130 * SECOND)
    assert not client.is_configured()


def test_stack_declines_an_address_that_another_has() -> None:
    network = Network(1)
    client, server, owner = network.add_stack(0, 1500), Server(network), network.add_stack(OFFERED, 1500)
    network.run(5 * SECOND)
    client.start_dhcp("sesha", network.now)
    server.run(0.5, 5)
    assert server.kinds == [dhcp.DISCOVER, dhcp.REQUEST, dhcp.DECLINE] and not client.is_configured()
    server.offered = OFFERED + 1
    server.run(12, 24)
    assert client.interface.address == OFFERED + 1 and owner.interface.address == OFFERED


def test_stack_defends_its_address_once() -> None:
    network = Network(1)
    client, server = network.add_stack(0, 1500), Server(network)
    client.start_dhcp("sesha", network.now)
    server.run(5, 10)
    intruder = network.add_stack(0, 1500)
    forged = bytes(arp.emit(arp.Arp(arp.REQUEST, intruder.device.mac, OFFERED, 0, OFFERED), 0xFFFFFFFFFFFF))
    client.receive(forged, network.now)
    server.run(1, 2)
    assert client.interface.address == OFFERED
    client.receive(forged, network.now)
    server.run(1, 2)
    assert dhcp.DECLINE in server.kinds and not client.is_configured()


def test_a_connection_that_came_before_the_lease_is_taken_after_it() -> None:
    """As with QEMU's user network, which knows the machine's address before the machine does."""
    network = Network(1)
    client, server = network.add_stack(0, 1500), Server(network)
    client.start_dhcp("sesha", network.now)
    listener = client.listen(0, 80, 4)
    peer = network.stacks[1]
    owner = arp.Arp(arp.REQUEST, MAC, OFFERED, 0, SERVER)
    peer.receive(bytes(arp.emit(owner, 0xFFFFFFFFFFFF)), network.now)
    socket = peer.connect(OFFERED, 80, network.now)
    other = peer.open_udp(0, 0)
    for number in range(2 * MAXIMUM_EARLY):
        other.send(bytes([number]), OFFERED, 9, network.now)
    network.run(SECOND // 10)
    assert len(client.early) == MAXIMUM_EARLY
    server.run(0.2, 4)
    assert not socket.connecting() and listener.accept() is not None
    assert client.early == []
