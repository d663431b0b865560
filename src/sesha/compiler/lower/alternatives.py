"""Say what to use in place of what images do not have: the help of the error."""

ONE_THREAD = "images have one thread: use asyncio's tasks, queues and locks"
ONE_PROGRAM = "a machine runs one program"
NO_FILES = "images have no files but the embedded ones, which open() reads (docs/how-to-configure.md)"
OWN_CLIENT = "speak HTTP over asyncio.open_connection"
OWN_SERVER = "write an ASGI application, or use asyncio.start_server"
ASYNC_SOCKETS = "use asyncio's streams and datagram endpoints"
NO_EXTENSIONS = "there are no compiled extensions in images"
ELSEWHERE = "see docs/differences.md for what images have"

INSTEAD = {
    "_thread": ONE_THREAD,
    "aiohttp": OWN_CLIENT,
    "asyncio.create_subprocess_exec": ONE_PROGRAM,
    "asyncio.create_subprocess_shell": ONE_PROGRAM,
    "asyncio.start_unix_server": "listen on TCP with asyncio.start_server",
    "asyncio.open_unix_connection": "use asyncio.open_connection",
    "asyncio.to_thread": "images have one thread: await the work, or split it with asyncio.sleep(0)",
    "concurrent.futures": ONE_THREAD,
    "fastapi": OWN_SERVER,
    "flask": OWN_SERVER,
    "glob": NO_FILES,
    "http.client": OWN_CLIENT,
    "http.server": OWN_SERVER,
    "httpx": OWN_CLIENT,
    "importlib": "name modules in import statements",
    "logging.config": "set up loggers by logging.basicConfig, or with handlers and formatters",
    "logging.handlers": "logging.StreamHandler writes to the console; derive from logging.Handler",
    "multiprocessing": ONE_PROGRAM,
    "numpy": NO_EXTENSIONS,
    "os.listdir": NO_FILES,
    "os.mkdir": NO_FILES,
    "os.remove": NO_FILES,
    "os.system": ONE_PROGRAM,
    "pandas": NO_EXTENSIONS,
    "pathlib": NO_FILES,
    "queue": "use asyncio.Queue, or collections.deque",
    "requests": OWN_CLIENT,
    "select": ASYNC_SOCKETS,
    "selectors": ASYNC_SOCKETS,
    "shutil": NO_FILES,
    "signal.signal": "use loop.add_signal_handler",
    "socket.create_connection": ASYNC_SOCKETS,
    "socket.create_server": ASYNC_SOCKETS,
    "socket.socket": ASYNC_SOCKETS,
    "socketserver": "use asyncio.start_server",
    "sqlite3": "keep the data in memory, or in a database of another machine",
    "ssl": "put what speaks TLS in front of the machine",
    "subprocess": ONE_PROGRAM,
    "tempfile": NO_FILES,
    "threading": ONE_THREAD,
    "urllib.request": OWN_CLIENT,
    "zlib": "only the checksums of zlib are there",
    "uvloop": "images have a loop of their own",
}
"""Module, or name of one, by its full name -> what to do."""


def instead_of(name: str) -> str:
    """The help for a name: its own, or that of what it is in."""
    while name:
        if name in INSTEAD:
            return INSTEAD[name]
        name = name.rpartition(".")[0]
    return ELSEWHERE
