"""Our addresses and networks say what CPython's say."""

import ipaddress
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from sesha.guest.stdlib import ipaddress as ours

pytestmark = pytest.mark.fast

ADDRESSES = (
    "0.0.0.0", "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.31.255.255", "172.32.0.0", "8.8.8.8", "224.0.0.1",
    "169.254.1.1", "100.64.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "::", "::1", "fe80::1",
    "2001:db8::", "1:2:3:4:5:6:7:8", "1::8", "::ffff:1.2.3.4", "fc00::1", "ff02::1",
    "2001:4860:4860::8888", "1:0:0:4:0:0:0:8", "0:0:1::", "fec0::1",
)  # fmt: skip
WRONG = (
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.a", "1..2.3", "1.2.3.4444", "1.2.3.4/8", ":",
    ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", ":1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:", "::1%", "::1.2.3", "1:2:3:4:5:6:7:8:9:a", b"123", b"12345", -1, 1 << 128, 1 << 32,
    b"1234", b"1" * 16, 0,
)  # fmt: skip
NETWORKS = (
    "10.0.0.0/8", "192.168.4.0/22", "0.0.0.0/0", "1.2.3.4", "1.2.3.4/32", "1.2.3.4/31", "10.0.0.0/255.0.0.0",
    "10.0.0.0/0.255.255.255", "2001:db8::/32", "::/0", "::1/128", "fe80::/10",
)  # fmt: skip
WRONG_NETWORKS = (
    "10.0.0.1/8",
    "10.0.0.0/33",
    "10.0.0.0/x",
    "10.0.0.0/8/8",
    "::1/64",
    "::/129",
    "10.0.0.0/255.0.255.0",
    "",
)
QUESTIONS = ("is_private", "is_global", "is_multicast", "is_loopback", "is_link_local", "is_unspecified")

OF_VERSION = {4: ("is_reserved",), 6: ("ipv4_mapped", "scope_id", "is_site_local")}


def outcome(function: Callable[[], Any]) -> str:
    try:
        return str(function())
    except ValueError as error:
        return f"{type(error).__name__} {error}"
    except TypeError as error:
        return f"TypeError {error}"


def formatted(address: Any, spec: str) -> str:
    return outcome(lambda: format(address, spec))


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses(text: str) -> None:
    mine, theirs = ours.ip_address(text), ipaddress.ip_address(text)
    assert repr(mine) == repr(theirs)
    asked = ("exploded", "compressed", "packed", "version", "max_prefixlen", *QUESTIONS)
    for name in (
        *asked,
        *(("ipv4_mapped", "scope_id", "is_site_local") if mine.version == 6 else ("is_reserved",)),
    ):
        assert str(getattr(mine, name)) == str(getattr(theirs, name)), name
    assert int(mine) == int(theirs)
    assert mine.exploded == theirs.exploded
    assert mine.reverse_pointer == theirs.reverse_pointer
    for spec in ("", "s", ">50s", "x", ">50", "#X", "_b", "#_x", "n"):
        assert formatted(mine, spec) == formatted(theirs, spec), spec
    assert outcome(lambda: mine + 1) == outcome(lambda: theirs + 1)
    assert outcome(lambda: mine - 1) == outcome(lambda: theirs - 1)


@pytest.mark.parametrize("module", [ours, ipaddress])
def test_zones(module: Any) -> None:
    zoned = module.ip_address("fe80::1%eth0")
    assert (str(zoned), zoned.scope_id, repr(zoned)) == (
        "fe80::1%eth0",
        "eth0",
        "IPv6Address('fe80::1%eth0')",
    )
    assert zoned != module.ip_address("fe80::1") and zoned == module.ip_address("fe80::1%eth0")


@pytest.mark.parametrize("value", WRONG)
def test_wrong_addresses(value: Any) -> None:
    for name in ("ip_address", "IPv4Address", "IPv6Address", "ip_interface"):
        assert outcome(lambda n=name: getattr(ours, n)(value)) == outcome(  # type: ignore[misc]
            lambda n=name: getattr(ipaddress, n)(value)  # type: ignore[misc]
        ), name


