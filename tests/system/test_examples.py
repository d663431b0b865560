"""Every example says the same under CPython and as a machine; the echo servers echo."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment, run_sesha
from tests.system.conftest import MACHINES
from tests.system.serving import free_port

EXAMPLES = ROOT / "examples"
PROGRAMS = [("hello.py", ["you"]), ("nbody.py", ["2000"]), ("wordcount.py", ["7"])]
START_SECONDS = 60
GUEST_PORT = 7000


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.mark.parametrize(("program", "arguments"), PROGRAMS, ids=[name for name, _ in PROGRAMS])
def test_example_agrees(machine: str, program: str, arguments: list[str]) -> None:
    path = EXAMPLES / program
    ours = run_sesha("run", path, "--machine", machine, "--", *arguments)
    theirs = subprocess.run([sys.executable, path, *arguments], capture_output=True, text=True)
    assert ours.stdout == theirs.stdout
    assert ours.returncode == theirs.returncode == 0


def start(program: Path, machine: str, port: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "sesha", "run", str(program), "--machine", machine]
    return subprocess.Popen(
        [*command, "--publish", f"{port}:{GUEST_PORT}"], env=environment(), stdout=subprocess.PIPE, text=True
    )


def test_echo(machine: str) -> None:
    port = free_port()
    server = start(EXAMPLES / "echo.py", machine, port)
    try:
        assert server.stdout is not None
        # host sockets are bound to the published port itself
        said = port if machine == "process" else GUEST_PORT
        assert server.stdout.readline() == f"echo on port {said}\n"
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            lines = connection.makefile("rwb")
            for i in range(200):
                line = (f"line {i} " + "x" * i + "\n").encode()
                lines.write(line)
                lines.flush()
                assert lines.readline() == line
            lines.write(b"quit\n")
            lines.flush()
            assert lines.read() == b""
    finally:
        server.terminate()
        server.wait()


def test_echo_udp(machine: str) -> None:
    port = free_port(socket.SOCK_DGRAM)
    server = start(EXAMPLES / "echo_udp.py", machine, port)
    try:
        assert server.stdout is not None
        server.stdout.readline()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(1)
            assert exchange(client, port, b"first"), "no datagram came back"
            for size in (0, 1, 500, 1400):
                assert exchange(client, port, b"x" * size)
    finally:
        server.terminate()
        server.wait()


def exchange(client: socket.socket, port: int, data: bytes) -> bool:
    """Whether a datagram comes back; datagrams may be lost, so it is sent a few times."""
    for _ in range(5):
        client.sendto(data, ("127.0.0.1", port))
        try:
            if client.recv(65536) == data:
                return True
        except TimeoutError:
            time.sleep(0.1)
    return False
