"""The addresses: numbers with a version, and what the registries say of them."""

from typing import Any

from sesha.guest.stdlib.ipaddress.notation import (
    V4_BITS,
    V6_BITS,
    AddressValueError,
    groups_of,
    read_v4,
    read_v6,
    write_v4,
    write_v6,
)

Block = tuple[int, int]
"""The first address of a block and its prefix length."""

V4_PRIVATE: tuple[Block, ...] = (
    (0x00000000, 8),
    (0x0A000000, 8),
    (0x7F000000, 8),
    (0xA9FE0000, 16),
    (0xAC100000, 12),
    (0xC0000000, 24),
    (0xC00000AA, 31),
    (0xC0000200, 24),
    (0xC0A80000, 16),
    (0xC6120000, 15),
    (0xC6336400, 24),
    (0xCB007100, 24),
    (0xF0000000, 4),
)
V4_PRIVATE_BUT: tuple[Block, ...] = ((0xC0000009, 32), (0xC000000A, 32))
V4_SHARED: Block = (0x64400000, 10)
V6_PRIVATE: tuple[Block, ...] = (
    (1, 128),
    (0, 128),
    (0xFFFF << 32, 96),
    (0x0064FF9B0001 << 80, 48),
    (0x0100 << 112, 64),
    (0x2001 << 112, 23),
    (0x20010DB8 << 96, 32),
    (0x2002 << 112, 16),
    (0x3FFF << 112, 20),
    (0xFC << 120, 7),
    (0xFE80 << 112, 10),
)
V6_PRIVATE_BUT: tuple[Block, ...] = (
    (0x20010001 << 96 | 1, 128),
    (0x20010001 << 96 | 2, 128),
    (0x20010003 << 96, 32),
    (0x200100040112 << 80, 48),
    (0x20010020 << 96, 28),
    (0x20010030 << 96, 28),
)


def within(value: int, block: Block, bits: int) -> bool:
    return value >> (bits - block[1]) == block[0] >> (bits - block[1])


def in_any(value: int, blocks: tuple[Block, ...], bits: int) -> bool:
    return any(within(value, block, bits) for block in blocks)


class Address:
    """What both versions share: order, arithmetic, texts."""

    version = 0
    max_prefixlen = 0

    def __init__(self, number: int) -> None:
        self._ip = number

    def _made(self, number: int) -> Any:
        """Another address of the same version; raises AddressValueError."""
        raise NotImplementedError

    @property
    def packed(self) -> bytes:
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def compressed(self) -> str:
        return str(self)

    def __int__(self) -> int:
        return self._ip

    def __hash__(self) -> int:
        return hash((self.version, self._ip))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version

    def __lt__(self, other: object) -> bool:
        return self._order(other) < 0 if isinstance(other, Address) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._order(other) <= 0 if isinstance(other, Address) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._order(other) > 0 if isinstance(other, Address) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._order(other) >= 0 if isinstance(other, Address) else NotImplemented

    def _order(self, other: "Address") -> int:
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip - other._ip

    def __add__(self, other: object) -> Any:
        return self._made(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other: object) -> Any:
        return self._made(self._ip - other) if isinstance(other, int) else NotImplemented


class IPv4Address(Address):
    """Thirty-two bits."""

    version = 4
    max_prefixlen = V4_BITS

    def __init__(self, address: Any) -> None:
        super().__init__(_number(address, self.max_prefixlen))

    def _made(self, number: int) -> "IPv4Address":
        return IPv4Address(number)

    def __str__(self) -> str:
        return write_v4(self._ip)

    def __format__(self, fmt: str) -> str:
        return _formatted(self, fmt)

    @property
    def exploded(self) -> str:
        return str(self)

    @property
    def reverse_pointer(self) -> str:
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    @property
    def is_private(self) -> bool:
        return in_any(self._ip, V4_PRIVATE, V4_BITS) and not in_any(self._ip, V4_PRIVATE_BUT, V4_BITS)

    @property
    def is_global(self) -> bool:
        return not within(self._ip, V4_SHARED, V4_BITS) and not self.is_private

    @property
    def is_multicast(self) -> bool:
        return within(self._ip, (0xE0000000, 4), V4_BITS)

    @property
    def is_reserved(self) -> bool:
        return within(self._ip, (0xF0000000, 4), V4_BITS)

    @property
    def is_loopback(self) -> bool:
        return within(self._ip, (0x7F000000, 8), V4_BITS)

    @property
    def is_link_local(self) -> bool:
        return within(self._ip, (0xA9FE0000, 16), V4_BITS)

    @property
    def is_unspecified(self) -> bool:
        return self._ip == 0


