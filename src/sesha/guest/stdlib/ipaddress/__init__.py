"""Addresses and networks of IPv4 and IPv6, as the module `ipaddress` of images.

`notation.py` reads and writes numbers as addresses, `address.py` and `network.py` have the classes,
`ranges.py` what is asked of several.
"""

from typing import Any

from sesha.guest.stdlib.ipaddress.address import IPv4Address, IPv6Address
from sesha.guest.stdlib.ipaddress.network import IPv4Interface, IPv4Network, IPv6Interface, IPv6Network
from sesha.guest.stdlib.ipaddress.notation import AddressValueError, NetmaskValueError
from sesha.guest.stdlib.ipaddress.ranges import collapse_addresses, summarize_address_range

__all__ = [
    "AddressValueError",
    "IPv4Address",
    "IPv4Interface",
    "IPv4Network",
    "IPv6Address",
    "IPv6Interface",
    "IPv6Network",
    "NetmaskValueError",
    "collapse_addresses",
    "ip_address",
    "ip_interface",
    "ip_network",
    "summarize_address_range",
    "v4_int_to_packed",
    "v6_int_to_packed",
]

IPV4LENGTH = 32
IPV6LENGTH = 128


def ip_address(address: Any) -> Any:
    """An address of either version."""
    try:
        return IPv4Address(address)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Address(address)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address: Any, strict: bool = True) -> Any:
    """A network of either version."""
    try:
        return IPv4Network(address, strict)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Network(address, strict)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address: Any) -> Any:
    """An address with its network, of either version."""
    try:
        return IPv4Interface(address)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Interface(address)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address: int) -> bytes:
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address: int) -> bytes:
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None
