"""What DHCP told about the network."""


class Lease:
    """An address and what came with it; times are lengths in nanoseconds."""

    def __init__(self, address: int, mask: int, server: int) -> None:
        self.address = address
        self.mask = mask
        self.server = server
        self.gateway = 0
        self.dns_servers: list[int] = []
        self.domain = ""
        self.mtu = 0
        """0 when the server said nothing."""
        self.duration = 0
        self.renewal = 0
        self.rebinding = 0
