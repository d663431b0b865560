"""DHCP client: get an address and keep it (RFC 2131 4.4).

A state machine without I/O: `start`, `receive` and `poll` take the time and answer messages
through `outbox`, which the stack empties; `lease` is what is held now, and `changes` counts how
often it changed. Retransmission backs off from 4 to 64 s, give or take a second (4.1).
"""

from collections.abc import Callable

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.lease import Lease
from sesha.guest.net.timers import MILLISECOND, NEVER, SECOND
from sesha.guest.net.wire import dhcp
from sesha.guest.net.wire.address import BROADCAST, is_mask, is_unicast_source, mask_of_prefix

INIT = 0
SELECTING = 1
REQUESTING = 2
BOUND = 3
RENEWING = 4
REBINDING = 5
STATE_NAMES = ("INIT", "SELECTING", "REQUESTING", "BOUND", "RENEWING", "REBINDING")

FIRST_WAIT = 4 * SECOND
LONGEST_WAIT = 64 * SECOND
SHORTEST_RENEWAL_WAIT = 60 * SECOND
MAXIMUM_REQUESTS = 4
RESTART_WAIT = 10 * SECOND
"""After a refusal, ours or the server's."""
INFINITE = 0xFFFFFFFF
MINIMUM_LEASE = 10
"""Seconds; a shorter lease is treated as this one."""
MAXIMUM_DNS_SERVERS = 3
MAXIMUM_MESSAGE = 1472
MINIMUM_MTU = 576

ASKED = bytes(
    [dhcp.SUBNET_MASK, dhcp.ROUTER, dhcp.DNS_SERVERS, dhcp.DOMAIN_NAME, dhcp.INTERFACE_MTU]
    + [dhcp.LEASE_TIME, dhcp.RENEWAL_TIME, dhcp.REBINDING_TIME]
)


class Outgoing:
    """A message to send from port 68 to port 67."""

    def __init__(self, payload: bytes, source: i64, destination: i64) -> None:
        self.payload = payload
        self.source = source
        self.destination = destination


