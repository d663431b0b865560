"""Guest instructions of a program that does nothing, from the image's entry to its end.

That is what start and end cost without the program: an upper bound of entry to `main`. Counted by QEMU's
trace of single steps, so the number does not move from run to run.
"""

import subprocess
import tempfile
from pathlib import Path

from benchmarks.places import BUILD, Missing, build_image, environment, tool
from benchmarks.tables import Cell, print_table
from sesha.guest.abi import runner
from sesha.machine.job import Job
from sesha.machine.qemu import MODELS, command_line

IMAGE_START = 0x100000
"""Below it is the firmware, which jumps to the image."""
IMAGE_END = 0x10000000
MEMORIES_MIB = (16, 256)
SECONDS = 120
EMPTY = '"""Does nothing."""\n'


def count_steps(image: Path, mib: int) -> int:
    job = Job(image, "empty")
    exit_device = f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        command = [tool("qemu-system-x86_64", "qemu-system-x86"), "-M", MODELS[job.model].options]
        command += ["-accel", "tcg", "-cpu", "max", "-m", f"{mib}M", "-nodefaults", "-no-user-config"]
        command += ["-no-reboot", "-display", "none", "-serial", "null", "-device", exit_device]
        command += ["-kernel", str(image), "-append", command_line(job)]
        command += ["-singlestep", "-d", "exec,nochain", "-D", str(trace)]
        subprocess.run(command, env=environment(), timeout=SECONDS, stdin=subprocess.DEVNULL, check=False)
        with trace.open() as lines:
            return sum(1 for line in lines if IMAGE_START <= address_of(line) < IMAGE_END)


def address_of(line: str) -> int:
    """The program counter of a trace line: `Trace 0: 0x… [base/counter/flags/flags]`."""
    fields = line.partition("[")[2].split("/")
    return int(fields[1], 16) if line.startswith("Trace") and len(fields) > 1 else 0


def instructions() -> dict[str, object]:
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / "empty.py"
    program.write_text(EMPTY)
    notes: list[str] = []
    counts: dict[str, int] = {}
    try:
        image = build_image(program, "empty-qemu", "--machine", "qemu")
        counts = {f"{mib} MiB": count_steps(image, mib) for mib in MEMORIES_MIB}
    except (Missing, subprocess.TimeoutExpired) as reason:
        notes.append(str(reason))
    rows: list[list[Cell]] = [[name, f"{count:,}"] for name, count in counts.items()]
    title = "Guest instructions of an empty program, entry to end"
    print_table(title, ["memory", "instructions"], rows, notes)
    return {"instructions": counts, "notes": notes}
