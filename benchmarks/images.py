"""Size of images, and the least memory in which they do their work."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.machines import Machine, NotServing, free_port
from benchmarks.places import EXAMPLES, Missing, build_image, environment, sesha_command, tool
from benchmarks.tables import Cell, print_table
from sesha.image.segments import size_in_memory

KIB = 1024
MIB = 1 << 20
LIMITS_KIB = {"hello": 64, "notes": 320}
SIZED = {
    "hello": "hello.py",
    "nbody": "nbody.py",
    "wordcount": "wordcount.py",
    "echo": "echo.py",
    "notes": "notes",
}
MACHINES = ("process", "qemu")
HELLO_LIMIT_MIB = 4
NOTES_LIMIT_MIB = 16
STEPS_MIB = (2, 3, 4, 6, 8, 12, 16, 24, 32, 64)
CONNECTIONS = 100
SECONDS = 3


def sizes() -> dict[str, object]:
    """Bytes of each example's image on each machine."""
    rows: list[list[Cell]] = []
    data: dict[str, object] = {}
    notes: list[str] = []
    for name, program in SIZED.items():
        row: list[Cell] = [name]
        found: dict[str, int] = {}
        for machine in MACHINES:
            try:
                image = build_image(EXAMPLES / program, f"{name}-{machine}", "--machine", machine)
                found[machine] = image.stat().st_size
                found[f"{machine}, in memory"] = size_in_memory(image)
                row += [f"{found[machine] / KIB:.1f}", f"{size_in_memory(image) / KIB:.0f}"]
            except Missing as reason:
                row += ["-", "-"]
                notes.append(f"{name} on {machine}: {reason}")
        rows.append([*row, f"≤ {LIMITS_KIB[name]}" if name in LIMITS_KIB else ""])
        data[name] = found
    columns = [column for machine in MACHINES for column in (machine, "in memory")]
    print_table("Size of images, KiB", ["program", *columns, "promise"], rows, notes)
    return data


def hello_works(machine: str, mib: int) -> bool:
    command = sesha_command("run", EXAMPLES / "hello.py", "--machine", machine, "--memory", f"{mib}M")
    try:
        finished = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=60)
    except subprocess.TimeoutExpired:
        return False
    return finished.stdout == "Hello, world!\n"


def notes_works(machine: str, mib: int) -> bool:
    """Whether notes serves CONNECTIONS connections without an error."""
    port = free_port()
    command = sesha_command(
        "run", EXAMPLES / "notes", "--machine", machine, "--memory", f"{mib}M", "--publish", f"{port}:8000"
    )
    try:
        with Machine(command, port):
            load = [tool("wrk", "wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
            text = subprocess.run(
                [*load, f"http://127.0.0.1:{port}/notes"], capture_output=True, text=True
            ).stdout
    except NotServing:
        return False
    return "Requests/sec" in text and "Socket errors" not in text and "Non-2xx" not in text


def least(works: Callable[[str, int], bool], machine: str, steps: tuple[int, ...]) -> int | None:
    """The smallest of the steps that works, found by trying each in order."""
    return next((mib for mib in steps if works(machine, mib)), None)


def memory() -> dict[str, object]:
    """Least memory for hello, and for notes under CONNECTIONS connections."""
    rows: list[list[Cell]] = []
    data: dict[str, object] = {}
    for name, works, promise in (
        ("hello", hello_works, HELLO_LIMIT_MIB),
        ("notes", notes_works, NOTES_LIMIT_MIB),
    ):
        found = {machine: least(works, machine, STEPS_MIB) for machine in MACHINES}
        rows.append([name, *(f"{found[m]} MiB" if found[m] else "-" for m in MACHINES), f"≤ {promise} MiB"])
        data[name] = found
    print_table(
        f"Least memory ({CONNECTIONS} connections for notes)", ["program", *MACHINES, "promise"], rows, []
    )
    return data


def builds() -> dict[str, object]:
    """Seconds of a second build, which finds the guest library in its cache."""
    rows: list[list[Cell]] = []
    data: dict[str, object] = {}
    for name, promise in (("hello", 3.0), ("notes", 10.0)):
        program: Path = EXAMPLES / SIZED[name]
        seconds: list[float] = []
        for _ in range(2):
            started = time.perf_counter()
            build_image(program, f"{name}-timed")
            seconds.append(time.perf_counter() - started)
        rows.append([name, *seconds, f"≤ {promise:.0f} s"])
        data[name] = seconds
    print_table(
        f"Build time, seconds (Python {sys.version.split()[0]})",
        ["program", "first", "second", "promise"],
        rows,
        [],
    )
    return data
