"""Find out before the machine starts whether the host's ports that it is to have are free."""

import errno
import socket

from sesha.machine.job import EnvironmentProblem, Publication


def check_ports(publish: tuple[Publication, ...]) -> None:
    """Raise EnvironmentProblem for a port that is taken, or that we may not take."""
    for publication in publish:
        with socket.socket() as probe:
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
