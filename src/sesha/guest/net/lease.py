"""What DHCP told about the network."""

from mypy_extensions import i64


class Lease:
    """An address and what came with it; times are lengths in nanoseconds."""

    def __init__(self, address: i64, mask: i64, server: i64) -> None:
        self.address = address
        self.mask = mask
        self.server = server
        self.gateway: i64 = 0
        self.dns_servers: list[int] = []
        self.domain = ""
        self.mtu: i64 = 0
        """0 when the server said nothing."""
        self.duration: i64 = 0
        self.renewal: i64 = 0
        self.rebinding: i64 = 0
