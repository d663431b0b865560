"""Randomness of a virtual machine: the processor's, else the host's by virtio-rng, else an error."""

import subprocess
from pathlib import Path

import pytest

from sesha.guest.abi import runner
from sesha.machine import qemu
from sesha.machine.job import Job
from sesha.machine.qemu import MODELS, PROGRAM
from tests.conftest import run_sesha

PROGRAM_TEXT = """import os
first, second = os.urandom(150), os.urandom(150)
print(len(first), first != second, len(set(first)) > 40)
"""
GOOD = "150 True True\n"
SECONDS = 60
MODERN = ("-global", "virtio-mmio.force-legacy=false")


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("entropy")
    program, path = folder / "program.py", folder / "image"
    program.write_text(PROGRAM_TEXT)
    built = run_sesha("build", program, "--machine", "qemu", "-O", "0", "-o", path)
    assert built.returncode == 0, built.stderr
    return path


def run(image: Path, model: str, processor: str, *more: str) -> str:
    """What the machine writes to its console."""
    exit_device = f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"
    command = [
        *(PROGRAM, "-M", MODELS[model].options, "-accel", "tcg", "-cpu", processor, "-m", "16M"),
        *("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-serial", "stdio"),
        *("-kernel", str(image), "-device", exit_device, *more),
    ]
    finished = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    return finished.stdout.replace("\r", "")


@pytest.mark.qemu
@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "processor", "more"),
    [
        ("microvm", "max", ()),
        ("microvm", "max,-rdrand", ("-device", "virtio-rng-device")),
        ("microvm", "max,-rdrand", ("-device", "virtio-rng-device", *MODERN)),
        ("q35", "max,-rdrand", ("-device", "virtio-rng-pci")),
    ],
    ids=["rdrand", "mmio-legacy", "mmio-modern", "pci"],
)
def test_sources(image: Path, model: str, processor: str, more: tuple[str, ...]) -> None:
    assert run(image, model, processor, *more) == GOOD


@pytest.mark.qemu
@pytest.mark.slow
def test_no_source(image: Path) -> None:
    said = run(image, "microvm", "max,-rdrand")
    assert said == "sesha: this machine has no source of randomness; give it RDRAND or virtio-rng\n"


@pytest.mark.parametrize(("flags", "wanted"), [("fpu rdrand sse", []), ("fpu sse", ["virtio-rng-device"])])
def test_the_runner_attaches_a_source_where_one_is_wanted(
    flags: str, wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(f"processor : 0\nflags : {flags}\n")
    monkeypatch.setattr(qemu, "PROCESSOR", told)
    job = Job(Path("image"), "program")
    assert qemu._random_options(job, accelerated=True)[1:] == wanted
    assert qemu._random_options(job, accelerated=False) == []
