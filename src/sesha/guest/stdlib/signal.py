"""Name the signals: for `loop.add_signal_handler`. There are no others in images."""

from enum import IntEnum


class Signals(IntEnum):
    """Linux's numbers of the signals that stop a program."""

    SIGHUP = 1
    SIGINT = 2
    SIGTERM = 15
    SIGUSR1 = 10
    SIGUSR2 = 12


SIGHUP = Signals.SIGHUP
SIGINT = Signals.SIGINT
SIGTERM = Signals.SIGTERM
SIGUSR1 = Signals.SIGUSR1
SIGUSR2 = Signals.SIGUSR2
