"""Throw changed frames at an image on a TAP device and see whether it still serves.

    unshare -Urn python fuzz_an_image.py IMAGE SECONDS

Real frames (TCP, ping, fragments, UDP) are recorded first, then sent with bytes changed and
checksums mended. ARP is left out: whoever forges it on a link can take an address away. The image
is an echo server on port 7000.
"""

import os
import random
import socket
import subprocess
import sys
import time

from tests.guest.net.test_fuzz import change

GUEST, PORT = "10.77.0.2", 7000
IPV4, ARP = b"\x08\x00", b"\x08\x06"
EVERY_PROTOCOL = 3


def set_up_network() -> None:
    for command in (
        "link set lo up",
        "tuntap add dev tap0 mode tap",
        "addr add 10.77.0.1/24 dev tap0",
        "link set tap0 up",
    ):
        subprocess.run(["ip", *command.split()], check=True)


def serves() -> bool:
    """Whether a line comes back."""
    try:
        with socket.create_connection((GUEST, PORT), timeout=10) as client:
            client.sendall(b"hello\nquit\n")
            return client.recv(100).startswith(b"hello")
    except OSError:
        return False


def record(raw: socket.socket) -> list[bytes]:
    """Frames of ordinary traffic to the guest."""
    assert serves()
    subprocess.run(["ping", "-c", "1", "-s", "4000", GUEST], capture_output=True, check=True)
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(bytes(3000), (GUEST, 99))
    raw.settimeout(0.5)
    frames = []
    try:
        while True:
            frame = raw.recv(4000)
            if frame[12:14] == IPV4 and frame[30:34] == socket.inet_aton(GUEST):
                frames.append(frame)
    except TimeoutError:
        return frames


def attack(raw: socket.socket, frames: list[bytes], seconds: float) -> int:
    source = random.Random(5)
    limit = time.monotonic() + seconds
    count = 0
    while time.monotonic() < limit:
        frame = bytearray(source.choice(frames))
        if source.random() < 0.5:
            frame[29] = source.randrange(2, 250)
        changed = change(source, bytes(frame))
        if changed[12:14] == ARP:
            continue
        try:
            raw.send(changed)
        except OSError:
            continue  # too short for the device, or its queue is full
        count += 1
    return count


def main() -> None:
    set_up_network()
    environment = {**os.environ, "SESHA_TAP": "tap0", "SESHA_NET": f"{GUEST}/24"}
    image = subprocess.Popen([sys.argv[1]], env=environment, stdout=subprocess.DEVNULL)
    raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERY_PROTOCOL))
    raw.bind(("tap0", 0))
    deadline = time.monotonic() + 10
    while not serves() and time.monotonic() < deadline:
        time.sleep(0.1)
    frames = record(raw)
    count = attack(raw, frames, float(sys.argv[2]))
    alive = image.poll() is None and serves()
    image.kill()
    print(f"{count} frames from {len(frames)} recorded: {'SUCCESS' if alive else 'FAILURE'}")


if __name__ == "__main__":
    main()
