"""Know which networks each machine can have: refuse what does not fit before anything is built.

sockets                     the host's own, for a process
user                        QEMU's little network, for virtual machines
tap=NAME[,ADDRESS/PREFIX[,GATEWAY[,NAME SERVER...]]]    a TAP device; by DHCP without an address
"""

import ipaddress

from sesha.machine.job import EnvironmentProblem, Publication

TAP = "tap="
NAME_MOST = 15
KINDS = {"process": ("sockets", TAP), "pvh": ("user", TAP)}
"""What images are built for -> the networks that machines of that kind can have."""
NAMES = {"process": "a process", "pvh": "virtual machines"}


def check_network(machine: str, network: str | None) -> None:
    """Raise EnvironmentProblem if the machine cannot have the network, or nobody can."""
    if network is None or (network != TAP and network in KINDS[machine]):
        return
    fitting = " or ".join("tap=NAME" if kind == TAP else kind for kind in KINDS[machine])
    if not network.startswith(TAP):
        raise EnvironmentProblem(f"--net {network} is not for {NAMES[machine]}", f"use {fitting}")
    name = tap_name(network)
    if not 0 < len(name.encode()) <= NAME_MOST:
        raise EnvironmentProblem(f"{name!r} cannot be the name of a TAP device", "give --net tap=NAME")
    if static := tap_address(network):
        _check_static(static)


def check_publishing(machine: str, network: str | None, publish: tuple[Publication, ...]) -> None:
    """Raise EnvironmentProblem for ports that cannot be published."""
    if publish and network is not None and network.startswith(TAP):
        raise EnvironmentProblem(
            "a machine on a TAP device has an address of its own and publishes no ports",
            "leave --publish out, or --net",
        )
    for side in ("host", "guest") if machine == "process" else ("host",):
        seen: set[int] = set()
        for port in (getattr(publication, side) for publication in publish):
            if port in seen:
                raise EnvironmentProblem(f"port {port} of the {side} is published twice", "leave one out")
            seen.add(port)


def tap_name(network: str) -> str:
    """The name of the device."""
    return network.removeprefix(TAP).partition(",")[0]


def tap_address(network: str) -> str:
    """The fixed configuration, empty for DHCP."""
    return network.partition(",")[2]


def _check_static(text: str) -> None:
    address, *others = text.split(",")
    try:
        ipaddress.IPv4Interface(address)
        for other in others:
            ipaddress.IPv4Address(other)
        if not address.partition("/")[2].isdecimal():
            raise ValueError("no prefix length")
    except ValueError as error:
        raise EnvironmentProblem(
            f"--net {text!r} is no fixed address ({error})",
            "write tap=NAME,ADDRESS/PREFIX,GATEWAY,NAME SERVER",
        ) from error
