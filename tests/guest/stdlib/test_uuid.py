"""Compare the guest's uuid, secrets and http with CPython's."""

import http
import uuid

import pytest
from hypothesis import given, strategies as st

from sesha.guest.stdlib import http as our_http, secrets, uuid as ours

pytestmark = pytest.mark.fast


@given(st.binary(min_size=16, max_size=16), st.text(max_size=8))
def test_uuid(data: bytes, name: str) -> None:
    mine, theirs = ours.UUID(bytes=data), uuid.UUID(bytes=data)
    for attribute in (
        "hex",
        "bytes",
        "bytes_le",
        "int",
        "fields",
        "urn",
        "variant",
        "version",
        "node",
        "time_low",
    ):
        assert getattr(mine, attribute) == getattr(theirs, attribute), attribute
    assert (str(mine), repr(mine), hash(mine)) == (str(theirs), repr(theirs), hash(theirs))
    assert (
        ours.UUID(str(theirs).upper())
        == mine
        == ours.UUID(bytes_le=theirs.bytes_le)
        == ours.UUID(fields=theirs.fields)
    )
    assert str(ours.uuid5(mine, name)) == str(uuid.uuid5(theirs, name))
    assert str(ours.uuid3(mine, name)) == str(uuid.uuid3(theirs, name))
    assert ours.UUID(int=theirs.int, version=4).hex == uuid.UUID(int=theirs.int, version=4).hex


def test_new_ones() -> None:
    assert (ours.uuid4().version, ours.uuid7().version) == (4, 7)
    assert ours.uuid4() != ours.uuid4()
    for wrong in ({"hex": "12"}, {"bytes": b"x"}, {"int": -1}, {"fields": (1 << 40, 0, 0, 0, 0, 0)}):
        with pytest.raises(ValueError):
            ours.UUID(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ours.UUID()


def test_secrets() -> None:
    assert len(secrets.token_bytes()) == 32
    assert len(secrets.token_hex(5)) == 10
    assert len(secrets.token_urlsafe(30)) == 40
    assert secrets.randbelow(3) in range(3)
    assert secrets.choice("abc") in "abc"


def test_http() -> None:
    for status in http.HTTPStatus:
        mine = our_http.HTTPStatus(int(status))
        assert mine == status
        if int(status) not in (413, 414, 416, 422):
            assert (mine.name, mine.phrase) == (status.name, status.phrase)
    assert our_http.HTTPStatus.NOT_FOUND.is_client_error
    assert [m.value for m in our_http.HTTPMethod] == [m.value for m in http.HTTPMethod]
