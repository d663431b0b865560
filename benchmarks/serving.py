"""Requests per second of notes as a process on one core, beside uvicorn and nginx in the same run.

Every server is pinned to one core and wrk to another, they take turns, and the median counts.
"""

import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.machines import Machine, NotServing, free_port
from benchmarks.places import EXAMPLES, Missing, build_image, tool
from benchmarks.tables import Cell, print_table

ROUNDS = 3
SECONDS = 5
CONNECTIONS = 50
SERVER_CORE = "0"
LOAD_CORE = "1"
BODY = '{"status": "ok"}'
MEMORY = str(64 << 20)
PROMISE = 8

NGINX = """
daemon off; worker_processes 1; error_log stderr crit; pid {folder}/pid;
events {{ worker_connections 512; }}
http {{
  access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/b;
  proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; location / {{ default_type application/json; return 200 '{body}'; }} }}
}}
"""


def pinned(command: list[str]) -> list[str]:
    return ["taskset", "-c", SERVER_CORE, *command]


def sesha(port: int, _folder: Path) -> Machine:
    image = build_image(EXAMPLES / "notes", "notes-serving")
    more = {"SESHA_MEMORY": MEMORY, "SESHA_PUBLISH": f"{port}:8000"}
    return Machine(pinned([str(image)]), port, None, **more)


def uvicorn(port: int, _folder: Path) -> Machine:
    options = ["--port", str(port), "--log-level", "error", "--no-access-log"]
    return Machine(pinned([sys.executable, "-m", "uvicorn", "notes:app", *options]), port, str(EXAMPLES))


def nginx(port: int, folder: Path) -> Machine:
    path = tool("nginx", "nginx-light")
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, body=BODY))
    return Machine(pinned([path, "-p", str(folder), "-c", str(config)]), port)


SERVERS: dict[str, Callable[[int, Path], Machine]] = {"Sesha": sesha, "uvicorn": uvicorn, "nginx": nginx}


def load(port: int) -> tuple[float, int]:
    """Requests per second, and requests that failed."""
    command = ["taskset", "-c", LOAD_CORE, tool("wrk", "wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
    text = subprocess.run(
        [*command, f"http://127.0.0.1:{port}/healthz"], capture_output=True, text=True
    ).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    if rate is None:
        raise Missing("wrk measured nothing")
    failed = sum(
        int(n) for line in re.findall(r"Socket errors:.*|Non-2xx.*", text) for n in re.findall(r"\d+", line)
    )
    return float(rate[1]), failed


def requests_per_second() -> dict[str, object]:
    rates: dict[str, list[float]] = {name: [] for name in SERVERS}
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, start in SERVERS.items():
                try:
                    with start(free_port(), Path(folder)) as server:
                        rate, failed = load(server.port)
                    rates[name].append(rate)
                    if failed:
                        notes.append(f"{name}: {failed} requests failed")
                except (Missing, NotServing) as reason:
                    notes.append(f"{name}: {reason}")
    medians = {name: statistics.median(found) for name, found in rates.items() if found}
    ours = medians.get("Sesha")
    rows: list[list[Cell]] = [
        [name, rate, f"{ours / rate:.2f}" if ours else "-"] for name, rate in medians.items()
    ]
    title = f"Requests per second, one core, keep-alive (promise: {PROMISE} × uvicorn)"
    print_table(title, ["server", "requests/s", "Sesha is × of it"], rows, notes)
    return {"requests_per_second": rates, "notes": notes}
