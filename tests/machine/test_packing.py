"""A packed image: its block gives back the linked image's bytes, and a damaged one does not run on."""

import subprocess
from pathlib import Path

import lz4.block
import pytest
from elftools.elf.elffile import ELFFile

from sesha.guest.abi import runner
from sesha.image.pack import compress
from sesha.machine.job import Job
from sesha.machine.qemu import MODELS, PROGRAM, command_line
from tests.conftest import need_tool, run_sesha

SECONDS = 60


@pytest.mark.fast
@pytest.mark.parametrize("content", [b"", b"a", b"ab" * 5000, bytes(range(256)) * 3, b"x" * 70000])
def test_block(content: bytes) -> None:
    assert lz4.block.decompress(compress(content), uncompressed_size=len(content)) == content


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    program = folder / "hello.py"
    program.write_text('print("unpacked")\n')
    finished = run_sesha("build", program, "--machine", "qemu", "-O", "0", "-o", folder / "image")
    assert finished.returncode == 0, finished.stderr
    return folder / "image"


def block_of(image: Path) -> tuple[int, int]:
    """Where in the file the block lies: first byte and size."""
    with image.open("rb") as file:
        section = ELFFile(file).get_section_by_name(".packed")
        return int(section["sh_offset"]), int(section["sh_size"])


def a_match(content: bytes, start: int) -> int:
    """Where the first token stands whose match is shorter than 18 bytes: its length is in the token."""
    while True:
        token = start
        literals = content[start] >> 4
        start += 1
        if literals == 15:
            while True:
                literals += content[start]
                start += 1
                if content[start - 1] != 255:
                    break
        if content[token] & 15 < 14:
            return token
        start += literals + 2
        while content[start] == 255:
            start += 1
        start += 1


def boot(image: Path) -> str:
    command = [
        *(need_tool(PROGRAM, "qemu-system-x86"), "-M", MODELS["microvm"].options, "-accel", "tcg"),
        *("-cpu", "max", "-m", "16M", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none"),
        *("-serial", "stdio", "-kernel", str(image), "-append", command_line(Job(image, "hello"))),
        *("-device", f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"),
    ]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
    )
    return done.stdout.decode()


@pytest.mark.slow
def test_the_segments_are_empty_in_the_file(image: Path) -> None:
    with image.open("rb") as file:
        sizes = [s.header.p_filesz for s in ELFFile(file).iter_segments("PT_LOAD")]
    assert sizes[:-1] == [0, 0, 0]
    assert sizes[-1] >= block_of(image)[1]


@pytest.mark.qemu
def test_it_unpacks(image: Path) -> None:
    assert "unpacked" in boot(image)


@pytest.mark.qemu
def test_a_damaged_block_stops_the_machine(image: Path, tmp_path: Path) -> None:
    """One match is a byte longer than it was: more comes out, and the entry code notices."""
    content = bytearray(image.read_bytes())
    content[a_match(content, block_of(image)[0])] += 1
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content)
    assert "unpacked" not in boot(damaged)
