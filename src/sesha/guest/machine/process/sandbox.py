"""Give up every right that the program does not need: the rules of its seccomp filter (seccomp.py).

They are as narrow as the image is: sockets only where the program uses the host's, signals only where it
watches them, reading and writing only on the descriptors that are open by now. The filter cannot be
changed or removed afterwards.
"""

from mypy_extensions import i64

from sesha.guest.abi.runner import REFUSED_STATUS
from sesha.guest.cpu.intrinsics import stack_words, symbol_address
from sesha.guest.machine.process import console, power, seccomp, tap, wake
from sesha.guest.machine.process.host_files import NETWORK_SOCKETS
from sesha.guest.machine.process.seccomp import allow, allow_only, demand, end, rule
from sesha.guest.machine.process.system_calls import (
    ACCEPT4,
    ADDRESS_SIZE,
    AF_INET,
    BIND,
    CLOCK_GETTIME,
    CLOCK_MONOTONIC,
    CLOCK_REALTIME,
    CLOSE,
    CONNECT,
    EPOLL_CREATE1,
    EPOLL_CTL,
    EPOLL_CTL_ADD,
    EPOLL_CTL_DEL,
    EPOLL_CTL_MOD,
    EPOLL_PWAIT2,
    EPOLL_WAIT,
    EXIT_GROUP,
    GETPEERNAME,
    GETRANDOM,
    GETSOCKNAME,
    GETSOCKOPT,
    IPPROTO_TCP,
    LISTEN,
    MSG_NOSIGNAL,
    PPOLL,
    READ,
    RECVFROM,
    RT_SIGACTION,
    RT_SIGRETURN,
    SENDTO,
    SETSOCKOPT,
    SHUT_WR,
    SHUTDOWN,
    SO_BROADCAST,
    SO_ERROR,
    SO_REUSEADDR,
    SO_REUSEPORT,
    SOCK_DGRAM,
    SOCK_NONBLOCK_CLOEXEC,
    SOCK_STREAM,
    SOCKET,
    SOL_SOCKET,
    STDERR,
    STDIN,
    STDOUT,
    TCP_NODELAY,
    WRITE,
)

NO_FILTER = (
    b"sesha: Linux does not accept the sandbox, without which nothing runs; seccomp filters are needed\n"
)


def enter() -> None:
    """Called once by start.py, just before the program."""
    seccomp.begin(stack_words(seccomp.MOST_INSTRUCTIONS))
    allow_always()
    if symbol_address("network_kind") == NETWORK_SOCKETS:
        allow_waiting()
        allow_sockets()
        allow_socket_options()
    if wake.is_wanted():
        allow_signals()
    if not seccomp.install(stack_words(2)):
        console.write(console.STDERR, NO_FILTER)
        power.leave(REFUSED_STATUS)


def allow_always() -> None:
    card = tap.descriptor if tap.descriptor > 0 else i64(seccomp.NONE)
    allow_only(READ, 0, STDIN, card, wake.descriptor)
    allow_only(WRITE, 0, STDOUT, STDERR, card, wake.descriptor)
    allow(PPOLL)
    allow_only(CLOCK_GETTIME, 0, CLOCK_REALTIME, CLOCK_MONOTONIC)
    allow_only(GETRANDOM, 2, 0)
    allow(EXIT_GROUP)


def allow_waiting() -> None:
    allow_only(EPOLL_CREATE1, 0, 0)
    allow_only(EPOLL_CTL, 1, EPOLL_CTL_ADD, EPOLL_CTL_DEL, EPOLL_CTL_MOD)
    allow(EPOLL_WAIT)
    allow_only(EPOLL_PWAIT2, 4, 0)


def allow_sockets() -> None:
    rule(SOCKET)
    demand(0, AF_INET)
    demand(1, SOCK_STREAM | SOCK_NONBLOCK_CLOEXEC, SOCK_DGRAM | SOCK_NONBLOCK_CLOEXEC)
    demand(2, 0)
    end()
    allow_only(BIND, 2, ADDRESS_SIZE)
    allow(LISTEN)
    allow_only(ACCEPT4, 3, SOCK_NONBLOCK_CLOEXEC)
    allow_only(CONNECT, 2, ADDRESS_SIZE)
    allow_only(SENDTO, 3, MSG_NOSIGNAL)
    allow_only(RECVFROM, 3, 0)
    allow_only(SHUTDOWN, 1, SHUT_WR)
    allow(CLOSE)


def allow_socket_options() -> None:
    allow(GETSOCKNAME)
    allow(GETPEERNAME)
    rule(GETSOCKOPT)
    demand(1, SOL_SOCKET)
    demand(2, SO_ERROR)
    end()
    rule(SETSOCKOPT)
    demand(1, SOL_SOCKET, IPPROTO_TCP)
    demand(2, SO_REUSEADDR, SO_REUSEPORT, SO_BROADCAST, TCP_NODELAY)
    end()


def allow_signals() -> None:
    allow(RT_SIGACTION)
    allow(RT_SIGRETURN)
