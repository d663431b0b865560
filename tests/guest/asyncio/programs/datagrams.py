"""Datagram endpoints, both sides in one program."""

import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        print("server got", data)
        self.transport.sendto(b"re: " + data, addr)  # type: ignore[attr-defined]

    def connection_lost(self, exc: Exception | None) -> None:
        print("server closed", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done: "asyncio.Future[bytes]") -> None:
        self.done = done

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.done.set_result(data)


async def main() -> None:
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    done: asyncio.Future[bytes] = loop.create_future()
    client, protocol = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=address)
    client.sendto(b"hello")
    print(await done, type(protocol).__name__)
    await failing()
    client.close()
    server.close()
    await asyncio.sleep(0.01)
    print(server.is_closing())
    lost: asyncio.Future[Exception] = loop.create_future()
    sender, losing = await loop.create_datagram_endpoint(lambda: Lost(lost), remote_addr=address)
    sender.sendto(b"nobody")
    error = await lost
    print(type(losing).__name__, type(error).__name__, error, sender.get_extra_info("peername") == address)
    try:
        sender.sendto(b"elsewhere", ("127.0.0.1", 9))
    except ValueError as problem:
        print(str(problem).replace(str(address), "ADDRESS"))
    sender.close()


class Fussy(asyncio.DatagramProtocol):
    """Cannot take every datagram."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.numbers.append(int(data))


async def failing() -> None:
    """An exception of the protocol is reported, and the next datagram is taken."""
    loop = asyncio.get_running_loop()
    reported: list[str] = []
    loop.set_exception_handler(lambda _, context: reported.append(repr(context.get("exception"))))
    receiver, fussy = await loop.create_datagram_endpoint(Fussy, local_addr=("127.0.0.1", 0))
    sender, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=receiver.get_extra_info("sockname")
    )
    for text in (b"1", b"two", b"3", b"4"):
        sender.sendto(text)
    await asyncio.sleep(0.05)
    print(fussy.numbers, reported, receiver.is_closing())
    receiver.close()
    sender.close()
    loop.set_exception_handler(None)


class Lost(asyncio.DatagramProtocol):
    """Waits for the news that nobody listens."""

    def __init__(self, lost: "asyncio.Future[Exception]") -> None:
        self.lost = lost

    def error_received(self, exc: Exception) -> None:
        if not self.lost.done():
            self.lost.set_result(exc)


asyncio.run(main())
