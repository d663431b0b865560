"""Enumerations of the library, called and walked through: their members are there without being named."""

import signal
from http import HTTPMethod, HTTPStatus


class ApiError(Exception):
    def __init__(self, status: int, detail: str | None = None) -> None:
        self.status = HTTPStatus(status)
        self.detail = detail or self.status.phrase
        super().__init__(status, self.detail)


for status in (404, 418, 503):
    error = ApiError(status)
    print(error.status, error.detail, error, repr(error.status), error.status.name)
for wrong in (299, 1000):
    try:
        HTTPStatus(wrong)
    except ValueError as invalid:
        print(invalid)
print(len(HTTPStatus) > 50, [s.value for s in HTTPStatus if s.value < 103], HTTPStatus["OK"], HTTPStatus.OK in HTTPStatus)
print(signal.Signals(15).name, [m.name for m in HTTPMethod][:3], HTTPMethod("GET"))
