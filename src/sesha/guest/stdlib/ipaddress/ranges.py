"""Say with as few networks as possible what several addresses and networks cover."""

from collections.abc import Iterable, Iterator
from typing import Any

from sesha.guest.stdlib.ipaddress.address import Address
from sesha.guest.stdlib.ipaddress.network import IPv4Network, IPv6Network, Network


def summarize_address_range(first: Any, last: Any) -> Iterator[Any]:
    """The networks that hold exactly the addresses from one to another."""
    if not isinstance(first, Address) or not isinstance(last, Address):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    start, end, bits = int(first), int(last), first.max_prefixlen
    while start <= end:
        size = min(_low_zeros(start, bits), (end - start + 1).bit_length() - 1)
        yield _network(first.version, start, bits - size)
        start += 1 << size


def _low_zeros(number: int, bits: int) -> int:
    return bits if number == 0 else (number & -number).bit_length() - 1


def _network(version: int, first: int, prefix: int) -> Network:
    return IPv4Network((first, prefix)) if version == 4 else IPv6Network((first, prefix))


def collapse_addresses(addresses: Iterable[Any]) -> Iterator[Any]:
    """The fewest networks that hold all addresses and networks given, and no other address."""
    spans: list[tuple[int, int]] = []
    version, bits = 0, 0
    for item in addresses:
        if version and item.version != version:
            raise TypeError("addresses are not of the same version")
        version, bits = item.version, item.max_prefixlen
        if isinstance(item, Network):
            spans.append((int(item.network_address), int(item.broadcast_address)))
        else:
            spans.append((int(item), int(item)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    for start, end in merged:
        while start <= end:
            size = min(_low_zeros(start, bits), (end - start + 1).bit_length() - 1)
            yield _network(version, start, bits - size)
            start += 1 << size
