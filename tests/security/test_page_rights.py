"""Which rights the pages of a running machine have: told by Linux of a process, by QEMU of a guest.

Writable is never executable; what can be executed is what the ELF declares; address 0, the guard below
the stack and everything outside of memory are not mapped; and the processor's protections are on.
"""

import json
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from elftools.elf.constants import P_FLAGS
from elftools.elf.elffile import ELFFile

from sesha.machine.qemu import MODELS, PROGRAM
from tests.conftest import need_tool, run_sesha

pytestmark = pytest.mark.slow

WAITING = """import sys
print("ready", flush=True)
sys.stdin.read()
"""
PAGE = 4096
IMAGE_START = 0x100000
MEMORY_MIB = 16
LINE = re.compile(r"^([0-9a-f]{16}): [0-9a-f]{16} ([-A-Z]{9})\s*$")
REGISTER = re.compile(r"\b(CR0|CR3|CR4|EFER)=([0-9a-f]+)")
NOT_EXECUTABLE, LARGE, USER, WRITABLE = "X", "P", "U", "W"
CR0_WRITE_PROTECT = 1 << 16
EFER_NO_EXECUTE = 1 << 11
CR4_UMIP, CR4_SMEP, CR4_SMAP = 1 << 11, 1 << 20, 1 << 21


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The waiting program, built for each machine."""
    folder = tmp_path_factory.mktemp("images")
    program = folder / "waiting.py"
    program.write_text(WAITING)
    built = {machine: folder / machine for machine in ("process", "qemu")}
    for machine, image in built.items():
        finished = run_sesha("build", program, "--machine", machine, "-O", "0", "-o", image)
        assert finished.returncode == 0, finished.stderr
    return built


@pytest.mark.parametrize("machine", ["process", "qemu"])
def test_segments(machine: str, images: dict[str, Path]) -> None:
    """No segment is writable and executable, none shares a page with one of other rights."""
    pages: dict[int, int] = {}
    with images[machine].open("rb") as file:
        for segment in ELFFile(file).iter_segments():
            header = segment.header
            assert header.p_flags & (P_FLAGS.PF_W | P_FLAGS.PF_X) != P_FLAGS.PF_W | P_FLAGS.PF_X
            if header.p_type == "PT_LOAD":
                first, last = header.p_vaddr // PAGE, (header.p_vaddr + header.p_memsz - 1) // PAGE
                for page in range(first, last + 1):
                    assert pages.setdefault(page, header.p_flags) == header.p_flags


@dataclass(frozen=True)
class Guest:
    """What QEMU's monitor says of a machine that is up: rights of each page, and registers."""

    image: Path
    pages: dict[int, str]
    registers: dict[str, int]


def ask(monitor: Path, command: str) -> str:
    """One command of QEMU's human monitor, by way of QMP."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(monitor))
        stream = connection.makefile("rw")
        answer: dict[str, object] = json.loads(stream.readline())
        human = {"execute": "human-monitor-command", "arguments": {"command-line": command}}
        for request in ({"execute": "qmp_capabilities"}, human):
            stream.write(json.dumps(request) + "\n")
            stream.flush()
            answer = json.loads(stream.readline())
        return str(answer["return"])


def read_pages(text: str) -> dict[int, str]:
    """Of `info tlb`: every page, large ones as the small ones that they stand for."""
    pages: dict[int, str] = {}
    for line in text.splitlines():
        match = LINE.match(line)
        assert match is not None, line
        count = 512 if LARGE in match[2] else 1
        pages.update((int(match[1], 16) + PAGE * index, match[2]) for index in range(count))
    return pages


@pytest.fixture(scope="module", params=list(MODELS))
def guest(
    request: pytest.FixtureRequest, images: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Guest]:
    need_tool(PROGRAM, "qemu-system-x86")
    image, monitor = images["qemu"], tmp_path_factory.mktemp("guest") / "monitor"
    command = [
        *(PROGRAM, "-M", MODELS[request.param].options, "-accel", "tcg", "-cpu", "max"),
        *("-m", f"{MEMORY_MIB}M", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none"),
        *("-kernel", str(image), "-serial", "stdio", "-qmp", f"unix:{monitor},server=on,wait=off"),
    ]
    machine = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert machine.stdout is not None
        assert machine.stdout.readline() == b"ready\n"
        pages = read_pages(ask(monitor, "info tlb"))
        registers = {name: int(value, 16) for name, value in REGISTER.findall(ask(monitor, "info registers"))}
        yield Guest(image, pages, registers)
    finally:
        machine.kill()
        machine.wait()


def with_rights(guest: Guest, present: str = "", absent: str = "") -> set[int]:
    return {
        page
        for page, rights in guest.pages.items()
        if set(present) <= set(rights) and not set(absent) & set(rights)
    }


@pytest.mark.qemu
def test_nothing_is_writable_and_executable(guest: Guest) -> None:
    assert with_rights(guest, present=WRITABLE)
    assert not with_rights(guest, present=WRITABLE, absent=NOT_EXECUTABLE)
    assert not with_rights(guest, present=USER)


@pytest.mark.qemu
def test_rights_are_those_of_the_image(guest: Guest) -> None:
    with guest.image.open("rb") as file:
        segments = [s.header for s in ELFFile(file).iter_segments("PT_LOAD")]
    unpacked = [header for header in segments if header.p_filesz == 0]
    assert len(unpacked) == len(segments) - 1
    for header in unpacked:
        pages = set(range(header.p_vaddr, header.p_vaddr + header.p_memsz, PAGE))
        executable = header.p_flags & P_FLAGS.PF_X != 0
        assert (pages <= with_rights(guest, absent=NOT_EXECUTABLE)) == executable
        assert (pages <= with_rights(guest, present=WRITABLE)) == (header.p_flags & P_FLAGS.PF_W != 0)
        if executable:
            assert pages == with_rights(guest, absent=NOT_EXECUTABLE)


@pytest.mark.qemu
def test_what_is_not_mapped(guest: Guest) -> None:
    """Between the image's first page and the memory's last, one is left out: the guard below the stack."""
    assert min(guest.pages) == IMAGE_START
    last = max(page for page in guest.pages if page < MEMORY_MIB << 20)
    memory = set(range(IMAGE_START, last, PAGE))
    assert len(memory - guest.pages.keys()) == 1


@pytest.mark.qemu
def test_page_tables_are_read_only(guest: Guest) -> None:
    assert WRITABLE not in guest.pages[guest.registers["CR3"]]


@pytest.mark.qemu
def test_protections_are_on(guest: Guest) -> None:
    registers = guest.registers
    assert registers["CR0"] & CR0_WRITE_PROTECT
    assert registers["EFER"] & EFER_NO_EXECUTE
    for bit in (CR4_UMIP, CR4_SMEP, CR4_SMAP):
        assert registers["CR4"] & bit
