"""The resolver against scripted servers."""

from typing import Any

import pytest

from sesha.guest.net.names import MAXIMUM_ENTRIES, NameCache
from sesha.guest.net.resolver import EAI_AGAIN, EAI_NONAME, Lookup, Resolver
from sesha.guest.net.simulation import Network, Random
from sesha.guest.net.timers import SECOND
from sesha.guest.net.wire import dns

pytestmark = pytest.mark.fast

US, SERVER, SECOND_SERVER = 0x0A000001, 0x0A000035, 0x0A000036


def encode(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def record(name: str, kind: int, ttl: int, data: bytes) -> bytes:
    head = kind.to_bytes(2, "big") + b"\0\1" + ttl.to_bytes(4, "big") + len(data).to_bytes(2, "big")
    return encode(name) + head + data


def reply(
    query: dns.Message, rcode: int, records: list[bytes], flags: int = 0x8180, soa: bytes = b""
) -> bytes:
    counts = b"\0\1" + len(records).to_bytes(2, "big") + (b"\0\1" if soa else b"\0\0") + b"\0\0"
    head = query.identifier.to_bytes(2, "big") + (flags | rcode).to_bytes(2, "big") + counts
    return head + encode(query.name) + b"\0\1\0\1" + b"".join(records) + soa


class Scene:
    """A resolver, a stack to ask over, and two name servers that answer from a table."""

    def __init__(self) -> None:
        self.network = Network(1)
        self.stack = self.network.add_stack(US, 1500)
        self.table: dict[str, tuple[int, list[bytes]]] = {}
        self.sockets = [self.network.add_stack(a, 1500).open_udp(0, 53) for a in (SERVER, SECOND_SERVER)]
        self.resolver = Resolver(Random(3).random_bytes)
        self.resolver.configure([SERVER, SECOND_SERVER], ["lan.test"])
        self.asked: list[tuple[int, str]] = []
        self.ports: set[int] = set()
        self.silent = {0: False, 1: False}
        self.spoil: Any = None

    def begin(self, name: str) -> Lookup:
        return self.resolver.look_up(name, self.network.now)

    def resolve(self, name: str) -> Lookup:
        lookup = self.begin(name)
        while not lookup.done:
            query = lookup.ask(self.network.now)
            if query:
                self.attempt(lookup, query)
        return lookup

    def attempt(self, lookup: Lookup, query: bytes) -> None:
        assert not lookup.over_tcp
        socket = self.stack.open_udp(0, 0)
        socket.connect(lookup.server, 53)
        socket.send(query, lookup.server, 53, self.network.now)
        limit = self.network.now + lookup.wait
        while self.network.now < limit:
            self.network.run(SECOND // 10)
            self.serve()
            datagram = socket.receive()
            if datagram is not None and lookup.take(datagram.payload, self.network.now):
                break
        socket.close()

    def serve(self) -> None:
        for number, socket in enumerate(self.sockets):
            while (datagram := socket.receive()) is not None:
                query = dns.parse(datagram.payload)
                self.asked.append((number, query.name))
                self.ports.add(datagram.port)
                rcode, records = self.table.get(query.name, (dns.NXDOMAIN, []))
                if not self.silent[number]:
                    data = reply(query, rcode, records)
                    if self.spoil:
                        data = self.spoil(query, data)
                    socket.send(data, datagram.address, datagram.port, self.network.now)


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.mark.parametrize(
    ("name", "address"), [("1.2.3.4", 0x01020304), ("localhost", 0x7F000001), ("Any.LocalHost.", 0x7F000001)]
)
def test_names_that_need_no_server(scene: Scene, name: str, address: int) -> None:
    lookup = scene.begin(name)
    assert lookup.done and lookup.addresses == [address]


@pytest.mark.parametrize("name", ["", ".", "a..b", "x" * 64, "a." * 127 + "bb", "bücher.test"])
def test_names_that_cannot_be(scene: Scene, name: str) -> None:
    assert scene.begin(name).error == EAI_NONAME


def test_addresses_are_found_and_cached(scene: Scene) -> None:
    scene.table["host.test"] = (
        0,
        [record("host.test", 1, 60, b"\x0a\0\0\x07"), record("host.test", 1, 60, b"\x0a\0\0\x08")],
    )
    assert scene.resolve("Host.Test").addresses == [0x0A000007, 0x0A000008]
    assert scene.begin("host.test").done
    scene.network.run(61 * SECOND)
    assert not scene.begin("host.test").done
    assert len(scene.ports) == 1 and scene.asked == [(0, "host.test")]


def test_aliases_are_followed(scene: Scene) -> None:
    scene.table["www.test"] = (
        0,
        [
            record("b.test", 1, 60, b"\x0a\0\0\x09"),
            record("www.test", 5, 60, encode("a.test")),
            record("a.test", 5, 60, encode("b.test")),
        ],
    )
    assert scene.resolve("www.test").addresses == [0x0A000009]


def test_aliases_in_a_circle_end(scene: Scene) -> None:
    scene.table["a.test"] = (
        0,
        [record("a.test", 5, 60, encode("b.test")), record("b.test", 5, 60, encode("a.test"))],
    )
    assert scene.resolve("a.test").error == EAI_NONAME


def test_search_list(scene: Scene) -> None:
    scene.table["printer.lan.test"] = (0, [record("printer.lan.test", 1, 60, b"\x0a\0\0\x05")])
    assert scene.resolve("printer").addresses == [0x0A000005]
    assert scene.resolve("printer.").error == EAI_NONAME
    assert [name for _, name in scene.asked] == ["printer.lan.test", "printer"]


def test_missing_name_is_remembered(scene: Scene) -> None:
    assert scene.resolve("no.test").error == EAI_NONAME
    count = len(scene.asked)
    assert scene.resolve("no.test").error == EAI_NONAME and len(scene.asked) == count


def test_silent_server_is_passed_over(scene: Scene) -> None:
    scene.silent[0] = True
    scene.table["host.test"] = (0, [record("host.test", 1, 60, b"\x0a\0\0\x07")])
    assert scene.resolve("host.test").addresses == [0x0A000007]
    assert scene.asked == [(0, "host.test"), (1, "host.test")] and len(scene.ports) == 2


def test_failing_server_is_passed_over(scene: Scene) -> None:
    scene.table["host.test"] = (dns.SERVFAIL, [])
    assert scene.resolve("host.test").error == EAI_AGAIN
    assert len(scene.asked) == 6 and len(scene.ports) == 6


def test_silence_everywhere_is_temporary(scene: Scene) -> None:
    scene.silent = {0: True, 1: True}
    assert scene.resolve("host.test").error == EAI_AGAIN and len(scene.asked) == 6
    assert scene.network.now >= 2 * (2 + 4 + 8) * SECOND


@pytest.mark.parametrize("fault", ["identifier", "question", "not a response", "garbage"])
def test_forged_answers_are_ignored(scene: Scene, fault: str) -> None:
    def spoil(query: dns.Message, data: bytes) -> bytes:
        if fault == "identifier":
            return bytes([data[0] ^ 1]) + data[1:]
        if fault == "question":
            return data.replace(b"host", b"hust")
        if fault == "not a response":
            return data[:2] + b"\1\0" + data[4:]
        return data[:20]

    scene.spoil = spoil
    scene.table["host.test"] = (0, [record("host.test", 1, 60, b"\x0a\0\0\x07")])
    assert scene.resolve("host.test").error == EAI_AGAIN


def test_without_servers_nothing_is_asked(scene: Scene) -> None:
    scene.resolver.configure([], [])
    assert scene.begin("host.test").error == EAI_AGAIN


def answer_to(query: bytes, records: list[bytes], flags: int) -> bytes:
    question = dns.Message(int.from_bytes(query[:2], "big"), 0, "host.test", dns.TYPE_A)
    return reply(question, 0, records, flags)


TRUNCATED = 0x8180 | dns.TRUNCATED


def test_truncated_answer_is_asked_for_by_tcp(scene: Scene) -> None:
    lookup = scene.begin("host.test")
    assert lookup.take(answer_to(lookup.ask(0), [], TRUNCATED), 0) and not lookup.done
    query = lookup.ask(0)
    assert lookup.over_tcp and lookup.server == SERVER
    many = [record("host.test", 1, 60, bytes([10, 0, 1, number])) for number in range(60)]
    assert lookup.take(answer_to(query, many, 0x8180), 0)
    assert lookup.done and len(lookup.addresses) == 32


def test_truncated_answer_with_addresses_is_good_enough(scene: Scene) -> None:
    lookup = scene.begin("host.test")
    lookup.take(answer_to(lookup.ask(0), [record("host.test", 1, 60, b"\x0a\0\0\x07")], TRUNCATED), 0)
    assert lookup.addresses == [0x0A000007]


def test_truncated_by_tcp_too_goes_to_the_next_server(scene: Scene) -> None:
    lookup = scene.begin("host.test")
    for _ in range(2):
        assert lookup.take(answer_to(lookup.ask(0), [], TRUNCATED), 0)
    lookup.ask(0)
    assert not lookup.over_tcp and lookup.server == SECOND_SERVER


def test_cache_is_bounded_and_drops_the_oldest() -> None:
    cache = NameCache()
    for number in range(MAXIMUM_ENTRIES + 10):
        cache.put(f"n{number}", [number], 1 << 30, 0)
    assert len(cache.entries) == MAXIMUM_ENTRIES
    assert cache.get("n0", 1) is None and cache.get(f"n{MAXIMUM_ENTRIES}", 3599 * SECOND) == [MAXIMUM_ENTRIES]
    assert cache.get(f"n{MAXIMUM_ENTRIES}", 3600 * SECOND) is None
