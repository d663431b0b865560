"""The event loop that programs get: tasks, servers, connections, datagrams."""

from collections.abc import Callable, Coroutine, Generator
from typing import Any, NoReturn, TypeVar

from mypy_extensions import i64

from sesha.guest.loop.network_source import NetworkSource
from sesha.guest.loop.source import Source
from sesha.guest.machine.this import network, signals
from sesha.guest.net import ports
from sesha.guest.net.errors import error_of
from sesha.guest.stdlib.asyncio.datagram import SocketDatagramTransport
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Handle, Watcher
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.resolver import resolve
from sesha.guest.stdlib.asyncio.server import Server as Server
from sesha.guest.stdlib.asyncio.socket_transport import SocketTransport
from sesha.guest.stdlib.asyncio.task import Task, ensure_future
from sesha.guest.stdlib.contextvars import Context

T = TypeVar("T")

ANY_ADDRESS = "0.0.0.0"
UNRETRIEVED_MAXIMUM = 1000
"""Failed futures that are kept until somebody asks for their exception."""
NO_THREADS = "images have one thread: await the work, or split it with asyncio.sleep(0)"


class BaseEventLoop(AbstractEventLoop):
    """The loop of `asyncio.run`."""

    def __init__(self) -> None:
        super().__init__()
        self._failed: list[Future[Any]] = []
        self._signal_handlers: dict[int, Handle] = {}
        self._urgent_handler: Handle | None = None
        self._task_factory = TaskFactory()

    # --- futures and tasks ------------------------------------------------------------------
    def create_future(self) -> Future[Any]:
        return Future(loop=self)

    def create_task(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        name: str | None = None,
        context: Context | None = None,
    ) -> Task[T]:
        self._check_closed()
        task: Task[T] = self._task_factory.make(self, coro, name, context)
        return task

    def set_task_factory(self, factory: Callable[..., Any] | None) -> None:
        if factory is None:
            self._task_factory = TaskFactory()
            return
        if not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = CalledFactory(factory)

    def get_task_factory(self) -> Callable[..., Any] | None:
        return self._task_factory.called()

    def run_until_complete(self, future: Any) -> Any:
        self._check_closed()
        self._check_running()
        waited = ensure_future(future, loop=self)
        waited.add_done_callback(self._stop_after)
        try:
            self.run_forever()
        except BaseException:
            if waited is not future and waited.done() and not waited.cancelled():
                waited.exception()  # it is being raised: do not report it again
            raise
        finally:
            waited.remove_done_callback(self._stop_after)
        if not waited.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return waited.result()

    def _stop_after(self, future: Future[Any]) -> None:
        if not future.cancelled():
            error = future._exception
            if isinstance(error, (SystemExit, KeyboardInterrupt)):
                return  # run_forever ends with it already
        self.stop()

    def _note_failed(self, future: Any) -> None:
        """Remember a failed future that nobody waits for yet."""
        self._failed.append(future)
        if len(self._failed) > UNRETRIEVED_MAXIMUM:
            self._failed = [each for each in self._failed if each._log_traceback]
            if len(self._failed) > UNRETRIEVED_MAXIMUM // 2:
                self.report_unretrieved()

    def report_unretrieved(self) -> None:
        """Report the failures that nobody asked about. CPython does so when the future is collected."""
        failed = self._failed
        self._failed = []
        for future in failed:
            if future._log_traceback:
                future._log_traceback = False
                kind = "Task" if isinstance(future, Task) else "Future"
                context = {
                    "message": f"{kind} exception was never retrieved",
                    "exception": future._exception,
                    "future": future,
                }
                self.call_exception_handler(context)

    async def shutdown_asyncgens(self) -> None:
        """Nothing: asynchronous generators are closed by their users or by the collector."""

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Nothing: there is no executor."""

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> NoReturn:
        raise RuntimeError(f"run_in_executor is not supported: {NO_THREADS}")

    # --- signals ----------------------------------------------------------------------------
    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: Any) -> None:
        """Call the callback when the signal comes; machines without signals never do."""
        self._check_closed()
        self._watch_signal(int(sig), Handle(callback, args, self), False)

    def remove_signal_handler(self, sig: int) -> bool:
        """The signal does again what it does by itself; whether it had a handler."""
        if self._signal_handlers.pop(int(sig), None) is None:
            return False
        signals.release(int(sig))
        return True

    def _watch_signal(self, number: int, handler: Handle, urgent: bool) -> None:
        """An urgent handler runs before all that is ready; a second signal that comes before that ends
        the program."""
        self._signal_handlers[number] = handler
        if urgent:
            self._urgent_handler = handler
        signals.watch(number, urgent)
        self._source.heed_signals()

    def _on_signals(self) -> None:
        number = signals.take()
        while number > 0:
            handler = self._signal_handlers.get(number)
            if handler is not None and handler is self._urgent_handler:
                handler._run()
            elif handler is not None:
                self._ready.append(handler)
            number = signals.take()

    def close(self) -> None:
        if not self._running:
            for number in list(self._signal_handlers):
                self.remove_signal_handler(number)
        super().close()

    # --- network ----------------------------------------------------------------------------
    def _use_network(self) -> None:
        self._check_closed()
        if type(self._source) is Source:
            self._source = NetworkSource()

    async def create_server(
        self,
        protocol_factory: Callable[[], Any],
        host: Any = None,
        port: int | None = None,
        *,
        backlog: int = 100,
        reuse_address: bool | None = None,
        reuse_port: bool | None = None,
        start_serving: bool = True,
    ) -> Server:
        self._use_network()
        handles: list[int] = []
        for address in await self._server_addresses(host):
            local = 0 if port is None else ports.checked(port, "bind")
            handles.append(self._listen(address, local, backlog, bool(reuse_port)))
        server = Server(self, handles, protocol_factory, backlog)
        if start_serving:
            server._start_serving()
        return server

    def _listen(self, address: str, port: i64, backlog: int, reuse_port: bool) -> i64:
        try:
            return network.listen(address, port, backlog, reuse_port)
        except OSError as error:
            text = str(error.strerror).lower()
            raise OSError(
                error.errno, f"error while attempting to bind on address ({address!r}, {port}): {text}"
            ) from None

    async def _server_addresses(self, host: Any) -> list[str]:
        """The addresses to listen on. IPv4 only: `::` means every address, as without a host."""
        if host is None or host == "" or host == "::":
            return [ANY_ADDRESS]
        if isinstance(host, str):
            return await resolve(self, host)
        addresses: list[str] = []
        for each in host:
            for address in await self._server_addresses(each):
                if address not in addresses:
                    addresses.append(address)
        return addresses

    async def create_connection(
        self,
        protocol_factory: Callable[[], Any],
        host: str | None = None,
        port: int | None = None,
        *,
        ssl: Any = None,
    ) -> tuple[SocketTransport, Any]:
        if ssl:
            raise RuntimeError("ssl is not supported: images have no TLS yet")
        if host is None or port is None:
            raise ValueError("host and port was not specified and no sock specified")
        self._use_network()
        handle = await self._connect(await resolve(self, host), ports.checked(port, "connect"))
        protocol = protocol_factory()
        return SocketTransport(self, handle, protocol), protocol

    async def _connect(self, addresses: list[str], port: i64) -> int:
        """Try the addresses in order; raises the error of the only or last one."""
        problem: OSError | None = None
        for address in addresses:
            try:
                return await Connecting(self, address, port).run()
            except OSError as error:
                problem = error
        assert problem is not None
        raise problem

    async def create_datagram_endpoint(
        self,
        protocol_factory: Callable[[], Any],
        local_addr: tuple[str, int] | None = None,
        remote_addr: tuple[str, int] | None = None,
        *,
        family: int = 0,
        reuse_port: bool | None = None,
        allow_broadcast: bool | None = None,
    ) -> tuple[SocketDatagramTransport, Any]:
        if local_addr is None and remote_addr is None and family == 0:
            raise ValueError("unexpected address family")
        self._use_network()
        host, port = (ANY_ADDRESS, 0) if local_addr is None else local_addr
        local = (await self._server_addresses(host))[0]
        peer: tuple[str, int] | None = None
        if remote_addr is not None:
            peer = ((await resolve(self, remote_addr[0]))[0], remote_addr[1])
        local_port = ports.checked(port, "bind")
        peer_port = 0 if peer is None else ports.checked(peer[1], "connect")
        handle = network.open_datagram(local, local_port, bool(reuse_port), bool(allow_broadcast))
        if peer is not None:
            network.connect_datagram(handle, peer[0], peer_port)
        protocol = protocol_factory()
        return SocketDatagramTransport(self, handle, protocol, peer), protocol


class TaskFactory:
    """Make the tasks of a loop."""

    def make(self, loop: BaseEventLoop, coro: Any, name: str | None, context: Context | None) -> Task[Any]:
        return Task(coro, loop=loop, name=name, context=context)

    def called(self) -> Callable[..., Any] | None:
        """What the program has given for it."""
        return None


class CalledFactory(TaskFactory):
    """A factory of the program's own."""

    def __init__(self, factory: Callable[..., Any]) -> None:
        self._factory: Callable[..., Any] = factory

    def make(self, loop: BaseEventLoop, coro: Any, name: str | None, context: Context | None) -> Task[Any]:
        if context is None:
            task: Task[Any] = self._factory(loop, coro, name=name)
        else:
            task = self._factory(loop, coro, name=name, context=context)
        return task

    def called(self) -> Callable[..., Any] | None:
        return self._factory


class Connecting(Watcher):
    """A connection that is being made."""

    def __init__(self, loop: BaseEventLoop, address: str, port: i64) -> None:
        super().__init__()
        self._loop = loop
        self._address = address
        self._port = port
        self._writable: Future[None] = Future(loop=loop)

    async def run(self) -> int:
        """The handle of the connection; raises OSError."""
        handle = network.connect(self._address, self._port)
        self._loop._watch(handle, self)
        network.interest(handle, network.WRITABLE)
        try:
            await self._writable
            number = network.connect_error(handle)
            if number != 0:
                raise self._error(number)
        except BaseException:
            self._loop._watch(handle, None)
            network.close(handle)
            raise
        self._loop._watch(handle, None)
        return handle

    def _error(self, number: int) -> OSError:
        reason = error_of(number)
        return type(reason)(number, f"Connect call failed {(self._address, self._port)!r}")

    def _run(self) -> None:
        self._events = 0
        if not self._writable.done():
            self._writable.set_result(None)


def new_event_loop() -> BaseEventLoop:
    return BaseEventLoop()
