"""Wait for the process that is the machine, handing on the signals that are to stop it."""

import signal
import subprocess
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SIGNAL_STATUS = 128
"""A shell's status for what a signal has ended is this and the signal's number."""


def wait_through_signals(child: "subprocess.Popen[bytes]") -> int:
    """Wait for the child, handing the signals of STOPPING on to it; gives its return code.

    Ctrl-C reaches the child by itself, being in the terminal's foreground group: a second SIGINT
    does it no harm."""

    def hand_on(number: int, _frame: FrameType | None) -> None:
        if child.poll() is None:
            child.send_signal(number)

    previous = {number: signal.signal(number, hand_on) for number in STOPPING}
    try:
        return child.wait()
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
