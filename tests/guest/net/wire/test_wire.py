"""Formats: what is emitted is parsed back, what breaks the format is refused and nothing else."""

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.net.wire import address, arp, checksum, dhcp, dns, icmp, ipv4, tcp, tcp_options, udp
from sesha.guest.net.wire.malformed import Malformed

pytestmark = pytest.mark.fast

addresses = st.integers(0, 0xFFFFFFFF)
ports = st.integers(0, 0xFFFF)
macs = st.integers(0, (1 << 48) - 1)
payloads = st.binary(max_size=200)
quick = settings(max_examples=60, deadline=None)


def reference_checksum(data: bytes) -> int:
    if len(data) % 2:
        data += b"\0"
    total = sum(int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


@quick
@given(st.binary(max_size=99), st.integers(0, 10))
def test_checksum_equals_the_definition(data: bytes, skip: int) -> None:
    skip = min(skip, len(data))
    assert checksum.finish(checksum.sum_bytes(data, skip, len(data))) == reference_checksum(data[skip:])
    assert checksum.sum_bytearray(bytearray(data), skip, len(data)) == checksum.sum_bytes(
        data, skip, len(data)
    )


@quick
@given(addresses)
def test_address_text_round_trip(value: int) -> None:
    assert address.parse_ipv4(address.format_ipv4(value)) == value


@pytest.mark.parametrize(
    "text", ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.x", "1..2.3", " 1.2.3.4", "1.2.3.٤"]
)
def test_address_text_refused(text: str) -> None:
    assert address.parse_ipv4(text) == -1


def test_masks() -> None:
    assert [address.mask_of_prefix(n) for n in (0, 1, 24, 32)] == [0, 0x80000000, 0xFFFFFF00, 0xFFFFFFFF]
    assert all(address.is_mask(address.mask_of_prefix(n)) for n in range(33))
    assert not address.is_mask(0xFF00FF00)


@quick
@given(ports, macs, addresses, macs, addresses)
def test_arp_round_trip(operation: int, mac: int, ip: int, target_mac: int, target: int) -> None:
    frame = bytes(arp.emit(arp.Arp(operation, mac, ip, target_mac, target), 0xFFFFFFFFFFFF))
    assert vars(arp.parse(frame + b"padding", 14)) == vars(arp.Arp(operation, mac, ip, target_mac, target))
    for end in range(14, 42):
        with pytest.raises(Malformed):
            arp.parse(frame[:end], 14)


@quick
@given(payloads, st.integers(0, 255), ports, st.integers(0, 255), addresses, addresses)
def test_ipv4_round_trip(data: bytes, tos: int, ident: int, ttl: int, source: int, destination: int) -> None:
    packet = bytearray(20) + data
    ipv4.write_header(packet, 0, len(packet), tos, ident, 0x4000, ttl, 6, source, destination)
    header = ipv4.parse(bytes(packet) + b"pad", 0)
    assert (header.payload, header.end, header.tos, header.identification) == (20, len(packet), tos, ident)
    assert (header.ttl, header.source, header.destination) == (ttl, source, destination)
    packet[8] ^= 1
    with pytest.raises(Malformed, match="checksum"):
        ipv4.parse(bytes(packet), 0)


@pytest.mark.parametrize(
    "options",
    [b"\x83\x04\x04\x00", b"\x89\x07\x04\x01\x02\x03\x04\x00", b"\x44\x09\x01\x01", b"\x44\x00\x00\x00"],
)
def test_ipv4_options_refused(options: bytes) -> None:
    packet = bytearray(20) + options
    packet[0] = 0x40 | len(packet) // 4
    packet[2:4] = len(packet).to_bytes(2, "big")
    packet[10:12] = reference_checksum(bytes(packet)).to_bytes(2, "big")
    with pytest.raises(Malformed):
        ipv4.parse(bytes(packet), 0)


@quick
@given(payloads, ports, ports, addresses, addresses)
def test_udp_round_trip(data: bytes, port: int, to_port: int, source: int, destination: int) -> None:
    packet = bytearray(8 + len(data))
    udp.write(packet, 0, port, to_port, data, source, destination)
    raw = bytes(packet)
    assert udp.check(raw + b"pad", 0, len(raw) + 3, source, destination) == len(raw)
    assert (udp.source_port(raw, 0), udp.destination_port(raw, 0), raw[8:]) == (port, to_port, data)
    with pytest.raises(Malformed):
        udp.check(raw[:7], 0, 7, source, destination)


@quick
@given(payloads, st.integers(0, 255), st.integers(0, 255), addresses)
def test_icmp_round_trip(body: bytes, kind: int, code: int, rest: int) -> None:
    packet = bytearray(8 + len(body))
    icmp.write(packet, 0, kind, code, rest, body)
    icmp.check(bytes(packet), 0, len(packet))
    packet[0] ^= 4
    with pytest.raises(Malformed):
        icmp.check(bytes(packet), 0, len(packet))


@quick
@given(payloads, ports, ports, addresses, addresses, st.integers(0, 255), ports)
def test_tcp_round_trip(
    data: bytes, port: int, to_port: int, sequence: int, ack: int, flags: int, window: int
) -> None:
    packet = bytearray(32) + data
    tcp.write_header(packet, 0, port, to_port, sequence, ack, 32, flags, window)
    tcp_options.write_timestamps(packet, 20, 7, 9)
    tcp.write_checksum(packet, 0, 1, 2)
    segment = tcp.parse(bytes(packet), 0, len(packet), 1, 2)
    assert (segment.source_port, segment.destination_port) == (port, to_port)
    assert (segment.sequence, segment.acknowledgement, segment.flags) == (sequence, ack, flags)
    assert segment.window == window and segment.data[segment.payload : segment.end] == data
    assert (segment.options.timestamp, segment.options.echo) == (7, 9)


@pytest.mark.parametrize("scale", [-1, 0, 7])
@pytest.mark.parametrize("sack", [False, True])
@pytest.mark.parametrize("stamp", [-1, 5])
def test_tcp_syn_options_round_trip(scale: int, sack: bool, stamp: int) -> None:
    packet = bytearray(tcp_options.syn_options_size(scale, sack, stamp >= 0))
    assert len(packet) % 4 == 0
    tcp_options.write_syn_options(packet, 0, 1460, scale, sack, stamp, 0)
    options = tcp_options.read_options(bytes(packet), 0, len(packet))
    assert (options.mss, options.window_scale, options.sack_permitted) == (1460, scale, sack)
    assert options.timestamp == stamp


def test_tcp_sack_round_trip() -> None:
    packet = bytearray(20)
    tcp_options.write_sack(packet, 0, [1, 2, 0xFFFFFFFF, 5])
    assert tcp_options.read_options(bytes(packet), 0, 20).sack == [1, 2, 0xFFFFFFFF, 5]


@quick
@given(st.binary(max_size=40))
def test_tcp_options_never_fail(data: bytes) -> None:
    tcp_options.read_options(data, 0, len(data))


def test_dhcp_round_trip() -> None:
    message = dhcp.Message(dhcp.BOOTREQUEST, 0x12345678, 0x020000000001)
    message.your_address = 0x0A000005
    message.options = {dhcp.MESSAGE_TYPE: b"\x01", 200: bytes(300), dhcp.HOST_NAME: b"sesha"}
    back = dhcp.parse(dhcp.emit(message))
    assert vars(back) == vars(message)
    assert back.kind() == dhcp.DISCOVER and back.text(dhcp.HOST_NAME) == "sesha"


def test_dhcp_overload() -> None:
    packet = bytearray(dhcp.emit(dhcp.Message(dhcp.BOOTREPLY, 1, 2)))
    packet[240:244] = bytes([dhcp.OVERLOAD, 1, 3, dhcp.END])
    packet[108:112] = bytes([200, 1, 65, dhcp.END])
    packet[44:48] = bytes([201, 1, 66, dhcp.END])
    options = dhcp.parse(bytes(packet)).options
    assert options[200] == b"A" and options[201] == b"B"


def dns_answer(name: bytes, *records: bytes) -> bytes:
    head = bytes.fromhex("1234 8180 0001") + len(records).to_bytes(2, "big") + bytes(4)
    return head + name + bytes.fromhex("0001 0001") + b"".join(records)


def test_dns_answer_with_compression() -> None:
    name = b"\x03www\x07example\x00"
    cname = bytes.fromhex("c00c 0005 0001 0000003c 0004") + b"\x01x\xc0\x10"
    a = bytes.fromhex("c029 0001 0001 0000000a 0004 0a000001")
    message = dns.parse(dns_answer(name, cname, a))
    assert message.name == "www.example" and message.rcode() == 0
    assert [(r.name, r.kind, r.target) for r in message.answers] == [
        ("www.example", 5, "x.example"),
        ("x.example", 1, ""),
    ]


def test_dns_query() -> None:
    message = dns.parse(dns.emit_query(77, "a.example.org", dns.TYPE_A))
    assert (message.identifier, message.name, message.kind) == (77, "a.example.org", 1)


@pytest.mark.parametrize(
    "name",
    [
        b"\xc0\x0c",
        b"\x03ww",
        b"\x40aaaa",
        b"\x03w w\x00",
        b"\x03a.b\x00",
        b"\xc0",
        b"\x3f" + b"a" * 62,
        (b"\x3f" + b"a" * 63) * 4 + b"\0",
    ],
)
def test_dns_name_refused(name: bytes) -> None:
    with pytest.raises(Malformed):
        dns.parse(dns_answer(name))


@pytest.mark.parametrize("parse", [dhcp.parse, dns.parse])
def test_every_cut_is_refused_or_parsed(parse: object) -> None:
    assert callable(parse)
    whole = (
        dhcp.emit(dhcp.Message(2, 1, 2))
        if parse is dhcp.parse
        else dns_answer(b"\x01a\x00", bytes.fromhex("c00c 0001 0001 0000000a 0004 0a000001"))
    )
    for end in range(len(whole)):
        try:
            parse(whole[:end])
        except Malformed:
            pass


@quick
@given(st.binary(max_size=300))
def test_parsers_refuse_only_with_malformed(data: bytes) -> None:
    for parse in (
        lambda: arp.parse(data, 0),
        lambda: ipv4.parse(data, 0),
        lambda: ipv4.read_header(data, 0),
        lambda: tcp.parse(data, 0, len(data), 1, 2),
        lambda: udp.check(data, 0, len(data), 1, 2),
        lambda: icmp.check(data, 0, len(data)),
        lambda: dhcp.parse(data),
        lambda: dhcp.parse(bytes(236) + b"\x63\x82\x53\x63" + data),
        lambda: dns.parse(data),
        lambda: dns.parse(b"\0" * 4 + b"\0\1" + data),
    ):
        try:
            parse()
        except Malformed:
            pass
