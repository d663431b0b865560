"""notes under wrk: nothing lost, memory flat; a million requests behind the soak mark."""

import pytest

from tests.system.serving import NOTES, Serving
from tests.system.wrk import wrk

SMALL_MEMORY = "16M"
WARM_SECONDS = 3
LOAD_SECONDS = 5
SOAK_REQUESTS = 1_000_000
SOAK_SECONDS = 60
GROWTH_KIB = 2048


def test_load_loses_nothing(notes: Serving) -> None:
    load = wrk(notes.url("/healthz"), LOAD_SECONDS, connections=50)
    assert load.requests > 100
    assert load.errors == 0


@pytest.mark.slow
def test_hundred_connections_in_16_mib() -> None:
    with Serving(NOTES, "process", "--memory", SMALL_MEMORY) as server:
        load = wrk(server.url("/notes"), LOAD_SECONDS, connections=100)
        assert load.requests > 1000
        assert load.errors == 0


@pytest.mark.qemu
@pytest.mark.slow
def test_hundred_connections_in_a_16_mib_machine() -> None:
    with Serving(NOTES, "qemu", "--memory", SMALL_MEMORY) as server:
        load = wrk(server.url("/notes"), LOAD_SECONDS, connections=100)
        assert load.requests > 100
        assert load.errors == 0


@pytest.mark.slow
def test_memory_is_flat() -> None:
    with Serving(NOTES, "process") as server:
        wrk(server.url("/notes"), WARM_SECONDS)
        before = server.resident_kib()
        load = wrk(server.url("/notes"), 2 * LOAD_SECONDS)
        assert load.errors == 0
        assert server.resident_kib() <= before + GROWTH_KIB


@pytest.mark.soak
def test_a_million_requests() -> None:
    with Serving(NOTES, "process", "--memory", SMALL_MEMORY) as server:
        wrk(server.url("/healthz"), WARM_SECONDS)
        before = server.resident_kib()
        served = 0
        while served < SOAK_REQUESTS:
            load = wrk(server.url("/healthz"), SOAK_SECONDS, connections=50)
            assert load.errors == 0
            assert load.requests > 0
            served += load.requests
        assert server.resident_kib() <= before + GROWTH_KIB
