"""Our checksums are CPython's."""

import zlib

import pytest
from hypothesis import given, strategies as st

from sesha.guest.stdlib import zlib as ours

pytestmark = pytest.mark.fast


@given(st.binary(max_size=64), st.integers(0, (1 << 32) - 1))
def test_checksums(data: bytes, start: int) -> None:
    assert ours.crc32(data) == zlib.crc32(data)
    assert ours.crc32(data, start) == zlib.crc32(data, start)
    assert ours.adler32(data) == zlib.adler32(data)


def test_long() -> None:
    data = bytes(range(256)) * 400
    assert ours.adler32(data) == zlib.adler32(data)
    assert ours.adler32(data[5000:], ours.adler32(data[:5000])) == zlib.adler32(data)
    assert ours.adler32(bytearray(b"\xff" * 10_000)) == zlib.adler32(b"\xff" * 10_000)
