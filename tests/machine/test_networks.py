"""Networks and ports that cannot be had are refused in one sentence, before anything is built or started."""

import errno
import fcntl
import os
import socket

import pytest

from sesha.machine import tap
from sesha.machine.job import EnvironmentProblem, Publication
from sesha.machine.networks import check_network, check_publishing, tap_address, tap_name
from sesha.machine.ports import check_ports
from sesha.machine.tap import check_tap

pytestmark = pytest.mark.fast

STATIC = "tap=tap0,10.0.0.2/24,10.0.0.1,10.0.0.53"


@pytest.mark.parametrize(
    ("machine", "network"),
    [
        ("process", None),
        ("process", "sockets"),
        ("process", "tap=tap0"),
        ("process", STATIC),
        ("pvh", None),
        ("pvh", "user"),
        ("pvh", STATIC),
    ],
)
def test_networks(machine: str, network: str | None) -> None:
    check_network(machine, network)


@pytest.mark.parametrize(
    ("machine", "network", "words"),
    [
        ("process", "user", "use sockets or tap=NAME"),
        ("pvh", "sockets", "use user or tap=NAME"),
        ("process", "tun0", "--net tun0 is not for"),
        ("pvh", "tap=", "name of a TAP device"),
        ("pvh", "tap=abcdefghijklmnop", "name of a TAP device"),
        ("process", "tap=tap0,10.0.0.2", "no prefix length"),
        ("process", "tap=tap0,10.0.0.2/33", "10.0.0.2/33"),
        ("process", "tap=tap0,10.0.0.2/24,gateway", "gateway"),
    ],
)
def test_wrong_networks(machine: str, network: str, words: str) -> None:
    with pytest.raises(EnvironmentProblem, match=words):
        check_network(machine, network)


def test_parts_of_a_network() -> None:
    assert (tap_name(STATIC), tap_address(STATIC)) == ("tap0", "10.0.0.2/24,10.0.0.1,10.0.0.53")
    assert (tap_name("tap=tap0"), tap_address("tap=tap0")) == ("tap0", "")


def test_publishing() -> None:
    check_publishing("process", "sockets", (Publication(80, 8000), Publication(81, 8001)))
    check_publishing("pvh", None, (Publication(80, 8000), Publication(81, 8000)))
    check_publishing("pvh", "tap=tap0", ())


@pytest.mark.parametrize(
    ("machine", "network", "publish", "words"),
    [
        ("pvh", "tap=tap0", (Publication(80, 80),), "address of its own"),
        ("pvh", None, (Publication(80, 80), Publication(80, 81)), "port 80 of the host is published twice"),
        (
            "process",
            None,
            (Publication(80, 88), Publication(81, 88)),
            "port 88 of the guest is published twice",
        ),
    ],
)
def test_wrong_publishing(
    machine: str, network: str | None, publish: tuple[Publication, ...], words: str
) -> None:
    with pytest.raises(EnvironmentProblem, match=words):
        check_publishing(machine, network, publish)


@pytest.mark.parametrize(
    ("machine", "kind"),
    [("process", socket.SOCK_STREAM), ("pvh", socket.SOCK_STREAM), ("pvh", socket.SOCK_DGRAM)],
)
def test_port_taken(machine: str, kind: socket.SocketKind) -> None:
    with socket.socket(socket.AF_INET, kind) as taken:
        taken.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentProblem, match=f"port {port} is taken; "):
            check_ports(machine, (Publication(port, 80),))
    check_ports(machine, (Publication(port, 80),))


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EPERM, "sudo ip tuntap add dev tap7"), (errno.EBUSY, "stop the machine that has it")],
)
def test_tap_refused(number: int, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "ioctl", refuse)
    monkeypatch.setattr(tap, "DEVICE", os.devnull)
    with pytest.raises(EnvironmentProblem, match=words):
        check_tap("tap7")


def test_no_tap_devices_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tap, "DEVICE", "/dev/net/there-is-no-such-device")
    with pytest.raises(EnvironmentProblem, match="load the module tun"):
        check_tap("tap7")
