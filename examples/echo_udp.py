"""Send back every datagram that comes. Usage: echo_udp.py [PORT]

Try it: `nc -u localhost 7000`.
"""

import asyncio
import sys

DEFAULT_PORT = 7000


class Echo(asyncio.DatagramProtocol):
    """Answers each datagram with itself."""

    def __init__(self) -> None:
        self.transport: asyncio.DatagramTransport | None = None
        self.count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.DatagramTransport)
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.count += 1
        print(f"{addr[0]}:{addr[1]} sent {len(data)} bytes, datagram {self.count}", flush=True)
        if self.transport is not None:
            self.transport.sendto(data, addr)


async def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PORT
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Echo, local_addr=("0.0.0.0", port))
    print(f"echo on port {transport.get_extra_info('sockname')[1]}", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        transport.close()


asyncio.run(main())
