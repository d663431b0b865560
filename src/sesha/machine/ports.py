"""Find out before the machine starts whether the host's ports that it is to have are free."""

import errno
import itertools
import socket

from sesha.machine.job import EnvironmentProblem, Publication

KINDS = {"process": (socket.SOCK_STREAM,), "pvh": (socket.SOCK_STREAM, socket.SOCK_DGRAM)}
"""What a machine takes of a published port: a process what the program opens, QEMU both."""


def check_ports(machine: str, publish: tuple[Publication, ...]) -> None:
    """Raise EnvironmentProblem for a port that is taken, or that we may not take."""
    for publication, kind in itertools.product(publish, KINDS[machine]):
        with socket.socket(socket.AF_INET, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("0.0.0.0", publication.host))
            except OSError as error:
                raise _problem(publication.host, error) from error


def _problem(port: int, error: OSError) -> EnvironmentProblem:
    if error.errno == errno.EADDRINUSE:
        return EnvironmentProblem(
            f"port {port} is taken", "stop what listens there (see ss -ltnp) or publish another"
        )
    if error.errno == errno.EACCES:
        return EnvironmentProblem(f"port {port} may not be used by this user", "publish one above 1023")
    return EnvironmentProblem(f"port {port} cannot be used ({error.strerror})", "publish another")
