"""Stub resolver: names to IPv4 addresses, without I/O (RFC 1034 5.3.1, RFC 1035 7, RFC 5452, RFC 7766).

    lookup = resolver.look_up(name, now)
    while not lookup.done:
        query = lookup.ask(now)       # to send to lookup.server, by TCP if lookup.over_tcp, else by UDP
        ...                           # what that server sends within lookup.wait goes to lookup.take,
                                      # until it answers True
    lookup.addresses, or lookup.error

Each attempt has a random identifier, and should have a port of its own. CNAMEs are followed within an
answer; a truncated one without addresses is asked for again by TCP. Names that stand in `hosts`,
literal addresses and `localhost` (RFC 6761) need no server.
"""

from collections.abc import Callable

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.names import NEGATIVE_TTL, NameCache
from sesha.guest.net.timers import SECOND
from sesha.guest.net.wire import dns
from sesha.guest.net.wire.address import LOOPBACK, parse_ipv4
from sesha.guest.net.wire.fields import get32
from sesha.guest.net.wire.malformed import Malformed

EAI_NONAME = -2
EAI_AGAIN = -3

TRIES = 3
"""Rounds through all servers."""
FIRST_WAIT = 2 * SECOND
MAXIMUM_ALIASES = 16
MAXIMUM_ADDRESSES = 32
MAXIMUM_SERVERS = 3
MAXIMUM_SEARCH = 6


class Resolver:
    """Whom to ask, and what is known already."""

    def __init__(self, random_bytes: Callable[[int], bytes]) -> None:
        self.random_bytes = random_bytes
        self.counters = Counters()
        self.servers: list[int] = []
        self.search: list[str] = []
        self.cache = NameCache()

    def configure(self, servers: list[int], search: list[str]) -> None:
        """Name servers in order of preference, and domains to try names in."""
        self.servers = servers[:MAXIMUM_SERVERS]
        self.search = [domain for domain in search if dns.is_name(domain)][:MAXIMUM_SEARCH]

    def look_up(self, name: str, now: i64) -> "Lookup":
        """Begin to look a name up; it may be done at once."""
        absolute = name.endswith(".")
        plain = (name[:-1] if absolute else name).lower()
        lookup = Lookup(self, [plain] if absolute else self._candidates(plain))
        address = parse_ipv4(plain)
        if address >= 0:
            lookup.finish([address], 0)
        elif plain == "localhost" or plain.endswith(".localhost"):
            lookup.finish([LOOPBACK], 0)
        elif not dns.is_name(plain):
            lookup.finish([], EAI_NONAME)
        elif not self.servers:
            lookup.finish([], EAI_AGAIN)
        else:
            lookup.use_cache(now)
        return lookup

    def _candidates(self, name: str) -> list[str]:
        """A name with a dot is tried as it is first, one without last (resolv.conf's ndots:1)."""
        extended = [name + "." + domain for domain in self.search]
        extended = [candidate for candidate in extended if dns.is_name(candidate)]
        return [name] + extended if "." in name else extended + [name]


class Lookup:
    """One name being looked up."""

    def __init__(self, resolver: Resolver, candidates: list[str]) -> None:
        self.resolver = resolver
        self.candidates = candidates
        """What to ask for, in turn: the name with and without the search list."""
        self.done = False
        self.addresses: list[int] = []
        self.error: i64 = 0
        """EAI_NONAME: no such name; EAI_AGAIN: no answer."""
        self.server: i64 = 0
        self.over_tcp = False
        self.wait: i64 = 0
        """Nanoseconds in which the server has to answer."""
        self._identifier: i64 = 0
        self._attempt: i64 = 0
        self._truncated = False

    def finish(self, addresses: list[int], error: i64) -> None:
        self.done = True
        self.addresses = addresses
        self.error = error

    def ask(self, now: i64) -> bytes:
        """The next query, to `server`; empty when all servers have been asked often enough: done."""
        resolver = self.resolver
        servers = resolver.servers
        self.over_tcp = self._truncated
        if self._truncated:
            self._truncated = False
        elif self._attempt >= TRIES * len(servers):
            resolver.counters.count("dns: no answer")
            self.finish([], EAI_AGAIN)
            return b""
        else:
            self.server = servers[self._attempt % len(servers)]
            self.wait = FIRST_WAIT << (self._attempt // len(servers))
            self._attempt += 1
        self._identifier = int.from_bytes(resolver.random_bytes(2), "big")
        return dns.emit_query(self._identifier, self.candidates[0], dns.TYPE_A)

    def take(self, payload: bytes, now: i64) -> bool:
        """Take in what the server sent; False if it does not answer the query, and the wait goes on."""
        counters = self.resolver.counters
        try:
            message = dns.parse(payload)
        except Malformed as problem:
            counters.count(str(problem))
            return False
        if message.identifier != self._identifier or message.flags & dns.RESPONSE == 0:
            counters.count("dns: not our query")
            return False
        if message.name.lower() != self.candidates[0] or message.kind != dns.TYPE_A:
            counters.count("dns: another question")
            return False
        code = message.rcode()
        if code == dns.NXDOMAIN:
            self._negative(message, now)
        elif code == dns.NOERROR:
            self._positive(message, now)
        else:
            counters.count("dns: server failure")
        return True

    def _positive(self, message: dns.Message, now: i64) -> None:
        name = self.candidates[0]
        answer = follow(message, name)
        if answer.addresses:
            self.resolver.cache.put(name, answer.addresses, answer.ttl, now)
            self.finish(answer.addresses, 0)
        elif message.flags & dns.TRUNCATED:
            self.resolver.counters.count("dns: truncated")
            self._truncated = not self.over_tcp
        else:
            self._negative(message, now)

    def _negative(self, message: dns.Message, now: i64) -> None:
        """The name does not exist, or has no address: remember that and try the next candidate."""
        self.resolver.cache.put(self.candidates[0], [], negative_ttl(message), now)
        self.candidates.pop(0)
        self.use_cache(now)

    def use_cache(self, now: i64) -> None:
        """Go on with the first candidate that is not known; finish if one is known or none is left."""
        while self.candidates:
            known = self.resolver.cache.get(self.candidates[0], now)
            if known is None:
                self._attempt = 0
                return
            if known:
                self.finish(known, 0)
                return
            self.candidates.pop(0)
        self.finish([], EAI_NONAME)


class Answer:
    """The addresses that a message gives for a name, and how long they hold."""

    def __init__(self) -> None:
        self.addresses: list[int] = []
        self.ttl: i64 = 1 << 31


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


def negative_ttl(message: dns.Message) -> i64:
    """How long the absence of a name holds (RFC 2308 5)."""
    ttl: i64 = NEGATIVE_TTL
    for record in message.authorities:
        if record.kind == dns.TYPE_SOA and len(record.data) >= 4:
            minimum = get32(record.data, len(record.data) - 4)
            ttl = min(ttl, record.ttl, minimum)
    return ttl
