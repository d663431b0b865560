"""Run the stack on a TAP device beside Linux's own, in a network namespace; one scenario a call.

    unshare -Urn python linux_peer.py SCENARIO

Linux has 10.77.0.1, the stack 10.77.0.2. The stack runs in a thread; the scenario uses ordinary
sockets and programs, and the stack's sockets under `lock`.
"""

import fcntl
import os
import random
import select
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable

from sesha.guest.net.device import Device
from sesha.guest.net.resolver import Resolver
from sesha.guest.net.stack import Stack
from sesha.guest.net.tcp.socket import Listener, TcpSocket
from sesha.guest.net.timers import SECOND
from sesha.guest.net.udp import UdpSocket
from sesha.guest.net.wire import dns
from sesha.guest.net.wire.address import format_ipv4, parse_ipv4

LINUX, OURS = "10.77.0.1", "10.77.0.2"
TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
ECHO_PORT, SINK_PORT, SOURCE_PORT = 7, 9, 19
SOURCE_SIZE = 20_000_000


class Tap(Device):
    """A TAP device that may lose frames in both directions."""

    def __init__(self, name: str, loss: float) -> None:
        super().__init__(0x02005E000002, 1500)
        self.descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(self.descriptor, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
        self.loss = loss
        self.random = random.Random(1)

    def lost(self) -> bool:
        return self.loss > 0 and self.random.random() < self.loss

    def transmit(self, frame: bytearray) -> bool:
        if not self.lost():
            try:
                os.write(self.descriptor, frame)
            except BlockingIOError:
                return False
        return True


class Host:
    """The stack with three services, running in a thread."""

    def __init__(self, loss: float = 0.0, dhcp: bool = False) -> None:
        self.tap = Tap("tap0", loss)
        self.lock = threading.RLock()
        self.stack = Stack(self.tap, os.urandom)
        self.services: list[tuple[Listener, Callable[[TcpSocket], None]]] = []
        self.connections: list[tuple[TcpSocket, Callable[[TcpSocket], None]]] = []
        self.pending: dict[int, bytes] = {}
        self.sourced: dict[int, int] = {}
        self.sunk = 0
        subprocess.run(["ip", "addr", "add", f"{LINUX}/24", "dev", "tap0"], check=True)
        subprocess.run(["ip", "link", "set", "tap0", "up"], check=True)
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        if not dhcp:
            self.stack.configure(parse_ipv4(OURS), 0xFFFFFF00, parse_ipv4(LINUX), [parse_ipv4(LINUX)])
        for port, service in ((ECHO_PORT, self.echo), (SINK_PORT, self.sink), (SOURCE_PORT, self.source)):
            self.services.append((self.stack.listen(0, port, 64), service))
        self.udp: UdpSocket = self.stack.open_udp(0, ECHO_PORT)
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        while True:
            with self.lock:
                now = time.monotonic_ns()
                self.stack.poll(now)
                self.serve(now)
                deadline = self.stack.poll(now)
            wait = min(max(deadline - now, 0) / SECOND, 0.05)
            if select.select([self.tap.descriptor], [], [], wait)[0]:
                with self.lock:
                    self.take_frames()

    def take_frames(self) -> None:
        for _ in range(64):
            try:
                frame = os.read(self.tap.descriptor, 2048)
            except BlockingIOError:
                return
            if not self.tap.lost():
                self.stack.receive(frame, time.monotonic_ns())

    def serve(self, now: int) -> None:
        for listener, service in self.services:
            while (accepted := listener.accept()) is not None:
                self.connections.append((accepted, service))
        for entry in list(self.connections):
            try:
                entry[1](entry[0])
            except OSError:
                entry[0].close(now)
            if entry[0].closed:
                self.connections.remove(entry)
        while (datagram := self.udp.receive()) is not None:
            self.udp.send(datagram.payload, datagram.address, datagram.port, now)

    def echo(self, connection: TcpSocket) -> None:
        now = time.monotonic_ns()
        waiting = self.pending.get(id(connection), b"")
        if not waiting:
            data = connection.receive(1 << 16, now)
            if data == b"":
                connection.close(now)
                return
            waiting = data or b""
        if waiting:
            waiting = waiting[connection.send(waiting, now) :]
        self.pending[id(connection)] = waiting

    def sink(self, connection: TcpSocket) -> None:
        now = time.monotonic_ns()
        while data := connection.receive(1 << 18, now):
            self.sunk += len(data)
        if data == b"":
            connection.close(now)

    def source(self, connection: TcpSocket) -> None:
        now = time.monotonic_ns()
        done = self.sourced.get(id(connection), 0)
        while done < SOURCE_SIZE:
            taken = connection.send(bytes(min(1 << 16, SOURCE_SIZE - done)), now)
            if taken == 0:
                break
            done += taken
        self.sourced[id(connection)] = done
        if done == SOURCE_SIZE:
            connection.close(now)
            del self.sourced[id(connection)]


def wait_for(condition: Callable[[], object], seconds: float = 10) -> None:
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, "timed out"
        time.sleep(0.01)


def ping(host: Host) -> None:
    for size in ("0", "56", "1472", "8000"):
        command = ["ping", "-c", "3", "-i", "0.01", "-s", size, "-W", "2", OURS]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert " 0% packet loss" in result.stdout, result.stdout


def echo(host: Host) -> None:
    data = os.urandom(300_000)
    with socket.create_connection((OURS, ECHO_PORT), timeout=60) as client:
        sender = threading.Thread(target=lambda: (client.sendall(data), client.shutdown(socket.SHUT_WR)))
        sender.start()
        got = b""
        while piece := client.recv(1 << 16):
            got += piece
        sender.join()
    assert got == data
    wait_for(lambda: not host.connections)


def bulk(host: Host) -> None:
    start = time.monotonic()
    with socket.create_connection((OURS, SINK_PORT), timeout=60) as client:
        client.sendall(bytes(SOURCE_SIZE))
        client.shutdown(socket.SHUT_WR)
        assert client.recv(1) == b""
    assert host.sunk == SOURCE_SIZE
    middle = time.monotonic()
    total = 0
    with socket.create_connection((OURS, SOURCE_PORT), timeout=60) as client:
        while piece := client.recv(1 << 18):
            total += len(piece)
    assert total == SOURCE_SIZE
    for name, elapsed in (("in", middle - start), ("out", time.monotonic() - middle)):
        print(f"{name} {SOURCE_SIZE * 8 / elapsed / 1e6:.0f} Mbit/s")


def small(host: Host) -> None:
    with socket.create_connection((OURS, ECHO_PORT), timeout=10) as client:
        start = time.monotonic()
        for number in range(500):
            message = b"request %d" % number
            client.sendall(message)
            assert client.recv(100) == message
        assert (time.monotonic() - start) < 10


def connections(host: Host) -> None:
    for _ in range(10):
        clients = [socket.create_connection((OURS, ECHO_PORT), timeout=10) for _ in range(50)]
        for client in clients:
            client.sendall(b"x")
        for client in clients:
            assert client.recv(9) == b"x"
            client.close()
    wait_for(lambda: not host.connections)
    assert host.stack.tcp.connections == 0


def refused(host: Host) -> None:
    try:
        socket.create_connection((OURS, 1234), timeout=5)
    except ConnectionRefusedError:
        pass
    else:
        raise AssertionError("not refused")
    with host.lock:
        client = host.stack.connect(parse_ipv4(LINUX), 1234, time.monotonic_ns())
    wait_for(lambda: not client.connecting())
    assert client.take_error() == 111


def outward(host: Host) -> None:
    """The stack connects to Linux."""
    server = socket.create_server((LINUX, 5555))
    with host.lock:
        client = host.stack.connect(parse_ipv4(LINUX), 5555, time.monotonic_ns())
    peer, address = server.accept()
    assert address[0] == OURS
    wait_for(lambda: not client.connecting())
    with host.lock:
        assert client.send(b"hello from the stack", time.monotonic_ns()) == 20
    assert peer.recv(100) == b"hello from the stack"
    peer.sendall(b"hello back")
    wait_for(client.readable)
    with host.lock:
        assert client.receive(100, time.monotonic_ns()) == b"hello back"
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()
    wait_for(client.readable)
    assert client.take_error() == 104


def udp(host: Host) -> None:
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.settimeout(5)
    for size in (0, 1, 1472, 1473, 9000, 60_000):
        data = os.urandom(size)
        client.sendto(data, (OURS, ECHO_PORT))
        assert client.recvfrom(70_000) == (data, (OURS, ECHO_PORT))
    client.connect((OURS, 1234))
    client.send(b"x")
    try:
        client.recv(1)
    except ConnectionRefusedError:
        return
    raise AssertionError("no port unreachable")


def look_up(host: Host, name: str) -> list[int]:
    """The addresses of a name, asked for over the stack."""
    resolver = Resolver(os.urandom)
    resolver.configure(host.stack.dns_servers, [host.stack.domain])
    lookup = resolver.look_up(name, time.monotonic_ns())
    while query := lookup.ask(time.monotonic_ns()):
        with host.lock:
            socket = host.stack.open_udp(0, 0)
            socket.send(query, lookup.server, dns.PORT, time.monotonic_ns())
        wait_for(socket.readable, 15)
        with host.lock:
            datagram = socket.receive()
            socket.close()
        assert datagram is not None and lookup.take(datagram.payload, time.monotonic_ns())
        if lookup.done:
            break
    return lookup.addresses


def dnsmasq(host: Host) -> None:
    """A lease and names of dnsmasq."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *("dnsmasq", "-d", "-C", "/dev/null", "--user=root", "--interface=tap0", "--bind-interfaces"),
            *("--dhcp-range=10.77.0.50,10.77.0.60,2m", "--domain=lan.test", "--no-resolv", "--no-hosts"),
            *("--address=/example.test/10.77.0.99", "--cname=alias.test,example.test"),
            *(f"--dhcp-leasefile={folder}/leases", "--dhcp-option=option:dns-server,10.77.0.1"),
            *("--host-record=printer.lan.test,10.77.0.7", "--pid-file=", "--dhcp-authoritative"),
        ]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            with host.lock:
                host.stack.start_dhcp("sesha", time.monotonic_ns())
            wait_for(host.stack.is_configured, 15)
            assert format_ipv4(host.stack.interface.address).startswith("10.77.0.5")
            assert [format_ipv4(address) for address in host.stack.dns_servers] == [LINUX]
            assert host.stack.domain == "lan.test"
            names = {"example.test": "10.77.0.99", "printer": "10.77.0.7", "missing.test": None}
            for name, expected in names.items():
                found = [format_ipv4(address) for address in look_up(host, name)]
                assert found == ([expected] if expected else []), name
        finally:
            server.terminate()
            server.wait()


def main() -> None:
    scenario = sys.argv[1]
    loss = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
    host = Host(loss, dhcp=scenario == "dnsmasq")
    globals()[scenario](host)
    print("SUCCESS")


if __name__ == "__main__":
    main()