class IPv6Address(Address):
    """A hundred and twenty-eight bits, and perhaps the zone that they hold in."""

    version = 6
    max_prefixlen = V6_BITS

    def __init__(self, address: Any) -> None:
        zone: str | None = None
        if isinstance(address, str) and "/" not in address:
            address, mark, name = address.partition("%")
            if mark:
                if not name or "%" in name:
                    given = f"{address}%{name}"
                    raise AddressValueError(f'Invalid IPv6 address: "{given!r}"')
                zone = name
        super().__init__(_number(address, self.max_prefixlen))
        self._scope_id = zone

    def _made(self, number: int) -> "IPv6Address":
        return IPv6Address(number)

    @property
    def scope_id(self) -> str | None:
        return self._scope_id

    def __str__(self) -> str:
        return write_v6(self._ip) + ("" if self._scope_id is None else f"%{self._scope_id}")

    def __format__(self, fmt: str) -> str:
        return _formatted(self, fmt)

    def __hash__(self) -> int:
        return hash((self._ip, self._scope_id))

    def __eq__(self, other: object) -> bool:
        same = super().__eq__(other)
        if same is True and isinstance(other, IPv6Address):
            return self._scope_id == other._scope_id
        return same

    @property
    def exploded(self) -> str:
        return ":".join(f"{group:04x}" for group in groups_of(self._ip))

    @property
    def reverse_pointer(self) -> str:
        return ".".join(reversed(self.exploded.replace(":", ""))) + ".ip6.arpa"

    @property
    def ipv4_mapped(self) -> IPv4Address | None:
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def is_private(self) -> bool:
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return in_any(self._ip, V6_PRIVATE, V6_BITS) and not in_any(self._ip, V6_PRIVATE_BUT, V6_BITS)

    @property
    def is_global(self) -> bool:
        mapped = self.ipv4_mapped
        return not self.is_private if mapped is None else mapped.is_global

    @property
    def is_multicast(self) -> bool:
        return self._ip >> 120 == 0xFF

    @property
    def is_loopback(self) -> bool:
        return self._ip == 1

    @property
    def is_link_local(self) -> bool:
        return within(self._ip, (0xFE80 << 112, 10), V6_BITS)

    @property
    def is_site_local(self) -> bool:
        return within(self._ip, (0xFEC0 << 112, 10), V6_BITS)

    @property
    def is_unspecified(self) -> bool:
        return self._ip == 0


def _number(address: Any, bits: int) -> int:
    """The number that an address is, or says."""
    version = 4 if bits == V4_BITS else 6
    if isinstance(address, int):
        if address < 0:
            raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{version} address")
        if address >> bits:
            raise AddressValueError(f"{address} (>= 2**{bits}) is not permitted as an IPv{version} address")
        return address
    if isinstance(address, bytes):
        if len(address) != bits // 8:
            size = f"(len {len(address)} != {bits // 8})"
            raise AddressValueError(f"{address!r} {size} is not permitted as an IPv{version} address")
        return int.from_bytes(address, "big")
    text = str(address)
    if "/" in text:
        raise AddressValueError(f"Unexpected '/' in {address!r}")
    return read_v4(text) if bits == V4_BITS else read_v6(text)


def _formatted(address: Address, fmt: str) -> str:
    """As a text, or as a number of full width: b, x, X and n, with # and _ before them."""
    if not fmt or fmt[-1] == "s":
        return format(str(address), fmt)
    kind = fmt[-1]
    if kind not in "bnxX" or fmt[:-1] not in ("", "#", "_", "#_"):
        raise TypeError(f"unsupported format string passed to {type(address).__name__}.__format__")
    if kind == "n":
        kind = "b" if address.version == 4 else "x"
    width = address.max_prefixlen if kind == "b" else address.max_prefixlen // 4
    if "_" in fmt:
        width += width // 4 - 1
    if "#" in fmt:
        width += 2
    return format(int(address), f"{'#' if '#' in fmt else ''}0{width}{'_' if '_' in fmt else ''}{kind}")
