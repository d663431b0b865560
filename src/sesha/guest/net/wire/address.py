"""Addresses as integers: IPv4 in 32 bits, Ethernet in 48; their text forms and classes.

Integers because they are cheap to compare, to hash and to keep.
"""

from mypy_extensions import i64

ANY = 0
BROADCAST = 0xFFFFFFFF
LOOPBACK = 0x7F000001
LINK_BROADCAST = 0xFFFFFFFFFFFF


def parse_ipv4(text: str) -> i64:
    """The address that dotted decimal text names, or -1: four numbers without leading zeros."""
    parts = text.split(".")
    if len(parts) != 4:
        return -1
    value: i64 = 0
    for part in parts:
        if not part.isascii() or not part.isdigit() or len(part) > 3 or (len(part) > 1 and part[0] == "0"):
            return -1
        number = int(part)
        if number > 255:
            return -1
        value = value << 8 | number
    return value


def format_ipv4(address: i64) -> str:
    return f"{address >> 24 & 255}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}"


def format_mac(address: i64) -> str:
    return ":".join([f"{address >> shift & 255:02x}" for shift in (40, 32, 24, 16, 8, 0)])


def mask_of_prefix(length: i64) -> i64:
    """The netmask of a prefix length, 0 to 32."""
    return (0xFFFFFFFF << (32 - length)) & 0xFFFFFFFF


def is_mask(mask: i64) -> bool:
    """Whether the mask is ones followed by zeros."""
    inverted = mask ^ 0xFFFFFFFF
    return inverted & (inverted + 1) == 0


def is_multicast(address: i64) -> bool:
    return address >> 28 == 14


def is_loopback(address: i64) -> bool:
    return address >> 24 == 127


def is_unicast_source(address: i64) -> bool:
    """Whether a packet may come from the address: not multicast, reserved, broadcast or 0/8."""
    return 0 < address >> 24 < 224


def is_link_group(mac: i64) -> bool:
    """Whether the Ethernet address is a multicast or the broadcast address."""
    return mac >> 40 & 1 == 1


def link_multicast(address: i64) -> i64:
    """The Ethernet address of an IPv4 multicast group (RFC 1112)."""
    return 0x01005E000000 | address & 0x7FFFFF
