"""Stub resolver: names to IPv4 addresses (RFC 1034 5.3.1, RFC 1035 7, RFC 5452).

Each attempt has a random identifier and a random port, goes to one server and takes an answer
from that server only. CNAMEs are followed within an answer. A truncated answer counts if it has
addresses. Literal addresses, `localhost` and the names that the machine was given need no server.
"""

from collections.abc import Callable

from sesha.guest.net.counters import Counters
from sesha.guest.net.names import NEGATIVE_TTL, NameCache
from sesha.guest.net.readiness import ReadyList, Socket
from sesha.guest.net.timers import NEVER, SECOND
from sesha.guest.net.udp import Udp, UdpSocket
from sesha.guest.net.wire import dns
from sesha.guest.net.wire.address import ANY, LOOPBACK, parse_ipv4
from sesha.guest.net.wire.fields import get32
from sesha.guest.net.wire.malformed import Malformed

EAI_NONAME = -2
EAI_AGAIN = -3
EAI_FAIL = -4

TRIES = 3
"""Rounds through all servers."""
FIRST_WAIT = 2 * SECOND
MAXIMUM_LOOKUPS = 64
MAXIMUM_ALIASES = 16
MAXIMUM_ADDRESSES = 32
MAXIMUM_SERVERS = 3
MAXIMUM_SEARCH = 6


class Lookup(Socket):
    """One name being looked up; readable once it is done."""

    def __init__(self, ready: ReadyList, name: str, candidates: list[str]) -> None:
        super().__init__(ready)
        self.name = name
        self.candidates = candidates
        """What to ask for, in turn: the name with and without the search list."""
        self.done = False
        self.addresses: list[int] = []
        self.error = 0
        """EAI_NONAME: no such name; EAI_AGAIN: no answer; EAI_FAIL: refused or broken."""
        self.socket: UdpSocket | None = None
        self.server = 0
        self.identifier = 0
        self.attempt = 0
        self.deadline = NEVER

    def readable(self) -> bool:
        return self.done

    def writable(self) -> bool:
        return False

    def finish(self, addresses: list[int], error: int) -> None:
        """Answer the caller."""
        self.close()
        self.done = True
        self.addresses = addresses
        self.error = error
        self.announce()

    def close(self) -> None:
        """Give up the current attempt, or the whole lookup."""
        if self.socket is not None:
            self.socket.close()
            self.socket = None
        self.deadline = NEVER


