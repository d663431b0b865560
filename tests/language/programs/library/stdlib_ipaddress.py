"""ipaddress: a routing table, subnets, what kinds of addresses there are, errors."""

import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    network: ipaddress.IPv4Network
    next_hop: ipaddress.IPv4Address | None
    metric: int = 1


class Table:
    def __init__(self) -> None:
        self._by_length: dict[int, dict[int, Route]] = {}

    def add(self, text: str, hop: str | None, metric: int = 1) -> None:
        network = ipaddress.ip_network(text)
        if not isinstance(network, ipaddress.IPv4Network):
            raise TypeError("IPv4 only")
        route = Route(network, ipaddress.IPv4Address(hop) if hop else None, metric)
        self._by_length.setdefault(network.prefixlen, {})[int(network.network_address)] = route

    def lookup(self, text: str) -> Route | None:
        address = ipaddress.IPv4Address(text)
        for length in sorted(self._by_length, reverse=True):
            mask = (0xFFFFFFFF << (32 - length)) & 0xFFFFFFFF
            if (route := self._by_length[length].get(int(address) & mask)) is not None:
                return route
        return None


table = Table()
table.add("0.0.0.0/0", "192.168.1.1", 100)
table.add("10.0.0.0/8", "10.255.255.1")
table.add("10.1.0.0/16", "10.1.255.1")
table.add("127.0.0.0/8", None, 0)
for query in ("8.8.8.8", "10.1.2.3", "10.2.3.4", "127.0.0.1"):
    print(query, table.lookup(query))
for bad in ("10.0.0.1/8", "300.1.1.1/8", "10.0.0.0/33", "x", "::/0"):
    try:
        table.add(bad, None)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
network = ipaddress.ip_network("192.168.4.0/22")
print(network.num_addresses, network.broadcast_address, network.netmask, list(network.subnets(new_prefix=24)))
print(network.is_private, network.supernet(), network[5], network[-1], ipaddress.ip_address("192.168.7.9") in network)
print(list(ipaddress.ip_network("10.0.0.0/30").hosts()), ipaddress.ip_address("::1").is_loopback)
face = ipaddress.ip_interface("10.1.1.7/24")
print(face.network, face.ip, face, ipaddress.ip_address("10.0.0.1") + 5, repr(face))
v6 = ipaddress.ip_address("2001:db8:0:0:8:800:200C:417A")
print(v6, v6.exploded, v6.version, int(v6), v6.packed, v6.reverse_pointer, ipaddress.IPv6Address("::ffff:1.2.3.4").ipv4_mapped)
for text in ("10.0.0.1", "8.8.8.8", "224.0.0.1", "169.254.3.4", "fe80::1", "ff02::1", "::"):
    a = ipaddress.ip_address(text)
    print(a, a.is_private, a.is_global, a.is_multicast, a.is_link_local, a.is_unspecified, f"{a!s:>12}")
print(sorted(map(ipaddress.ip_address, ["10.0.0.10", "10.0.0.9", "9.255.0.1"])), max(ipaddress.IPv4Address(n) for n in (3, 1)))
print(list(ipaddress.collapse_addresses(map(ipaddress.IPv4Network, ["10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/24", "10.0.9.1/32"]))))
print(list(ipaddress.summarize_address_range(ipaddress.IPv4Address("10.0.0.3"), ipaddress.IPv4Address("10.0.0.9"))))
print({ipaddress.ip_address("1.2.3.4"): "a"}[ipaddress.IPv4Address(0x01020304)], ipaddress.IPv4Address(b"\x7f\0\0\1"))
for wrong in ("1.2.3", "1.2.3.256", "01.2.3.4", "1:2", "::1::", "g::1"):
    for kind in (ipaddress.IPv4Address, ipaddress.IPv6Address, ipaddress.ip_address):
        try:
            print(kind(wrong))
        except ValueError as error:
            print(type(error).__name__, error)


def smaller(a, b):
    return a < b


for pair in (("1.1.1.1", "::1"), ("1.1.1.1", "1.1.1.2"), ("1.1.1.1", "1.0.0.0/8")):
    try:
        print(smaller(*(ipaddress.ip_network(t) if "/" in t else ipaddress.ip_address(t) for t in pair)))
    except TypeError as error:
        print(error)
