"""Streams over TCP: a server and clients in one program."""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    async for line in reader:
        if line == b"quit\n":
            break
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def lines(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(writer.get_extra_info("peername")[1] == port, writer.is_closing(), writer.can_write_eof())
    writer.writelines([b"one\n", b"two\n"])
    print(await reader.readline(), await reader.readuntil(b"o"), await reader.readexactly(5))
    writer.write(b"x\n")
    try:
        await reader.readexactly(10)
    finally:
        writer.close()


async def exact(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"a" * 300000 + b"\n")
    writer.write(b"quit\n")
    data = await reader.read()
    print(len(data), data[:6], reader.at_eof(), await reader.read(5))
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    writer.close()
    await writer.wait_closed()


async def half(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"last\nunfinished")
    writer.write_eof()
    print(await reader.read(), reader.at_eof())
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1 << 20)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving())
    async with server:
        try:
            await asyncio.wait_for(lines(port), 0.3)
        except TimeoutError:
            print("line client timed out")
        await exact(port)
        await half(port)
    print(server.is_serving(), len(server.sockets))
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))


asyncio.run(main())