@pytest.mark.parametrize("text", NETWORKS)
def test_networks(text: str) -> None:
    mine, theirs = ours.ip_network(text), ipaddress.ip_network(text)
    assert repr(mine) == repr(theirs)
    for name in (
        "network_address", "broadcast_address", "netmask", "hostmask", "prefixlen", "num_addresses",
        "with_netmask", "with_hostmask", "with_prefixlen", "exploded", "is_private", "is_loopback",
    ):  # fmt: skip
        assert str(getattr(mine, name)) == str(getattr(theirs, name)), name
    assert str(mine[0]) == str(theirs[0]) and str(mine[-1]) == str(theirs[-1])
    if mine.num_addresses <= 1024:
        assert list(map(str, mine.hosts())) == list(map(str, theirs.hosts()))
        assert list(map(str, mine)) == list(map(str, theirs))
    for arguments in ((), (2,), (1, 25), (1, 4), (40,)):
        for method in ("subnets", "supernet"):
            assert first_of(mine, method, arguments) == first_of(theirs, method, arguments)


def first_of(network: Any, method: str, arguments: tuple[int, ...]) -> str:
    def found() -> Any:
        answer = getattr(network, method)(*arguments)
        return next(answer) if hasattr(answer, "__next__") else answer

    return outcome(found)


@pytest.mark.parametrize("text", WRONG_NETWORKS)
def test_wrong_networks(text: str) -> None:
    for name in ("ip_network", "IPv4Network", "IPv6Network"):
        assert outcome(lambda n=name: getattr(ours, n)(text)) == outcome(  # type: ignore[misc]
            lambda n=name: getattr(ipaddress, n)(text)  # type: ignore[misc]
        ), name


@given(st.integers(0, (1 << 128) - 1))
def test_notation_of_v6(number: int) -> None:
    text = str(ours.IPv6Address(number))
    assert text == str(ipaddress.IPv6Address(number))
    assert int(ours.IPv6Address(text)) == number


def test_relations() -> None:
    for module in (ours, ipaddress):
        wide, part, other = (module.ip_network(t) for t in ("10.0.0.0/8", "10.1.0.0/16", "11.0.0.0/8"))
        assert part.subnet_of(wide) and wide.supernet_of(part) and not wide.overlaps(other)
        assert module.ip_address("10.3.4.5") in wide and module.ip_address("::1") not in wide
        assert sorted([other, part, wide]) == [wide, part, other]
        assert wide != module.ip_network("::/8") and wide == module.ip_network("10.0.0.0/8")
        assert (
            len({module.ip_address("1.1.1.1"), module.ip_address("1.1.1.1"), module.ip_address("::1")}) == 2
        )
        with pytest.raises(TypeError, match="are not of the same version"):
            assert module.ip_address("1.1.1.1") < module.ip_address("::1")
        assert [
            str(n) for n in module.ip_network("10.0.0.0/29").address_exclude(module.ip_network("10.0.0.2/31"))
        ] == [
            "10.0.0.4/30",
            "10.0.0.0/31",
        ]
        face = module.ip_interface("10.1.1.7/24")
        assert (str(face), str(face.network), str(face.ip), str(face.netmask)) == (
            "10.1.1.7/24", "10.1.1.0/24", "10.1.1.7", "255.255.255.0")  # fmt: skip
        assert module.IPv4Network(("10.0.0.0", 8)) == wide == module.IPv4Network((10 << 24, "255.0.0.0"))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(24, 32)), max_size=8))
def test_collapse(blocks: list[tuple[int, int]]) -> None:
    texts = [f"10.0.{number >> 8}.{number & 255}/{prefix}" for number, prefix in blocks]
    mine = ours.collapse_addresses([ours.ip_network(t, strict=False) for t in texts])
    theirs = ipaddress.collapse_addresses([ipaddress.ip_network(t, strict=False) for t in texts])
    assert list(map(str, mine)) == list(map(str, theirs))


def summary(module: Any, first: int, last: int) -> list[str]:
    networks = module.summarize_address_range(module.IPv4Address(first), module.IPv4Address(last))
    return list(map(str, networks))


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_summarize(first: int, last: int) -> None:
    expected = outcome(lambda: summary(ipaddress, first, last))
    assert outcome(lambda: summary(ours, first, last)) == expected
