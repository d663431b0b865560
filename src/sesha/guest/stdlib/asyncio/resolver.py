"""Resolve names over the machine's network: what net/resolver.py asks for, sent and received.

The hosts file comes first. Which servers there are is looked up anew each time: a lease may change.
"""

import socket
from typing import Any

from sesha.guest.machine.this import clock, entropy, network
from sesha.guest.net.resolver import EAI_NONAME, Lookup, Resolver
from sesha.guest.net.wire import dns
from sesha.guest.net.wire.address import LOOPBACK, format_ipv4, parse_ipv4
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Watcher
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.tasks import _set_result_unless_done

SECOND = 1_000_000_000
LENGTH_SIZE = 2
"""Bytes of the length that stands before a message over TCP."""
READ_SIZE = 4096

NOT_KNOWN = "Name or service not known"
FAILED_FOR_NOW = "Temporary failure in name resolution"

_resolver = Resolver(entropy.random_bytes)


async def resolve(loop: AbstractEventLoop, host: str) -> list[str]:
    """The host's addresses, at least one; raises socket.gaierror."""
    if parse_ipv4(host) >= 0:
        return [host]
    found = in_hosts(network.hosts_text(), host.rstrip(".").lower())
    if found:
        return found
    configure(network.resolver_text())
    lookup = _resolver.look_up(host, clock.monotonic_ns())
    while not lookup.done:
        query = lookup.ask(clock.monotonic_ns())
        if query:
            await ask(loop, lookup, query)
    if lookup.addresses:
        return [format_ipv4(address) for address in lookup.addresses]
    if lookup.error == EAI_NONAME:
        raise socket.gaierror(socket.EAI_NONAME, NOT_KNOWN)
    raise socket.gaierror(socket.EAI_AGAIN, FAILED_FOR_NOW)


def in_hosts(text: str, name: str) -> list[str]:
    """The IPv4 addresses that a hosts file gives the name."""
    found: list[str] = []
    for line in text.splitlines():
        fields = line.split("#")[0].split()
        if len(fields) > 1 and parse_ipv4(fields[0]) >= 0:
            for field in fields[1:]:
                if field.lower() == name:
                    found.append(fields[0])
                    break
    return found


def configure(text: str) -> None:
    """Take IPv4 name servers and domains from a resolver file; without any, this machine is asked."""
    servers: list[int] = []
    search: list[str] = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) < 2:
            continue
        if fields[0] == "nameserver" and parse_ipv4(fields[1]) >= 0:
            servers.append(parse_ipv4(fields[1]))
        elif fields[0] == "search" or fields[0] == "domain":
            search = [domain.rstrip(".").lower() for domain in fields[1:]]
    _resolver.configure(servers if servers else [LOOPBACK], search)


async def ask(loop: AbstractEventLoop, lookup: Lookup, query: bytes) -> None:
    """Make one attempt: it ends with an answer, an error, or when its time is over."""
    try:
        question: Question = StreamQuestion(loop, lookup) if lookup.over_tcp else Question(loop, lookup)
    except OSError:
        return
    timer = loop.call_later(float(lookup.wait) / SECOND, _set_result_unless_done, question.over, None)
    try:
        question.start(query)
        await question.over
    except OSError:
        pass  # the next attempt may do better
    finally:
        timer.cancel()
        question.close()


class Question(Watcher):
    """One query to one server, on a socket of its own (so from a port of its own)."""

    def __init__(self, loop: AbstractEventLoop, lookup: Lookup) -> None:
        super().__init__()
        self._loop = loop
        self._lookup = lookup
        self.over: Future[Any] = Future(loop=loop)
        self._handle = self._open(format_ipv4(lookup.server))
        loop._watch(self._handle, self)

    def _open(self, server: str) -> int:
        handle = network.open_datagram("0.0.0.0", 0, False, False)
        network.connect_datagram(handle, server, dns.PORT)
        return handle

    def start(self, query: bytes) -> None:
        network.interest(self._handle, network.READABLE)
        network.send_to(self._handle, query, format_ipv4(self._lookup.server), dns.PORT)

    def _run(self) -> None:
        self._events = 0
        try:
            self._proceed()
        except OSError:
            _set_result_unless_done(self.over, None)  # nobody listens there

    def _proceed(self) -> None:
        received = network.receive_from(self._handle)
        if received is not None:
            self._take(received[0])

    def _take(self, message: bytes) -> None:
        if not self.over.done() and self._lookup.take(message, clock.monotonic_ns()):
            self.over.set_result(None)

    def close(self) -> None:
        self._loop._watch(self._handle, None)
        network.close(self._handle)


class StreamQuestion(Question):
    """The same by TCP, for answers that are too long for a datagram (RFC 7766)."""

    def __init__(self, loop: AbstractEventLoop, lookup: Lookup) -> None:
        super().__init__(loop, lookup)
        self._unsent = b""
        self._received = b""

    def _open(self, server: str) -> int:
        return network.connect(server, dns.PORT)

    def start(self, query: bytes) -> None:
        self._unsent = len(query).to_bytes(LENGTH_SIZE, "big") + query
        network.interest(self._handle, network.WRITABLE)

    def _proceed(self) -> None:
        if self._unsent:
            sent = network.send(self._handle, self._unsent, 0)
            self._unsent = self._unsent[max(sent, 0) :]
            if not self._unsent:
                network.interest(self._handle, network.READABLE)
            return
        data = network.receive(self._handle, READ_SIZE)
        if data is None:
            return
        self._received += data
        size = LENGTH_SIZE + int.from_bytes(self._received[:LENGTH_SIZE], "big")
        if len(self._received) >= size > LENGTH_SIZE:
            self._take(self._received[LENGTH_SIZE:size])
        if not data or len(self._received) >= size > LENGTH_SIZE:
            _set_result_unless_done(self.over, None)
