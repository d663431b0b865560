"""The dialect's forms of portable modules: the same names, and the same sums over raw memory."""

import inspect
import random

import pytest

from sesha.compiler.options import RAW_MODULES
from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.cpu import (
    checksum as raw_checksum,
    intrinsics,
    octets as raw_octets,
    siphash as raw_siphash,
    wire_fields,
)
from sesha.guest.http import octets
from sesha.guest.net import siphash
from sesha.guest.net.wire import checksum, fields

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("portable", "raw"), [(checksum, raw_checksum), (fields, wire_fields), (octets, raw_octets)]
)
def test_the_same_functions(portable: object, raw: object) -> None:
    assert RAW_MODULES[portable.__name__] == raw.__name__  # type: ignore[attr-defined]
    for name, function in inspect.getmembers(portable, inspect.isfunction):
        assert inspect.signature(getattr(raw, name)) == inspect.signature(function)


@pytest.mark.parametrize("seed", range(20))
def test_sums_over_memory(seed: int) -> None:
    source = random.Random(seed)
    for size in (*range(20), 1460, 1499, 65535):
        data = source.randbytes(size) if seed else b"\xff" * size
        intrinsics.MEMORY[4096 : 4096 + size] = data
        assert raw_checksum.sum_memory(4096, size) == checksum.fold(checksum.sum_bytes(data, 0, size))


@pytest.mark.parametrize("count", range(8))
def test_hash_of_words(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert RAW_MODULES[siphash.__name__] == raw_siphash.__name__
    source = random.Random(count)
    key = source.randbytes(16)
    words = [source.getrandbits(32) for _ in range(count)]
    start = 4096 + BYTES_DATA
    intrinsics.MEMORY[start : start + 16] = key
    monkeypatch.setattr(raw_siphash, "address", lambda value: 4096)
    assert raw_siphash.SipHash(key).of_words(words) == siphash.SipHash(key).of_words(words)
