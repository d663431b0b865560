"""Note the signals that stop a program, for its event loop: handlers of Linux's.

A handler does two things: it sets a bit, and it makes a descriptor readable that every wait of the
machine watches (idle.py, network.py, tap.py). So none is missed between a look and a wait.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    export,
    function_address,
    load_i64,
    no_alloc,
    no_raise,
    stack_words,
    store_i64,
    symbol_address,
    syscall,
)
from sesha.guest.machine.process import wake
from sesha.guest.machine.process.system_calls import READ, RT_SIGACTION, WRITE

SET_SIZE = 8
ACTION_WORDS = 4
"""struct sigaction of the kernel: handler, flags, restorer, mask."""
SIG_DFL = 0
SIG_IGN = 1
SA_RESTORER = 0x04000000
SA_RESETHAND = 0x80000000

bits: i64 = 0
"""Bit n: signal n has come and has not been taken."""


def watch(number: int, once: bool) -> None:
    """Note this signal from now on; with `once`, another one that comes first ends the program."""
    flags: i64 = SA_RESTORER
    if once:
        flags |= SA_RESETHAND
    set_action(i64(number), function_address(note_signal), flags)


def release(number: int) -> None:
    """Let the signal do again what it does by itself: end the program."""
    set_action(i64(number), SIG_DFL, SA_RESTORER)


def set_action(number: i64, handler: i64, flags: i64) -> None:
    action = stack_words(ACTION_WORDS)
    store_i64(action, handler)
    store_i64(action + 8, flags)
    store_i64(action + 16, symbol_address("signal_return"))
    store_i64(action + 24, 0)
    syscall(RT_SIGACTION, number, action, 0, SET_SIZE)


def is_ignored(number: int) -> bool:
    """Whether the program was started with this signal ignored: then it stays so."""
    action = stack_words(ACTION_WORDS)
    store_i64(action, SIG_DFL)
    syscall(RT_SIGACTION, i64(number), 0, action, SET_SIZE)
    return load_i64(action) == SIG_IGN


def noted() -> bool:
    return bits != 0


def take() -> int:
    """The number of a signal that has come; 0 when none is left."""
    global bits
    if bits == 0:
        return 0
    syscall(READ, wake.descriptor, stack_words(1), 8)
    number: i64 = 0
    while bits >> number & 1 == 0:
        number += 1
    bits = bits & ~(i64(1) << number)
    return int(number)


@export("note_signal")
@no_raise
@no_alloc
def note_signal(number: i64) -> None:
    """The handler: called by Linux between any two instructions of the program."""
    global bits
    bits = bits | i64(1) << number
    one = stack_words(1)
    store_i64(one, 1)
    syscall(WRITE, wake.descriptor, one, 8)
