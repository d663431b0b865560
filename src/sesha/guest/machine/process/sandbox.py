"""Give up every right that the program does not need: no new privileges, and a seccomp filter.

The filter is a BPF program over `struct seccomp_data`: system calls outside the list kill the
process (SIGSYS), of whichever architecture. It cannot be changed or removed afterwards.
"""

from mypy_extensions import i64

from sesha.guest.abi.runner import REFUSED_STATUS
from sesha.guest.cpu.intrinsics import stack_words, store_i64, symbol_address, syscall
from sesha.guest.machine.process import console, power
from sesha.guest.machine.process.host_files import NETWORK_SOCKETS
from sesha.guest.machine.process.system_calls import (
    CLOCK_GETTIME,
    EXIT_GROUP,
    GETRANDOM,
    PPOLL,
    PRCTL,
    READ,
    SECCOMP,
    WRITE,
)

EPOLL_CREATE1 = 291
EPOLL_CTL = 233
EPOLL_WAIT = 232
EPOLL_PWAIT = 281
EPOLL_PWAIT2 = 441
SOCKET = 41
CONNECT = 42
ACCEPT4 = 288
SENDTO = 44
RECVFROM = 45
SHUTDOWN = 48
BIND = 49
LISTEN = 50
GETSOCKNAME = 51
GETPEERNAME = 52
SETSOCKOPT = 54
GETSOCKOPT = 55
CLOSE = 3
RT_SIGACTION = 13
RT_SIGRETURN = 15
EVENTFD2 = 290

PR_SET_NO_NEW_PRIVS = 38
SECCOMP_SET_MODE_FILTER = 1
NO_FILTER = (
    b"sesha: Linux does not accept the sandbox, without which nothing runs; seccomp filters are needed\n"
)

# BPF: u16 code, u8 jump if true, u8 jump if false, u32 operand.
LOAD_WORD = 0x20
JUMP_IF_EQUAL = 0x15
RETURN = 0x06
DATA_NUMBER = 0
DATA_ARCHITECTURE = 4
AUDIT_ARCH_X86_64 = 0xC000003E
KILL_PROCESS = 0x80000000
ALLOW = 0x7FFF0000
MOST_INSTRUCTIONS = 64
SKIP_ONE_IF_FALSE = 1 << 24
SKIP_ONE_IF_TRUE = 1 << 16
YES = 2
"""Value of a symbol that tells a fact of the build; 1 is no."""

program: i64 = 0
count: i64 = 0


def enter() -> None:
    """Called once by start.py, just before the program."""
    global program, count
    program = stack_words(MOST_INSTRUCTIONS)
    count = 0
    add(LOAD_WORD, DATA_ARCHITECTURE)
    add(JUMP_IF_EQUAL | SKIP_ONE_IF_TRUE, AUDIT_ARCH_X86_64)
    add(RETURN, KILL_PROCESS)
    add(LOAD_WORD, DATA_NUMBER)
    allow_always()
    if symbol_address("network_kind") == NETWORK_SOCKETS:
        allow_sockets()
    if symbol_address("uses_signals") == YES:
        allow_signals()
    add(RETURN, KILL_PROCESS)
    install()


def install() -> None:
    header = stack_words(2)
    store_i64(header, count)
    store_i64(header + 8, program)
    syscall(PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if syscall(SECCOMP, SECCOMP_SET_MODE_FILTER, 0, header) != 0:
        console.write(console.STDERR, NO_FILTER)
        power.leave(REFUSED_STATUS)


def add(code: i64, operand: i64) -> None:
    global count
    store_i64(program + count * 8, code | operand << 32)
    count = count + 1


def allow(number: i64) -> None:
    """Let a system call pass."""
    add(JUMP_IF_EQUAL | SKIP_ONE_IF_FALSE, number)
    add(RETURN, ALLOW)


def allow_always() -> None:
    allow(READ)
    allow(WRITE)
    allow(EXIT_GROUP)
    allow(CLOCK_GETTIME)
    allow(GETRANDOM)
    allow(PPOLL)


def allow_sockets() -> None:
    allow(EPOLL_CREATE1)
    allow(EPOLL_CTL)
    allow(EPOLL_WAIT)
    allow(EPOLL_PWAIT)
    allow(EPOLL_PWAIT2)
    allow(SOCKET)
    allow(CONNECT)
    allow(ACCEPT4)
    allow(SENDTO)
    allow(RECVFROM)
    allow(SHUTDOWN)
    allow(BIND)
    allow(LISTEN)
    allow(GETSOCKNAME)
    allow(GETPEERNAME)
    allow(SETSOCKOPT)
    allow(GETSOCKOPT)
    allow(CLOSE)


def allow_signals() -> None:
    allow(RT_SIGACTION)
    allow(RT_SIGRETURN)
    allow(EVENTFD2)
