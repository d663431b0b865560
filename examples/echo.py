"""Send back every line that comes, over TCP. Usage: echo.py [PORT]

Try it: `nc localhost 7000`. A line `quit` ends the connection.
"""

import asyncio
import sys

DEFAULT_PORT = 7000


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    host, port = writer.get_extra_info("peername")
    print(f"{host}:{port} connected")
    lines = 0
    async for line in reader:
        if line.strip() == b"quit":
            break
        lines += 1
        writer.write(line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    print(f"{host}:{port} left after {lines} lines")


async def main() -> None:
    port = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PORT
    server = await asyncio.start_server(serve, "0.0.0.0", port)
    print(f"echo on port {server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(main())
