"""System calls that no program needs, made from inside of one that serves: `argv[1]` names one.

Each must end the process; one that is let through prints `alive`.
"""

import asyncio
import sys

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import address, stack_words, syscall

LAYOUT_DATA = 24
PATH = b"/etc/hostname\0"
OTHER_DESCRIPTOR = 7
AF_INET6, AF_UNIX, RAW, STREAM = 10, 1, 0x80803, 0x80801

CALLS: dict[str, tuple[int, int, int, int]] = {
    "execve": (59, 0, 0, 0),
    "fork": (57, 0, 0, 0),
    "mmap": (9, 0, 4096, 7),
    "mprotect": (10, 0x400000, 4096, 7),
    "ptrace": (101, 0, 0, 0),
    "kill": (62, 1, 0, 0),
    "prctl": (157, 15, 0, 0),
    "read_elsewhere": (0, OTHER_DESCRIPTOR, 0, 0),
    "write_elsewhere": (1, OTHER_DESCRIPTOR, 0, 0),
    "write_input": (1, 0, 0, 0),
    "unix_socket": (41, AF_UNIX, STREAM, 0),
    "inet6_socket": (41, AF_INET6, STREAM, 0),
    "raw_socket": (41, 2, RAW, 1),
    "blocking_socket": (41, 2, 1, 0),
    "attach_filter": (54, OTHER_DESCRIPTOR, 1, 26),
    "mark_socket": (54, OTHER_DESCRIPTOR, 1, 36),
    "other_clock": (228, 4, 0, 0),
    "x32": (0x4000_0000, 0, 0, 0),
}
ALLOWED: dict[str, tuple[int, int, int, int]] = {
    "read": (0, 0, 0, 0),
    "write": (1, 1, 0, 0),
    "write_errors": (1, 2, 0, 0),
    "stream": (41, 2, STREAM, 0),
    "no_delay": (54, OTHER_DESCRIPTOR, 6, 1),
}


def open_file() -> None:
    syscall(2, address(PATH) + LAYOUT_DATA, 0, 0)


async def serve() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    server.close()


def main() -> None:
    name = sys.argv[1]
    asyncio.run(serve())
    print("before", flush=True)
    if name == "open":
        open_file()
    else:
        number, first, second, third = CALLS.get(name) or ALLOWED[name]
        syscall(i64(number), i64(first), i64(second), i64(third), stack_words(1), 4)
    print("alive", flush=True)


main()
