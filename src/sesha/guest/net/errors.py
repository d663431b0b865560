"""Error numbers of the stack (Linux's) and the exceptions that carry them."""

from mypy_extensions import i64

EAGAIN = 11
EINVAL = 22
EPIPE = 32
EADDRINUSE = 98
EADDRNOTAVAIL = 99
ENETUNREACH = 101
ECONNABORTED = 103
ECONNRESET = 104
ENOBUFS = 105
EISCONN = 106
ENOTCONN = 107
ETIMEDOUT = 110
ECONNREFUSED = 111
EHOSTUNREACH = 113
EMSGSIZE = 90
EPROTO = 71
ENOPROTOOPT = 92
EBADF = 9

MESSAGES = {
    EBADF: "Bad file descriptor",
    EAGAIN: "Resource temporarily unavailable",
    EINVAL: "Invalid argument",
    EPIPE: "Broken pipe",
    EPROTO: "Protocol error",
    EMSGSIZE: "Message too long",
    ENOPROTOOPT: "Protocol not available",
    EADDRINUSE: "Address already in use",
    EADDRNOTAVAIL: "Cannot assign requested address",
    ENETUNREACH: "Network is unreachable",
    ECONNABORTED: "Software caused connection abort",
    ECONNRESET: "Connection reset by peer",
    ENOBUFS: "No buffer space available",
    EISCONN: "Transport endpoint is already connected",
    ENOTCONN: "Transport endpoint is not connected",
    ETIMEDOUT: "Connection timed out",
    ECONNREFUSED: "Connection refused",
    EHOSTUNREACH: "No route to host",
}


def error_of(number: i64) -> OSError:
    """The exception for an error number, of the class that CPython gives it."""
    return OSError(number, MESSAGES.get(number, "Unknown error"))
