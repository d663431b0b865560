"""The networks: blocks of addresses; and interfaces, addresses that know their network."""

from collections.abc import Iterator
from typing import Any

from sesha.guest.stdlib.ipaddress.address import (
    V4_PRIVATE,
    V4_PRIVATE_BUT,
    V4_SHARED,
    V6_PRIVATE,
    V6_PRIVATE_BUT,
    Address,
    Block,
    IPv4Address,
    IPv6Address,
    within,
)
from sesha.guest.stdlib.ipaddress.notation import (
    V4_BITS,
    V6_BITS,
    AddressValueError,
    NetmaskValueError,
    ones_of,
    read_prefix,
)


def parts_of(address: Any, bits: int) -> tuple[Any, Any]:
    """The address, and what says how long its prefix is, of what a network or an interface is given."""
    if isinstance(address, (int, bytes)):
        return address, bits
    if isinstance(address, tuple):
        return address[0], address[1] if len(address) > 1 else bits
    text, slash, mask = str(address).partition("/")
    if "/" in mask:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return text, mask if slash else bits


def prefix_of(mask: Any, bits: int) -> int:
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return mask
    return read_prefix(str(mask), bits)


class Network:
    """What both versions share."""

    version = 0
    max_prefixlen = 0

    def __init__(self, first: int, prefix: int) -> None:
        self._first = first
        self._prefixlen = prefix

    def _address(self, number: int) -> Any:
        raise NotImplementedError

    def _network(self, first: int, prefix: int) -> Any:
        raise NotImplementedError

    def _last(self) -> int:
        return self._first | self._host_bits()

    def _host_bits(self) -> int:
        return (1 << (self.max_prefixlen - self._prefixlen)) - 1

    @property
    def network_address(self) -> Any:
        return self._address(self._first)

    @property
    def broadcast_address(self) -> Any:
        return self._address(self._last())

    @property
    def prefixlen(self) -> int:
        return self._prefixlen

    @property
    def netmask(self) -> Any:
        return self._address(ones_of(self._prefixlen, self.max_prefixlen))

    @property
    def hostmask(self) -> Any:
        return self._address(self._host_bits())

    @property
    def num_addresses(self) -> int:
        return self._host_bits() + 1

    @property
    def with_prefixlen(self) -> str:
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self) -> str:
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self) -> str:
        return f"{self.network_address}/{self.hostmask}"

    @property
    def compressed(self) -> str:
        return str(self)

    @property
    def exploded(self) -> str:
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def __str__(self) -> str:
        return self.with_prefixlen

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __hash__(self) -> int:
        return hash((self._first, self._prefixlen))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Network):
            return NotImplemented
        return self.version == other.version and self._key() == other._key()

    def __lt__(self, other: object) -> bool:
        return self._key() < self._same(other)._key() if isinstance(other, Network) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._key() <= self._same(other)._key() if isinstance(other, Network) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._key() > self._same(other)._key() if isinstance(other, Network) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._key() >= self._same(other)._key() if isinstance(other, Network) else NotImplemented

    def _key(self) -> tuple[int, int]:
        return self._first, self._prefixlen

    def _same(self, other: "Network") -> "Network":
        """The other one, which has to be of the same version."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return other

    def __iter__(self) -> Iterator[Any]:
        for number in range(self._first, self._last() + 1):
            yield self._address(number)

    def __getitem__(self, index: int) -> Any:
        number = self._first + index if index >= 0 else self._last() + index + 1
        if not self._first <= number <= self._last():
            raise IndexError("address out of range")
        return self._address(number)

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Address) and other.version == self.version:
            return self._first <= int(other) <= self._last()
        return False

    def hosts(self) -> Any:
        """Addresses that hosts can have."""
        first, last = self._first, self._last()
        if self._prefixlen < self.max_prefixlen - 1:
            first += 1
            last -= self.version == 4
        elif self._prefixlen == self.max_prefixlen:
            return [self._address(first)]
        else:
            return [self._address(first), self._address(last)]
        return (self._address(number) for number in range(first, last + 1))

    def overlaps(self, other: "Network") -> bool:
        return self.version == other.version and self._first <= other._last() and other._first <= self._last()

    def subnet_of(self, other: "Network") -> bool:
        other = self._same(other)
        return other._first <= self._first and self._last() <= other._last()

    def supernet_of(self, other: "Network") -> bool:
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff: int = 1, new_prefix: int | None = None) -> Iterator[Any]:
        """The networks of a longer prefix that make this one."""
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        wanted = self._prefixlen + prefixlen_diff
        if wanted > self.max_prefixlen:
            raise ValueError(f"prefix length diff {wanted} is invalid for netblock {self}")
        for first in range(self._first, self._last() + 1, 1 << (self.max_prefixlen - wanted)):
            yield self._network(first, wanted)

    def supernet(self, prefixlen_diff: int = 1, new_prefix: int | None = None) -> Any:
        """The network of a shorter prefix that has this one in it."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        wanted = self._prefixlen - prefixlen_diff
        if wanted < 0:
            raise ValueError(
                f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}"
            )
        return self._network(self._first & ones_of(wanted, self.max_prefixlen), wanted)

    def address_exclude(self, other: "Network") -> Iterator[Any]:
        """The networks that are left of this one without the other."""
        other = self._same(other)
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        rest: Any = self
        while rest != other:
            low, high = rest.subnets()
            inside, outside = (low, high) if other.subnet_of(low) else (high, low)
            yield outside
            rest = inside

    def _lies_in(self, blocks: tuple[Block, ...]) -> bool:
        ends = self._first, self._last()
        bits = self.max_prefixlen
        return any(within(ends[0], block, bits) and within(ends[1], block, bits) for block in blocks)

    @property
    def is_private(self) -> bool:
        if self.version == 4:
            return self._lies_in(V4_PRIVATE) and not self._lies_in(V4_PRIVATE_BUT)
        return self._lies_in(V6_PRIVATE) and not self._lies_in(V6_PRIVATE_BUT)

    @property
    def is_global(self) -> bool:
        return not self.is_private and not (self.version == 4 and self._lies_in((V4_SHARED,)))

    @property
    def is_multicast(self) -> bool:
        return bool(self.network_address.is_multicast and self.broadcast_address.is_multicast)

    @property
    def is_loopback(self) -> bool:
        return bool(self.network_address.is_loopback and self.broadcast_address.is_loopback)

    @property
    def is_link_local(self) -> bool:
        return bool(self.network_address.is_link_local and self.broadcast_address.is_link_local)

    @property
    def is_unspecified(self) -> bool:
        return bool(self.network_address.is_unspecified and self.broadcast_address.is_unspecified)


