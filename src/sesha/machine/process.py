"""Run an image of the process machine: a child process with the terminal's streams.

The child gets exactly the environment that was asked for. Signals that end it become exit
statuses as shells count them; those that only a fault of ours can cause become `MachineFault`.
"""

import signal
import subprocess

from sesha.machine.child import SIGNAL_STATUS, wait_through_signals
from sesha.machine.job import EnvironmentProblem, Job, MachineFault
from sesha.machine.networks import TAP, tap_address, tap_name
from sesha.machine.tap import check_tap

MEMORY_VARIABLE = "SESHA_MEMORY"
PUBLISH_VARIABLE = "SESHA_PUBLISH"
TAP_VARIABLE = "SESHA_TAP"
STATIC_VARIABLE = "SESHA_NET"

FAULTS = {
    signal.SIGSYS: "it made a system call that its own sandbox forbids",
    signal.SIGSEGV: "it touched memory that it does not have",
    signal.SIGILL: "it reached an instruction that cannot be reached",
    signal.SIGBUS: "it touched memory that it does not have",
    signal.SIGFPE: "it divided by zero in machine code",
}


def run_process(job: Job) -> int:
    """Run to the end; gives the exit status."""
    environment = {**job.environment, MEMORY_VARIABLE: str(job.memory)}
    if job.publish:
        environment[PUBLISH_VARIABLE] = ",".join(f"{p.host}:{p.guest}" for p in job.publish)
    if job.network is not None and job.network.startswith(TAP):
        check_tap(tap_name(job.network))
        environment[TAP_VARIABLE] = tap_name(job.network)
        if static := tap_address(job.network):
            environment[STATIC_VARIABLE] = static
    command = [job.name, *job.arguments]
    try:
        child = subprocess.Popen(command, executable=job.image, env=environment)
    except OSError as error:
        raise EnvironmentProblem(
            f"the image cannot be executed here ({error.strerror})", "Linux on x86-64 is needed"
        ) from error
    return _status(wait_through_signals(child))


def _status(code: int) -> int:
    if code >= 0:
        return code
    number = signal.Signals(-code)
    if number in FAULTS:
        raise MachineFault(f"the machine was stopped by {number.name}: {FAULTS[number]}")
    return SIGNAL_STATUS + number
