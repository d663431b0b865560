"""Run an image of the process machine: a child process with the terminal's streams.

The child gets exactly the environment that was asked for. Signals that end it become exit
statuses as shells count them; those that only a fault of ours can cause become `MachineFault`.
"""

import signal
import subprocess
from types import FrameType

from sesha.machine.job import EnvironmentProblem, Job, MachineFault
from sesha.machine.tap import check_tap

MEMORY_VARIABLE = "SESHA_MEMORY"
PUBLISH_VARIABLE = "SESHA_PUBLISH"
TAP_VARIABLE = "SESHA_TAP"
STATIC_VARIABLE = "SESHA_NET"
TAP = "tap="

FAULTS = {
    signal.SIGSYS: "it made a system call that its own sandbox forbids",
    signal.SIGSEGV: "it touched memory that it does not have",
    signal.SIGILL: "it reached an instruction that cannot be reached",
    signal.SIGBUS: "it touched memory that it does not have",
    signal.SIGFPE: "it divided by zero in machine code",
}
SIGNAL_STATUS = 128


def run_process(job: Job) -> int:
    """Run to the end; gives the exit status."""
    environment = {**job.environment, MEMORY_VARIABLE: str(job.memory)}
    if job.publish:
        environment[PUBLISH_VARIABLE] = ",".join(f"{p.host}:{p.guest}" for p in job.publish)
    if job.network is not None and job.network.startswith(TAP):
        name, _, static = job.network.removeprefix(TAP).partition(",")
        check_tap(name)
        environment[TAP_VARIABLE] = name
        if static:
            environment[STATIC_VARIABLE] = static
    command = [job.name, *job.arguments]
    try:
        child = subprocess.Popen(command, executable=job.image, env=environment)
    except OSError as error:
        raise EnvironmentProblem(
            f"the image cannot be executed here ({error.strerror})", "Linux on x86-64 is needed"
        ) from error
    return _status(wait_through_signals(child))


def wait_through_signals(child: "subprocess.Popen[bytes]") -> int:
    """Wait for the child, handing SIGTERM and SIGINT on to it; gives its return code.

    Ctrl-C reaches the child by itself, being in the terminal's foreground group: a second SIGINT
    does it no harm."""

    def hand_on(number: int, _frame: FrameType | None) -> None:
        if child.poll() is None:
            child.send_signal(number)

    previous = {number: signal.signal(number, hand_on) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        return child.wait()
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _status(code: int) -> int:
    if code >= 0:
        return code
    number = signal.Signals(-code)
    if number in FAULTS:
        raise MachineFault(f"the machine was stopped by {number.name}: {FAULTS[number]}")
    return SIGNAL_STATUS + number
