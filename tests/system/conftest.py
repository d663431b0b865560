"""The machines that the system tests run notes on, one server for a whole module."""

from collections.abc import Iterator

import pytest

from tests.system.serving import NOTES, Serving

MACHINES = [
    pytest.param("process", marks=pytest.mark.slow),
    pytest.param("qemu", marks=[pytest.mark.slow, pytest.mark.qemu]),
]


@pytest.fixture(scope="module", params=MACHINES)
def notes(request: pytest.FixtureRequest) -> Iterator[Serving]:
    """The flagship example, serving."""
    with Serving(NOTES, request.param) as server:
        yield server
