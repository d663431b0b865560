import asyncio
import os
import signal
import socket


async def main() -> None:
    await asyncio.to_thread(print, 1)  # error: images have one thread: await the work


def files() -> None:
    print(os.listdir("."))  # error: images have no files but the embedded ones


def signals() -> None:
    signal.signal(signal.SIGTERM, lambda *_: None)  # error: use loop.add_signal_handler


def sockets() -> None:
    print(socket.socket())  # error: use asyncio's streams and datagram endpoints


asyncio.run(main())
files()
signals()
sockets()
