"""The commands as people use them: streams, status, arguments, signals, stages, mistakes."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment, run_sesha
from tests.system.conftest import MACHINES
from tests.system.serving import NOTES, Serving, free_port

HELLO = ROOT / "examples" / "hello.py"
STAGES = {"typed": "main", "ir": "main", "llvm": "define", "asm": ".text"}


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_hello(machine: str) -> None:
    finished = run_sesha("run", HELLO, "--machine", machine)
    assert (finished.stdout, finished.returncode) == ("Hello, world!\n", 0)


def test_arguments_environment_and_status(machine: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, sys\nprint(sys.argv[1:], os.environ['COLOUR'])\n"
        "print('bad', file=sys.stderr)\nsys.exit(9)\n"
    )
    finished = run_sesha("run", program, "--machine", machine, "--env", "COLOUR=deep red", "--", "-x", "a b")
    assert finished.stdout == "['-x', 'a b'] deep red\n"
    assert finished.returncode == 9


@pytest.mark.slow
def test_standard_input(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import sys\nprint(sum(int(line) for line in sys.stdin))\n")
    command = [sys.executable, "-m", "sesha", "run", str(program)]
    finished = subprocess.run(command, input="1\n2\n39\n", capture_output=True, text=True, env=environment())
    assert finished.stdout == "42\n"


@pytest.mark.slow
def test_console_streams(tmp_path: Path) -> None:
    """A line is seen when it is printed, not when the program ends."""
    program = tmp_path / "program.py"
    program.write_text("import time\nprint('first', flush=True)\ntime.sleep(30)\n")
    command = [sys.executable, "-m", "sesha", "run", str(program)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())
    assert child.stdout is not None
    assert child.stdout.readline() == "first\n"
    child.send_signal(signal.SIGTERM)
    assert child.wait(10) != 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_stop_a_server(machine: str, number: signal.Signals) -> None:
    with Serving(NOTES, machine) as server:
        pid = server.machine_pid()
        started = time.monotonic()
        status = server.stop(number)
        assert time.monotonic() - started < 5
        assert not Path(f"/proc/{pid}").exists()
        shuts_down = machine == "process" and number != signal.SIGHUP
        assert status == (0 if shuts_down else 128 + number)
        assert "terminating" not in server.said()


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_emit(stage: str) -> None:
    finished = run_sesha("build", HELLO, f"--emit={stage}")
    assert finished.returncode == 0
    assert STAGES[stage] in finished.stdout


@pytest.mark.slow
def test_builds_are_reproducible(tmp_path: Path) -> None:
    images = [tmp_path / name for name in ("one", "two")]
    for image in images:
        assert run_sesha("build", HELLO, "-o", image).returncode == 0
    assert images[0].read_bytes() == images[1].read_bytes()


@pytest.mark.slow
def test_port_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        finished = run_sesha("run", NOTES, "--publish", f"{port}:8000", timeout=60)
    assert finished.returncode == 2
    assert str(port) in finished.stderr


def test_missing_program() -> None:
    finished = run_sesha("run", "no-such-program.py")
    assert finished.returncode == 2
    assert "no-such-program.py" in finished.stderr
    assert len(finished.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["run", str(HELLO), "--machine", "vax"],
        ["run", str(HELLO), "--publish", "x"],
        ["run", str(HELLO), "--memory", "lots"],
    ],
)
def test_wrong_command_lines(arguments: list[str]) -> None:
    finished = run_sesha(*arguments)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr


def test_wrong_configuration_key(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.sesha]\nmemroy = '16M'\n")
    (tmp_path / "app.py").write_text("print(1)\n")
    finished = run_sesha("build", tmp_path / "app.py", "-o", tmp_path / "image")
    assert finished.returncode == 2
    assert "memroy" in finished.stderr
    assert "memory" in finished.stderr


@pytest.mark.slow
def test_no_qemu(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sesha", "run", str(HELLO), "--machine", "qemu"]
    without_qemu = {**environment(), "PATH": str(tmp_path)}
    finished = subprocess.run(command, capture_output=True, text=True, env=without_qemu)
    assert finished.returncode == 2
    assert "qemu" in finished.stderr.lower()
    assert "install" in finished.stderr


@pytest.mark.slow
def test_module_and_application(tmp_path: Path) -> None:
    """`module:app` names an ASGI application."""
    port = free_port()
    command = [sys.executable, "-m", "sesha", "run", "notes:app", "--publish", f"{port}:8000"]
    child = subprocess.Popen(command, cwd=ROOT / "examples", env=environment(), stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while child.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("it does not serve")
    finally:
        child.terminate()
        child.wait()
