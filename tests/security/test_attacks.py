"""Every attack of attacks.py is stopped, on both machines, with a report and the status of a fault."""

from pathlib import Path

import pytest

from sesha.guest.abi.runner import FAULT_STATUS
from tests.conftest import run_sesha
from tests.system.conftest import MACHINES
from tests.system.images import run_image

PROGRAM = Path(__file__).with_name("attacks.py")
ATTACKS = (
    "write_code",
    "write_constant",
    "execute_constant",
    "execute_heap",
    "execute_stack",
    "write_page_tables",
    "read_null",
    "call_null",
    "overflow_stack",
)


@pytest.fixture(scope="module", params=MACHINES)
def image(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The attacks, built once for a machine."""
    path = tmp_path_factory.mktemp("attacks") / "image"
    built = run_sesha("build", PROGRAM, "--machine", request.param, "-O", "0", "-o", path)
    assert built.returncode == 0, built.stderr
    return request.param, path


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_stopped(image: tuple[str, Path], attack: str) -> None:
    finished = run_image(*image, attack)
    assert finished.stdout == "before\n"
    assert finished.returncode == FAULT_STATUS
    assert finished.stderr.splitlines()[-1].startswith("sesha: internal error: machine: ")