def _begin(number: int, prefix: int, bits: int, strict: bool, given: object) -> int:
    first = number & ones_of(prefix, bits)
    if strict and first != number:
        raise ValueError(f"{given} has host bits set")
    return first


class IPv4Network(Network):
    version = 4
    max_prefixlen = V4_BITS

    def __init__(self, address: Any, strict: bool = True) -> None:
        base, mask = parts_of(address, V4_BITS)
        found = IPv4Address(base)
        prefix = prefix_of(mask, V4_BITS)
        super().__init__(_begin(int(found), prefix, V4_BITS, strict, f"{found}/{prefix}"), prefix)

    def _address(self, number: int) -> IPv4Address:
        return IPv4Address(number)

    def _network(self, first: int, prefix: int) -> "IPv4Network":
        return IPv4Network((first, prefix))


class IPv6Network(Network):
    version = 6
    max_prefixlen = V6_BITS

    def __init__(self, address: Any, strict: bool = True) -> None:
        base, mask = parts_of(address, V6_BITS)
        found = IPv6Address(base)
        prefix = prefix_of(mask, V6_BITS)
        super().__init__(_begin(int(found), prefix, V6_BITS, strict, f"{found}/{prefix}"), prefix)

    def _address(self, number: int) -> IPv6Address:
        return IPv6Address(number)

    def _network(self, first: int, prefix: int) -> "IPv6Network":
        return IPv6Network((first, prefix))


class IPv4Interface(IPv4Address):
    def __init__(self, address: Any) -> None:
        base, mask = parts_of(address, V4_BITS)
        super().__init__(base)
        self._prefixlen = prefix_of(mask, V4_BITS)
        self.network = IPv4Network((self._ip, self._prefixlen), False)

    @property
    def ip(self) -> IPv4Address:
        return IPv4Address(self._ip)

    @property
    def netmask(self) -> IPv4Address:
        mask: IPv4Address = self.network.netmask
        return mask

    @property
    def with_prefixlen(self) -> str:
        return str(self)

    @property
    def with_netmask(self) -> str:
        return f"{self.ip}/{self.netmask}"

    def __str__(self) -> str:
        return f"{self.ip}/{self._prefixlen}"

    def __hash__(self) -> int:
        return hash((self._ip, self._prefixlen))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, IPv4Interface):
            return self._ip == other._ip and self.network == other.network
        return False if isinstance(other, Address) else NotImplemented


class IPv6Interface(IPv6Address):
    def __init__(self, address: Any) -> None:
        base, mask = parts_of(address, V6_BITS)
        super().__init__(base)
        self._prefixlen = prefix_of(mask, V6_BITS)
        self.network = IPv6Network((self._ip, self._prefixlen), False)

    @property
    def ip(self) -> IPv6Address:
        return IPv6Address(self._ip)

    @property
    def netmask(self) -> IPv6Address:
        mask: IPv6Address = self.network.netmask
        return mask

    @property
    def with_prefixlen(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"{self.ip}/{self._prefixlen}"

    def __hash__(self) -> int:
        return hash((self._ip, self._prefixlen))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, IPv6Interface):
            return self._ip == other._ip and self.network == other.network
        return False if isinstance(other, Address) else NotImplemented
