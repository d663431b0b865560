"""A network of our own: a TAP device, dnsmasq for leases and names, a web page to fetch.

Runs as a script inside a fresh user and network namespace (`unshare -Urn`), starts one machine
on the TAP device, and prints what was seen as one JSON object. The host is 10.77.0.1, the machine
gets 10.77.0.50 by DHCP, `example.test` is a name for the host, and `many.test` one with so many
addresses that an answer takes TCP.

    unshare -Urn python -m tests.system.network_lab process
"""

import http.server
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT, environment
from tests.system.serving import answers

TAP = "tap0"
HOST = "10.77.0.1"
GUEST = "10.77.0.50"
NAME = "example.test"
LONG_NAME = "many.test"
ADDRESSES = [f"10.77.0.{number}" for number in range(100, 140)]
"""Of the host, too."""
PAGE = "page from the host\n" * 3000
PAGE_PORT = 8099
GUEST_PORT = 8000
SERVING_SECONDS = 150
PINGS = 5
LARGE_PING = 1400


class Page(http.server.BaseHTTPRequestHandler):
    """Serves one page, larger than a few segments."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the output is one JSON object."""


def command(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, env=environment(), check=True).stdout


def set_up_network() -> None:
    command("ip", "link", "set", "lo", "up")
    command("ip", "tuntap", "add", TAP, "mode", "tap")
    command("ip", "addr", "add", f"{HOST}/24", "dev", TAP)
    for address in ADDRESSES:
        command("ip", "addr", "add", f"{address}/24", "dev", TAP)
    command("ip", "link", "set", TAP, "up")


def start_dnsmasq(leases: Path) -> "subprocess.Popen[bytes]":
    options = [
        "--no-daemon",  # and so without changing its user, which the namespace does not allow
        "--conf-file=/dev/null",
        f"--interface={TAP}",
        "--bind-dynamic",
        "--no-resolv",
        "--no-hosts",
        f"--dhcp-range={GUEST},{GUEST},2m",
        f"--address=/{NAME}/{HOST}",
        *[f"--host-record={LONG_NAME},{address}" for address in ADDRESSES],
        f"--dhcp-leasefile={leases}",
    ]
    return subprocess.Popen(
        ["dnsmasq", *options], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def sesha(machine: str, program: str, *arguments: str) -> list[str]:
    path = str(ROOT / "examples" / program)
    options = ["--machine", machine, "--net", f"tap={TAP}"]
    return [sys.executable, "-m", "sesha", "run", path, *options, "--", *arguments]


def ping(size: int) -> int:
    """How many of PINGS echo requests with so many bytes were answered."""
    words = ["ping", "-n", "-c", str(PINGS), "-i", "0.2", "-W", "2", "-s", str(size), GUEST]
    text = subprocess.run(words, capture_output=True, text=True, env=environment()).stdout
    return text.count(f"bytes from {GUEST}")


def wait_until(condition: Callable[[], bool], alive: "subprocess.Popen[str]") -> bool:
    deadline = time.monotonic() + SERVING_SECONDS
    while time.monotonic() < deadline and alive.poll() is None:
        if condition():
            return True
        time.sleep(0.1)
    return False


def observe_server(machine: str, leases: Path) -> dict[str, object]:
    """What the network sees of notes."""
    with tempfile.TemporaryFile("w+") as output:
        server = subprocess.Popen(
            sesha(machine, "notes"), env=environment(), stdout=output, stderr=output, text=True
        )
        try:
            serving = wait_until(lambda: answers(GUEST_PORT, GUEST), server)
            url = f"http://{GUEST}:{GUEST_PORT}/notes/k"
            put = ("-X", "PUT", "-d", '{"text": "' + "x" * 9000 + '"}')
            seen: dict[str, object] = {"serving": serving}
            if serving:
                seen["pings"] = ping(56)
                seen["large_pings"] = ping(LARGE_PING)
                seen["stored"] = command("curl", "-sS", "-m", "10", *put, url)
                seen["read"] = command("curl", "-sS", "-m", "10", url)
                seen["lease"] = leases.read_text()
        finally:
            server.terminate()
            server.wait(10)
        output.seek(0)
        return {**seen, "said": output.read()}


def observe_client(machine: str) -> dict[str, object]:
    """What fetch prints of a page that it finds by each of the names."""
    page = http.server.ThreadingHTTPServer(("", PAGE_PORT), Page)
    threading.Thread(target=page.serve_forever, daemon=True).start()
    seen: dict[str, object] = {}
    for name in (NAME, LONG_NAME):
        program = sesha(machine, "fetch.py", f"http://{name}:{PAGE_PORT}/")
        done = subprocess.run(program, capture_output=True, text=True, env=environment(), timeout=120)
        seen[name] = [done.returncode, done.stdout, done.stderr]
    page.shutdown()
    return seen


def main() -> None:
    machine = sys.argv[1]
    set_up_network()
    with tempfile.TemporaryDirectory() as folder:
        leases = Path(folder) / "leases"
        dnsmasq = start_dnsmasq(leases)
        try:
            seen = {**observe_server(machine, leases), **observe_client(machine)}
        finally:
            dnsmasq.terminate()
            dnsmasq.wait()
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
