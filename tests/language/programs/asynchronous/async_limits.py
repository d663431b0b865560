"""Numbers at the border of the network and the clock: ports that are none, timers beyond all time."""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def refused(what: str, make: Callable[[], Awaitable[object]]) -> None:
    try:
        await make()
    except OverflowError as error:
        print(what, error)


def ignore(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def main() -> None:
    loop = asyncio.get_running_loop()
    protocol = asyncio.DatagramProtocol
    host = "127.0.0.1"
    for port in (65536, -1, 2**64 + 80):
        await refused("server", lambda: asyncio.start_server(ignore, host, port))
        await refused("connection", lambda: asyncio.open_connection(host, port))
        await refused("local", lambda: loop.create_datagram_endpoint(protocol, local_addr=(host, port)))
        await refused("remote", lambda: loop.create_datagram_endpoint(protocol, remote_addr=(host, port)))
    for delay in (1e10, 1e300, float("inf")):
        loop.call_later(delay, print, "never")
    await asyncio.sleep(0.01)
    for seconds in (1e10, float("inf")):
        try:
            time.sleep(seconds)
        except OverflowError:
            print("too long")
    print("done")


asyncio.run(main())
