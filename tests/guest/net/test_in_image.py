"""The simulated network as an image: the same frames, to the last bit, as under CPython.

The stack's sources are copied beside a program, so that they are compiled as the program's own
modules; what is printed contains a digest of every frame that was sent.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment

pytestmark = pytest.mark.slow

PROGRAM = """
from stack.simulation import Network, Random
from stack.timers import MILLISECOND, SECOND

LINKS = ((0, 0, 0, 0), (3, 3, 2, 1), (15, 5, 5, 5))


def transfer(loss: int, reorder: int, duplicate: int, corrupt: int) -> None:
    network = Network(7)
    a = network.add_stack(0x0A000001, 1500)
    b = network.add_stack(0x0A000002, 1500)
    for port in network.ports:
        port.faults.loss = loss
        port.faults.reorder = reorder
        port.faults.duplicate = duplicate
        port.faults.corrupt = corrupt
    listener = b.listen(0, 80, 8)
    client = a.connect(0x0A000002, 80, network.now)
    server = listener.accept()
    while server is None:
        network.step(network.now + 10 * MILLISECOND)
        server = listener.accept()
    data = Random(3).random_bytes(100000)
    sent = 0
    got = bytearray()
    while len(got) < len(data):
        if sent < len(data):
            sent += client.send(data[sent : sent + 50000], network.now)
        network.step(network.now + 10 * MILLISECOND)
        while True:
            piece = server.receive(40000, network.now)
            if piece is None or len(piece) == 0:
                break
            got += piece
    print(bytes(got) == data, network.now, network.digest)
    print(a.tcp.counters.retransmitted, a.tcp.counters.segments_out, b.tcp.counters.segments_out)
    client.close(network.now)
    server.close(network.now)
    network.run(200 * SECOND)
    print(a.tcp.connections, b.tcp.connections, network.now, network.digest)
    for event in sorted(b.tcp.counters.events):
        print(event, b.tcp.counters.events[event])


for link in LINKS:
    transfer(link[0], link[1], link[2], link[3])
"""


def write_program(folder: Path) -> Path:
    """The program and a copy of the stack as its package `stack`."""
    source = ROOT / "src" / "sesha" / "guest" / "net"
    shutil.copytree(source, folder / "stack", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder / "stack").rglob("*.py"):
        path.write_text(path.read_text().replace("sesha.guest.net", "stack"))
    program = folder / "program.py"
    program.write_text(PROGRAM)
    return program


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=400)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_simulated_network_is_the_same_in_an_image(tmp_path: Path) -> None:
    program = str(write_program(tmp_path))
    assert run(sys.executable, "-m", "sesha", "run", program) == run(sys.executable, program)
