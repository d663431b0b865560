"""Time to the first HTTP answer: notes as a process and on QEMU, beside Debian's cloud kernel.

The rival is the kernel of linux-image-cloud-amd64 with an initramfs of busybox, its httpd serving
the same body, on the same QEMU with the same accelerator. It needs the packages
linux-image-cloud-amd64, busybox-static and cpio; without them it is left out, and the table says so.
"""

import gzip
import io
import resource
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.machines import Machine, NotServing, free_port
from benchmarks.places import BUILD, EXAMPLES, Missing, build_image, tool
from benchmarks.tables import Cell, print_table
from sesha.machine.job import Job, Publication
from sesha.machine.qemu import MODELS, command_line, network_options

ROUNDS = 5
PROCESS = "notes as a process"
LINUX = "Debian cloud kernel and busybox on QEMU, q35"
MODELS_MEASURED = ("microvm", "q35")
GUEST_PORT = 8000
MEMORY = 16 << 20
PROCESS_PROMISE_MS = 20
MODULES = (
    "virtio_ring",
    "virtio",
    "virtio_pci_legacy_dev",
    "virtio_pci_modern_dev",
    "virtio_pci",
    "failover",
    "net_failover",
    "virtio_net",
)
INIT = """#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
for module in {modules}; do [ -f /modules/$module.ko ] && /bin/busybox insmod /modules/$module.ko; done
/bin/busybox ifconfig eth0 10.0.2.15 netmask 255.255.255.0 up
/bin/busybox httpd -f -p {port} -h /www
"""


def debian_kernel() -> Path:
    kernels = sorted(Path("/boot").glob("vmlinuz-*-cloud-amd64"))
    if not kernels:
        raise Missing("no Debian cloud kernel (package linux-image-cloud-amd64)")
    return kernels[-1]


def find_module(version: str, name: str) -> Path | None:
    return next(iter(Path(f"/lib/modules/{version}").rglob(f"{name}.ko")), None)


def make_initramfs(kernel: Path) -> Path:
    """busybox, the network modules, the page, and the init script above, as a compressed cpio."""
    busybox = tool("busybox", "busybox-static")
    version = kernel.name.removeprefix("vmlinuz-")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for folder in ("bin", "proc", "dev", "modules", "www"):
            (root / folder).mkdir()
        shutil.copy(busybox, root / "bin" / "busybox")
        for module in MODULES:
            if (path := find_module(version, module)) is not None:
                shutil.copy(path, root / "modules" / f"{module}.ko")
        (root / "www" / "healthz").write_text('{"status": "ok"}')
        init = root / "init"
        init.write_text(INIT.format(modules=" ".join(MODULES), port=GUEST_PORT))
        init.chmod(0o755)
        names = "\n".join(str(path.relative_to(root)) for path in sorted(root.rglob("*")))
        archive = subprocess.run(
            [tool("cpio", "cpio"), "-o", "-H", "newc", "--quiet"],
            input=names.encode(),
            capture_output=True,
            cwd=root,
            check=True,
        ).stdout
    target = BUILD / "linux-initramfs.gz"
    compressed = io.BytesIO()
    with gzip.GzipFile(fileobj=compressed, mode="wb", mtime=0) as stream:
        stream.write(archive)
    target.write_bytes(compressed.getvalue())
    return target


def linux_command(kernel: Path, initramfs: Path, port: int) -> list[str]:
    return [
        tool("qemu-system-x86_64", "qemu-system-x86"),
        "-M",
        "q35",
        "-accel",
        "tcg",
        "-cpu",
        "max",
        "-m",
        "256",
        "-kernel",
        str(kernel),
        "-initrd",
        str(initramfs),
        "-append",
        "console=ttyS0 quiet panic=-1",
        "-nodefaults",
        "-nographic",
        "-serial",
        "null",
        "-no-reboot",
        "-netdev",
        f"user,id=n,hostfwd=tcp:127.0.0.1:{port}-10.0.2.15:{GUEST_PORT}",
        "-device",
        "virtio-net-pci,netdev=n,romfile=",
    ]


@dataclass(frozen=True)
class Start:
    """Of one start: seconds to the first answer, and the processor's seconds until it was stopped."""

    seconds: float
    processor: float


def processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(start: Callable[[], Machine]) -> Start:
    before = processor_seconds()
    with start() as machine:
        seconds = machine.started_after
    return Start(seconds, processor_seconds() - before)


def process_image() -> Path:
    return build_image(EXAMPLES / "notes", "notes-process")


def process_machine(image: Path) -> Machine:
    port = free_port()
    return Machine([str(image)], port, None, SESHA_PUBLISH=f"{port}:{GUEST_PORT}")


def qemu_image() -> Path:
    return build_image(EXAMPLES / "notes", "notes-qemu", "--machine", "qemu")


def qemu_machine(image: Path, model: str) -> Machine:
    """QEMU alone, without the runner around it: as the rival is started."""
    port = free_port()
    job = Job(image, "notes", publish=(Publication(port, GUEST_PORT),), memory=MEMORY, model=model)
    command = [
        tool("qemu-system-x86_64", "qemu-system-x86"),
        "-M",
        MODELS[job.model].options,
        "-accel",
        "tcg",
        "-cpu",
        "max",
        "-m",
        f"{MEMORY >> 20}M",
        "-nodefaults",
        "-no-user-config",
        "-no-reboot",
        "-display",
        "none",
        "-serial",
        "null",
        "-kernel",
        str(image),
        "-append",
        command_line(job),
        *network_options(job),
    ]
    return Machine(command, port)


def linux_files() -> tuple[Path, Path]:
    kernel = debian_kernel()
    return kernel, make_initramfs(kernel)


def linux_machine(kernel: Path, initramfs: Path) -> Machine:
    port = free_port()
    return Machine(linux_command(kernel, initramfs, port), port)


def rivals() -> Iterator[tuple[str, Callable[[], Machine]]]:
    """What is measured, made ready."""
    process, virtual = process_image(), qemu_image()
    yield PROCESS, partial(process_machine, process)
    for model in MODELS_MEASURED:
        yield f"notes on QEMU, {model}", partial(qemu_machine, virtual, model)
    kernel, initramfs = linux_files()
    yield LINUX, partial(linux_machine, kernel, initramfs)


def boot() -> dict[str, object]:
    """The rivals take turns, so that a busy computer is busy for each of them."""
    notes: list[str] = []
    ready: dict[str, Callable[[], Machine]] = {}
    try:
        for name, start in rivals():
            ready[name] = start
    except Missing as reason:
        notes.append(str(reason))
    found: dict[str, list[Start]] = {name: [] for name in ready}
    for _ in range(ROUNDS):
        for name, start in ready.items():
            try:
                found[name].append(measure(start))
            except NotServing as reason:
                notes.append(f"{name}: {reason}")
    rows = [[name, *cells(starts)] for name, starts in found.items() if starts]
    notes.append(f"promises: a process within {PROCESS_PROMISE_MS} ms; QEMU within a tenth of Linux")
    title = "Start to the first HTTP answer, milliseconds"
    print_table(title, ["machine", "best", "median", "processor time"], rows, notes)
    return {name: [vars(start) for start in starts] for name, starts in found.items()}


def cells(starts: list[Start]) -> list[Cell]:
    seconds = [start.seconds for start in starts]
    best = (min(seconds), statistics.median(seconds), min(start.processor for start in starts))
    return [f"{1000 * value:.1f}" for value in best]
