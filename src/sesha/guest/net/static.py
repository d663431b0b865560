"""Read a fixed configuration: `ADDRESS/PREFIX[,GATEWAY[,NAME SERVER...]]`, as `--net` takes it."""

from mypy_extensions import i64

from sesha.guest.net.wire.address import is_unicast_source, mask_of_prefix, parse_ipv4

ADDRESS_BITS = 32


class StaticAddress:
    """What would otherwise come by DHCP."""

    def __init__(self, address: i64, mask: i64, gateway: i64, dns_servers: list[int]) -> None:
        self.address = address
        self.mask = mask
        self.gateway = gateway
        self.dns_servers = dns_servers


def parse_static(text: str) -> StaticAddress | None:
    """The configuration that the text names, or None when it makes no sense."""
    parts = text.split(",")
    host, separator, length = parts[0].partition("/")
    address = parse_ipv4(host)
    if separator == "" or not length.isdigit() or int(length) > ADDRESS_BITS:
        return None
    if not is_unicast_source(address):
        return None
    others = [parse_ipv4(part) for part in parts[1:]]
    if -1 in others:
        return None
    gateway = others[0] if others else 0
    return StaticAddress(address, mask_of_prefix(int(length)), gateway, others[1:])
