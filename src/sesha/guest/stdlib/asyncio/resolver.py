"""Resolve names to IPv4 addresses: a stub resolver over the machine's network (RFC 1035).

Order: an address in dots, `localhost` (RFC 6761), the hosts file, then the name servers of the
resolver file in their order, each with a time-out, twice around.
"""

import socket
from typing import Any

from sesha.guest.machine.this import entropy, network
from sesha.guest.net.wire import dns
from sesha.guest.net.wire.address import parse_ipv4
from sesha.guest.net.wire.malformed import Malformed
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Watcher
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.tasks import _set_result_unless_done

TIMEOUT = 5.0
ATTEMPTS = 2
MAXIMUM_SERVERS = 3
MAXIMUM_CHAIN = 8
"""CNAMEs that are followed."""

NOT_KNOWN = "Name or service not known"
FAILED_FOR_NOW = "Temporary failure in name resolution"


async def resolve(loop: AbstractEventLoop, host: str) -> list[str]:
    """The host's addresses, at least one; raises socket.gaierror."""
    if parse_ipv4(host) >= 0:
        return [host]
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return ["127.0.0.1"]
    found = in_hosts(network.hosts_text(), name)
    if found:
        return found
    if not dns.is_name(name):
        raise socket.gaierror(socket.EAI_NONAME, NOT_KNOWN)
    servers = name_servers(network.resolver_text())
    for _ in range(ATTEMPTS):
        for server in servers:
            answer = await ask(loop, server, name)
            if answer is not None:
                if not answer:
                    raise socket.gaierror(socket.EAI_NONAME, NOT_KNOWN)
                return answer
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


def name_servers(text: str) -> list[str]:
    """The IPv4 name servers that a resolver file lists; the local machine if it lists none."""
    servers: list[str] = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) > 1 and fields[0] == "nameserver" and parse_ipv4(fields[1]) >= 0:
            servers.append(fields[1])
    return servers[:MAXIMUM_SERVERS] if servers else ["127.0.0.1"]


async def ask(loop: AbstractEventLoop, server: str, name: str) -> list[str] | None:
    """Ask one server; None when it did not answer usefully, an empty list when there is no such name."""
    query = Query(loop, server, name)
    try:
        return await query.run()
    except OSError:
        return None
    finally:
        query.close()


class Query(Watcher):
    """One question to one server, on a socket of its own (so from a port of its own)."""

    def __init__(self, loop: AbstractEventLoop, server: str, name: str) -> None:
        super().__init__()
        self._loop = loop
        self._server = server
        self._name = name
        self._identifier = int.from_bytes(entropy.random_bytes(2), "big")
        self._answer: Future[Any] = Future(loop=loop)
        self._handle = network.open_datagram("0.0.0.0", 0)
        loop._watch(self._handle, self)

    async def run(self) -> list[str] | None:
        network.interest(self._handle, network.READABLE)
        packet = dns.emit_query(self._identifier, self._name, dns.TYPE_A)
        network.send_to(self._handle, packet, self._server, dns.PORT)
        timer = self._loop.call_later(TIMEOUT, _set_result_unless_done, self._answer, None)
        try:
            answer: list[str] | None = await self._answer
        finally:
            timer.cancel()
        return answer

    def _run(self) -> None:
        self._events = 0
        try:
            received = network.receive_from(self._handle)
        except OSError:
            _set_result_unless_done(self._answer, None)  # nobody listens there
            return
        if received is None or received[1] != self._server or received[2] != dns.PORT:
            return
        try:
            message = dns.parse(received[0])
        except Malformed:
            return
        if message.identifier != self._identifier or not message.flags & dns.RESPONSE:
            return
        if message.name.lower() == self._name and message.kind == dns.TYPE_A:
            _set_result_unless_done(self._answer, addresses(message, self._name))

    def close(self) -> None:
        self._loop._watch(self._handle, None)
        network.close(self._handle)


def addresses(message: dns.Message, name: str) -> list[str] | None:
    """The addresses in an answer, along its CNAMEs; None when the server failed."""
    rcode = message.rcode()
    if rcode == dns.NXDOMAIN:
        return []
    if rcode != dns.NOERROR:
        return None
    for _ in range(MAXIMUM_CHAIN):
        found: list[str] = []
        target = ""
        for record in message.answers:
            if record.name == name:
                if record.kind == dns.TYPE_A and len(record.data) == 4:
                    found.append(socket.inet_ntoa(record.data))
                elif record.kind == dns.TYPE_CNAME:
                    target = record.target
        if found or not target:
            return found
        name = target
    return []
