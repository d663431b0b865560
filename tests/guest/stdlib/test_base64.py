"""Compare the guest's base64 and binascii with CPython's."""

import base64
import binascii
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import base64 as ours, binascii as our_binascii

pytestmark = pytest.mark.fast


def outcome(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    try:
        return function(*arguments, **options)
    except (binascii.Error, our_binascii.Error) as error:
        return "Error", str(error)
    except ValueError as error:
        return "ValueError", str(error)


@given(st.binary(max_size=70), st.integers(0, 2**32 - 1))
def test_encoding(data: bytes, start: int) -> None:
    for name in ("b64encode", "urlsafe_b64encode", "b32encode", "b32hexencode", "b16encode", "encodebytes"):
        assert getattr(ours, name)(data) == getattr(base64, name)(data), name
    assert ours.b64encode(data, b"$!") == base64.b64encode(data, b"$!")
    assert ours.b64decode(ours.b64encode(data, b"$!"), b"$!") == data
    assert ours.decodebytes(ours.encodebytes(data)) == data
    assert our_binascii.crc32(data, start) == binascii.crc32(data, start)
    assert our_binascii.crc_hqx(data, start & 0xFFFF) == binascii.crc_hqx(data, start & 0xFFFF)
    assert our_binascii.hexlify(data) == binascii.hexlify(data)
    assert our_binascii.hexlify(data, "-", 2) == binascii.hexlify(data, "-", 2)
    assert our_binascii.b2a_base64(data) == binascii.b2a_base64(data)


@settings(max_examples=800)
@given(st.text(alphabet="AQab3+/-_= \n", max_size=10))
def test_decoding_base64(text: str) -> None:
    for name in ("b64decode", "urlsafe_b64decode", "standard_b64decode"):
        assert outcome(getattr(ours, name), text) == outcome(getattr(base64, name), text), name
    mine = outcome(our_binascii.a2b_base64, text)
    assert mine == outcome(binascii.a2b_base64, text)
    strict = outcome(our_binascii.a2b_base64, text, strict_mode=True)
    expected = outcome(binascii.a2b_base64, text, strict_mode=True)
    assert strict == expected or (strict[0] == expected[0] == "Error")


@settings(max_examples=300)
@given(st.text(alphabet="ABcd27=01fé", max_size=16))
def test_decoding_the_others(text: str) -> None:
    for name in ("b32decode", "b32hexdecode", "b16decode"):
        for casefold in (False, True):
            assert outcome(getattr(ours, name), text, casefold) == outcome(
                getattr(base64, name), text, casefold
            )
    assert outcome(our_binascii.unhexlify, text) == outcome(binascii.unhexlify, text)
