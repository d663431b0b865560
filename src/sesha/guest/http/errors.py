"""Say what a client did wrong: the one exception that bytes from outside raise."""

from mypy_extensions import i64


class HttpError(Exception):
    """A request that gets this status as its answer, after which the connection closes."""

    def __init__(self, status: i64, reason: str) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason


def bad_request(reason: str) -> HttpError:
    return HttpError(400, reason)