class Resolver:
    def __init__(self, udp: Udp, ready: ReadyList, random_bytes: Callable[[int], bytes]) -> None:
        self.udp = udp
        self.ready = ready
        self.random_bytes = random_bytes
        self.counters = Counters()
        self.servers: list[int] = []
        self.search: list[str] = []
        self.hosts: dict[str, list[int]] = {"localhost": [LOOPBACK]}
        self.cache = NameCache()
        self.lookups: list[Lookup] = []

    def configure(self, servers: list[int], search: list[str]) -> None:
        """Name servers in order of preference, and domains to try names in."""
        self.servers = servers[:MAXIMUM_SERVERS]
        self.search = [domain for domain in search if dns.is_name(domain)][:MAXIMUM_SEARCH]

    def resolve(self, name: str, now: int) -> Lookup:
        """Begin to look a name up; it may be done at once."""
        absolute = name.endswith(".")
        plain = (name[:-1] if absolute else name).lower()
        lookup = Lookup(self.ready, plain, [])
        address = parse_ipv4(plain)
        if address >= 0:
            lookup.finish([address], 0)
        elif not dns.is_name(plain):
            lookup.finish([], EAI_NONAME)
        elif plain in self.hosts or plain.endswith(".localhost"):
            lookup.finish(self.hosts.get(plain, [LOOPBACK]), 0)
        elif not self.servers or len(self.lookups) >= MAXIMUM_LOOKUPS:
            lookup.finish([], EAI_AGAIN)
        else:
            lookup.candidates = [plain] if absolute else self._candidates(plain)
            self.lookups.append(lookup)
            self._next_candidate(lookup, now)
        return lookup

    def cancel(self, lookup: Lookup) -> None:
        """Nobody waits for the answer any more."""
        lookup.close()
        if lookup in self.lookups:
            self.lookups.remove(lookup)

    def poll(self, now: int) -> int:
        """Take in answers and repeat queries that are due; the next deadline."""
        if not self.lookups:
            return NEVER
        for lookup in list(self.lookups):
            self._receive(lookup, now)
            if lookup.deadline <= now:
                self._again(lookup, now)
        next_time = NEVER
        for lookup in self.lookups:
            next_time = min(next_time, lookup.deadline)
        return next_time

    def _candidates(self, name: str) -> list[str]:
        """A name with a dot is tried as it is first, one without last (resolv.conf's ndots:1)."""
        extended = [name + "." + domain for domain in self.search]
        extended = [candidate for candidate in extended if dns.is_name(candidate)]
        return [name] + extended if "." in name else extended + [name]

    def _next_candidate(self, lookup: Lookup, now: int) -> None:
        """Ask for the first candidate; answer from the cache where it can."""
        while lookup.candidates:
            known = self.cache.get(lookup.candidates[0], now)
            if known is None:
                lookup.attempt = 0
                self._ask(lookup, now)
                return
            if known:
                self._finish(lookup, known, 0)
                return
            lookup.candidates.pop(0)
        self._finish(lookup, [], EAI_NONAME)

    def _ask(self, lookup: Lookup, now: int) -> None:
        """Send a query from a new port to the server whose turn it is."""
        lookup.close()
        lookup.server = self.servers[lookup.attempt % len(self.servers)]
        lookup.identifier = int.from_bytes(self.random_bytes(2), "big")
        wait = FIRST_WAIT << (lookup.attempt // len(self.servers))
        lookup.attempt += 1
        lookup.deadline = now + wait
        socket = self.udp.open(ANY, 0)
        socket.connect(lookup.server, dns.PORT)
        socket.silence()
        lookup.socket = socket
        query = dns.emit_query(lookup.identifier, lookup.candidates[0], dns.TYPE_A)
        try:
            socket.send(query, lookup.server, dns.PORT, now)
        except OSError:
            self.counters.count("dns: query not sent")
            lookup.deadline = now

    def _again(self, lookup: Lookup, now: int) -> None:
        """No useful answer from this server: try the next."""
        if lookup.attempt >= TRIES * len(self.servers) or not self.servers:
            self.counters.count("dns: no answer")
            self._finish(lookup, [], EAI_AGAIN)
        else:
            self._ask(lookup, now)

    def _receive(self, lookup: Lookup, now: int) -> None:
        socket = lookup.socket
        while socket is not None and lookup.socket is socket:
            try:
                datagram = socket.receive()
            except OSError:
                lookup.deadline = now
                return
            if datagram is None:
                return
            try:
                self._answer(lookup, dns.parse(datagram.payload), now)
            except Malformed as problem:
                self.counters.count(str(problem))

    def _answer(self, lookup: Lookup, message: dns.Message, now: int) -> None:
        """Take in a message if it answers the question."""
        name = lookup.candidates[0]
        if message.identifier != lookup.identifier or message.flags & dns.RESPONSE == 0:
            self.counters.count("dns: not our query")
            return
        if message.name.lower() != name or message.kind != dns.TYPE_A:
            self.counters.count("dns: another question")
            return
        code = message.rcode()
        if code == dns.NXDOMAIN:
            self._negative(lookup, message, now)
        elif code != dns.NOERROR:
            self.counters.count("dns: server failure")
            lookup.deadline = now
        else:
            self._positive(lookup, message, now)

    def _positive(self, lookup: Lookup, message: dns.Message, now: int) -> None:
        name = lookup.candidates[0]
        answer = follow(message, name)
        if answer.addresses:
            self.cache.put(name, answer.addresses, answer.ttl, now)
            self._finish(lookup, answer.addresses, 0)
        elif message.flags & dns.TRUNCATED:
            self.counters.count("dns: truncated")
            lookup.deadline = now
        else:
            self._negative(lookup, message, now)

    def _negative(self, lookup: Lookup, message: dns.Message, now: int) -> None:
        """The name does not exist, or has no address: remember that and try the next candidate."""
        self.cache.put(lookup.candidates[0], [], negative_ttl(message), now)
        lookup.close()
        lookup.candidates.pop(0)
        self._next_candidate(lookup, now)

    def _finish(self, lookup: Lookup, addresses: list[int], error: int) -> None:
        self.lookups.remove(lookup)
        lookup.finish(addresses, error)


class Answer:
    """The addresses that a message gives for a name, and how long they hold."""

    def __init__(self) -> None:
        self.addresses: list[int] = []
        self.ttl = 1 << 31


def follow(message: dns.Message, name: str) -> Answer:
    """Follow the aliases in the answer section to the addresses at their end."""
    answer = Answer()
    for _ in range(MAXIMUM_ALIASES):
        alias = ""
        for record in message.answers:
            if record.name != name:
                continue
            if record.kind == dns.TYPE_A and len(record.data) == 4:
                if len(answer.addresses) < MAXIMUM_ADDRESSES:
                    answer.addresses.append(get32(record.data, 0))
                answer.ttl = min(answer.ttl, record.ttl)
            elif record.kind == dns.TYPE_CNAME:
                alias = record.target
                answer.ttl = min(answer.ttl, record.ttl)
        if answer.addresses or alias == "":
            break
        name = alias
    return answer


def negative_ttl(message: dns.Message) -> int:
    """How long the absence of a name holds (RFC 2308 5)."""
    ttl = NEGATIVE_TTL
    for record in message.authorities:
        if record.kind == dns.TYPE_SOA and len(record.data) >= 4:
            minimum = get32(record.data, len(record.data) - 4)
            ttl = min(ttl, record.ttl, minimum)
    return ttl
