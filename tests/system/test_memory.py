"""Too little memory: an exception of the program, or a sentence; on each machine, and never a hang."""

from pathlib import Path

import pytest

from tests.conftest import run_sesha
from tests.system.conftest import MACHINES
from tests.system.images import run_image

GREEDY = """def fill() -> int:
    kept: list[bytearray] = []
    try:
        while True:
            kept.append(bytearray(50_000))
    except MemoryError:
        found = len(kept)
        kept.clear()  # the stack is scanned conservatively: a dead slot of a caller's frame may hold the list
        return found


def deep(level: int) -> int:
    return deep(level + 1) + 1


def main() -> None:
    print(fill() > 5)
    try:
        deep(0)
    except RecursionError as error:
        print(error)
    print(fill() > 5)
    small: list[object] = []
    while True:
        small.append([1, 2, 3])


main()
"""
SAID = "True\nmaximum recursion depth exceeded\nTrue\n"
LAST_WORDS = """Traceback (most recent call last):
  File "PROGRAM", line 28, in <module>
    main()
  File "PROGRAM", line 25, in main
    small.append([1, 2, 3])
MemoryError
"""
BLOB_SIZE = 3 << 20
READING = "print(len(open('blob.txt').read()))\n"
CONFIGURATION = "[tool.sesha]\nassets = ['blob.txt']\n"


@pytest.fixture(scope="module", params=MACHINES)
def greedy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("greedy")
    program, image = folder / "greedy.py", folder / "image"
    program.write_text(GREEDY)
    built = run_sesha("build", program, "--machine", request.param, "-o", image)
    assert built.returncode == 0, built.stderr
    return request.param, image


@pytest.mark.parametrize("mebibytes", [2, 3, 16])
def test_memory_runs_out(greedy: tuple[str, Path], mebibytes: int) -> None:
    machine, image = greedy
    finished = run_image(machine, image, memory=mebibytes << 20)
    assert (finished.stdout, finished.returncode) == (SAID, 1)
    assert finished.stderr.endswith(LAST_WORDS.replace("PROGRAM", str(image.with_name("greedy.py"))))


@pytest.mark.qemu
@pytest.mark.slow
def test_image_larger_than_the_machine(tmp_path: Path) -> None:
    """3 MiB do not hold it, 4 MiB hold nothing beside it, 5 MiB not what it makes."""
    (tmp_path / "blob.txt").write_text("x" * BLOB_SIZE)
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    program, image = tmp_path / "reading.py", tmp_path / "image"
    program.write_text(READING)
    assert run_sesha("build", program, "--machine", "qemu", "-o", image).returncode == 0
    for mebibytes in (3, 4):
        finished = run_image("qemu", image, memory=mebibytes << 20)
        assert finished.returncode == 2
        assert finished.stderr == (
            f"sesha: {mebibytes}M of memory are too little for this image; give it 5M or more with --memory\n"
        )
    finished = run_image("qemu", image, memory=5 << 20)
    assert finished.returncode == 1
    assert finished.stderr.endswith("MemoryError\n")


@pytest.mark.slow
def test_more_than_linux_gives(tmp_path: Path) -> None:
    program, image = tmp_path / "nothing.py", tmp_path / "image"
    program.write_text("pass\n")
    assert run_sesha("build", program, "-o", image).returncode == 0
    finished = run_image("process", image, memory=1 << 50)
    assert finished.returncode == 2
    assert finished.stderr == "sesha: Linux does not give so much memory; ask for less with --memory\n"