class DhcpClient:
    def __init__(self, mac: i64, host_name: str, random_bytes: Callable[[int], bytes]) -> None:
        self.mac = mac
        self.host_name = host_name
        self.random_bytes = random_bytes
        self.counters = Counters()
        self.state: i64 = INIT
        self.deadline: i64 = NEVER
        self.lease: Lease | None = None
        self.changes: i64 = 0
        self.outbox: list[Outgoing] = []
        self.xid: i64 = 0
        self.attempts: i64 = 0
        self.began: i64 = 0
        """When the current exchange began."""
        self.offered: Lease | None = None
        self.bound_at: i64 = 0

    def start(self, now: i64) -> None:
        """Begin to look for servers."""
        self.state = SELECTING
        self._begin(now)
        self._discover(now)

    def stop(self) -> None:
        """Give the address back (RFC 2131 4.4.6)."""
        lease = self.lease
        if lease is not None:
            message = self._message(dhcp.RELEASE)
            message.client_address = lease.address
            self._identify(message, dhcp.SERVER_ID, lease.server)
            self.outbox.append(Outgoing(dhcp.emit(message), lease.address, lease.server))
        self._drop_lease()
        self.state = INIT
        self.deadline = NEVER

    def decline(self, now: i64) -> None:
        """Another host has the address: say so and begin anew, after a pause (RFC 2131 3.1.5)."""
        lease = self.lease
        if lease is None:
            return
        self.counters.count("dhcp: address in use by another")
        message = self._message(dhcp.DECLINE)
        self._identify(message, dhcp.REQUESTED_ADDRESS, lease.address)
        self._identify(message, dhcp.SERVER_ID, lease.server)
        self._broadcast(message)
        self._drop_lease()
        self.state = INIT
        self.deadline = now + RESTART_WAIT

    # --- in ----------------------------------------------------------------------------------
    def receive(self, payload: bytes, now: i64) -> None:
        """Take in a datagram for port 68. Raises Malformed."""
        message = dhcp.parse(payload)
        if message.op != dhcp.BOOTREPLY or message.hardware != self.mac or message.xid != self.xid:
            self.counters.count("dhcp: for another")
            return
        kind = message.kind()
        if kind == dhcp.OFFER and self.state == SELECTING:
            self._take_offer(message, now)
        elif kind == dhcp.ACK and self.state in (REQUESTING, RENEWING, REBINDING):
            self._take_ack(message, now)
        elif kind == dhcp.NAK and self.state in (REQUESTING, RENEWING, REBINDING):
            self._take_nak(message, now)
        else:
            self.counters.count("dhcp: not expected now")

    def _take_offer(self, message: dhcp.Message, now: i64) -> None:
        """Ask for the first good offer."""
        lease = read_lease(message)
        if lease is None:
            self.counters.count("dhcp: unusable offer")
            return
        self.offered = lease
        self.state = REQUESTING
        self.attempts = 0
        self._request_offered(now)

    def _take_ack(self, message: dhcp.Message, now: i64) -> None:
        lease = read_lease(message)
        if lease is None or lease.duration == 0:
            self.counters.count("dhcp: unusable acknowledgement")
            return
        old = self.lease
        self.lease = lease
        self.bound_at = self.began
        self.state = BOUND
        self.deadline = NEVER if lease.renewal >= NEVER else self.bound_at + lease.renewal
        if old is None or old.address != lease.address or old.mask != lease.mask:
            self.changes += 1
        elif old.gateway != lease.gateway or old.dns_servers != lease.dns_servers:
            self.changes += 1

    def _take_nak(self, message: dhcp.Message, now: i64) -> None:
        """The server refuses: begin anew, after a pause."""
        if self.state == REQUESTING and self.offered is not None:
            if message.word(dhcp.SERVER_ID) != self.offered.server:
                self.counters.count("dhcp: refusal of another server")
                return
        self.counters.count("dhcp: refused")
        self._drop_lease()
        self.state = INIT
        self.deadline = now + RESTART_WAIT

    # --- time --------------------------------------------------------------------------------
    def poll(self, now: i64) -> i64:
        """Do what is due; the next deadline."""
        if now >= self.deadline:
            if self.state == INIT:
                self.start(now)
            elif self.state == SELECTING:
                self._discover(now)
            elif self.state == REQUESTING:
                self._repeat_request(now)
            else:
                self._keep_lease(now)
        return self.deadline

    def _repeat_request(self, now: i64) -> None:
        if self.attempts >= MAXIMUM_REQUESTS:
            self.counters.count("dhcp: no answer to the request")
            self.start(now)
        else:
            self._request_offered(now)

    def _keep_lease(self, now: i64) -> None:
        """In BOUND and after: renew with the server, then with any, then give up (4.4.5)."""
        lease = self.lease
        if lease is None:
            self.start(now)
            return
        if now >= self.bound_at + lease.duration:
            self.counters.count("dhcp: lease expired")
            self._drop_lease()
            self.start(now)
            return
        if self.state == BOUND:
            self._begin(now)
        if now >= self.bound_at + lease.rebinding:
            self.state = REBINDING
            limit = self.bound_at + lease.duration
        else:
            self.state = RENEWING
            limit = self.bound_at + lease.rebinding
        self._renew(lease, BROADCAST if self.state == REBINDING else lease.server)
        wait = max((limit - now) // 2, SHORTEST_RENEWAL_WAIT)
        self.deadline = min(now + wait, limit)

    def _drop_lease(self) -> None:
        if self.lease is not None:
            self.lease = None
            self.changes += 1

    # --- out ---------------------------------------------------------------------------------
    def _begin(self, now: i64) -> None:
        """A new exchange with a new transaction identifier."""
        self.xid = int.from_bytes(self.random_bytes(4), "big")
        self.attempts = 0
        self.began = now
        self.offered = None

    def _discover(self, now: i64) -> None:
        message = self._message(dhcp.DISCOVER)
        message.flags = dhcp.FLAG_BROADCAST
        message.secs = min((now - self.began) // SECOND, 0xFFFF)
        self._broadcast(message)
        self._wait(now)

    def _request_offered(self, now: i64) -> None:
        offered = self.offered
        if offered is None:
            return
        message = self._message(dhcp.REQUEST)
        message.flags = dhcp.FLAG_BROADCAST
        message.secs = min((now - self.began) // SECOND, 0xFFFF)
        self._identify(message, dhcp.REQUESTED_ADDRESS, offered.address)
        self._identify(message, dhcp.SERVER_ID, offered.server)
        self._broadcast(message)
        self._wait(now)

    def _renew(self, lease: Lease, destination: i64) -> None:
        message = self._message(dhcp.REQUEST)
        message.client_address = lease.address
        self.outbox.append(Outgoing(dhcp.emit(message), lease.address, destination))

    def _wait(self, now: i64) -> None:
        """Set the time of the next attempt: twice as long each time, with a second's jitter."""
        wait = min(FIRST_WAIT << min(self.attempts, 4), LONGEST_WAIT)
        jitter = (int.from_bytes(self.random_bytes(2), "big") % 2000 - 1000) * MILLISECOND
        self.attempts += 1
        self.deadline = now + wait + jitter

    def _message(self, kind: i64) -> dhcp.Message:
        message = dhcp.Message(dhcp.BOOTREQUEST, self.xid, self.mac)
        options = message.options
        options[dhcp.MESSAGE_TYPE] = bytes([kind])
        options[dhcp.CLIENT_ID] = bytes([1]) + int(self.mac).to_bytes(6, "big")
        if kind == dhcp.DISCOVER or kind == dhcp.REQUEST:
            options[dhcp.PARAMETER_LIST] = ASKED
            options[dhcp.MAXIMUM_MESSAGE] = MAXIMUM_MESSAGE.to_bytes(2, "big")
            if self.host_name != "":
                options[dhcp.HOST_NAME] = self.host_name.encode("ascii")
        return message

    def _identify(self, message: dhcp.Message, option: i64, address: i64) -> None:
        message.options[option] = int(address).to_bytes(4, "big")

    def _broadcast(self, message: dhcp.Message) -> None:
        self.outbox.append(Outgoing(dhcp.emit(message), 0, BROADCAST))


def read_lease(message: dhcp.Message) -> Lease | None:
    """What an offer or acknowledgement grants; None when it makes no sense."""
    server = message.word(dhcp.SERVER_ID)
    mask = message.word(dhcp.SUBNET_MASK)
    address = message.your_address
    if mask < 0:
        mask = mask_of_prefix(24)
    if not is_unicast_source(address) or server <= 0 or not is_mask(mask):
        return None
    lease = Lease(address, mask, server)
    lease.gateway = max(message.word(dhcp.ROUTER), 0)
    lease.dns_servers = message.addresses(dhcp.DNS_SERVERS)[:MAXIMUM_DNS_SERVERS]
    lease.domain = message.text(dhcp.DOMAIN_NAME)
    mtu = message.options.get(dhcp.INTERFACE_MTU, b"")
    if len(mtu) == 2:
        lease.mtu = max(int.from_bytes(mtu, "big"), MINIMUM_MTU)
    _read_times(lease, message)
    return lease


def _read_times(lease: Lease, message: dhcp.Message) -> None:
    """The lease's length, and T1 and T2: half and seven eighths unless told in that order."""
    seconds = message.word(dhcp.LEASE_TIME)
    if seconds == INFINITE:
        lease.duration = NEVER
        lease.renewal = NEVER
        lease.rebinding = NEVER
        return
    if seconds < 0:
        return
    seconds = max(seconds, MINIMUM_LEASE)
    renewal = message.word(dhcp.RENEWAL_TIME)
    rebinding = message.word(dhcp.REBINDING_TIME)
    if not 0 < renewal < rebinding < seconds:
        renewal = seconds // 2
        rebinding = seconds * 7 // 8
    lease.duration = seconds * SECOND
    lease.renewal = renewal * SECOND
    lease.rebinding = rebinding * SECOND
