"""Compare the guest's struct with CPython's: formats, values, errors."""

import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import struct as ours

pytestmark = pytest.mark.fast

FORMATS = st.builds(
    lambda order, parts: order + "".join(parts),
    st.sampled_from(["", "@", "=", "<", ">", "!"]),
    st.lists(
        st.builds(
            lambda n, c: n + c,
            st.sampled_from(["", "1", "0", "3", " "]),
            st.sampled_from("xcbB?hHiIlLqQefdsp"),
        )
    ),
)


def outcome(function: Callable[..., Any], *arguments: Any) -> tuple[str, str]:
    try:
        return "value", repr(function(*arguments))
    except (struct.error, ours.error) as error:
        return "error", str(error)
    except OverflowError as error:
        return "OverflowError", str(error)


@settings(max_examples=300)
@given(FORMATS, st.binary(min_size=200, max_size=200))
def test_unpack_and_pack(format: str, data: bytes) -> None:
    size = struct.calcsize(format)
    assert ours.calcsize(format) == size
    if "0p" in format or size + 3 > len(data):  # of the first CPython 3.11 makes a SystemError
        return
    values = struct.unpack_from(format, data, 3)
    assert repr(ours.unpack_from(format, data, 3)) == repr(values)
    if "nan" not in repr(values):
        assert ours.pack(format, *values) == struct.pack(format, *values)


@settings(max_examples=300)
@given(st.floats(), st.sampled_from("efd"))
def test_floats(value: float, code: str) -> None:
    assert outcome(ours.pack, ">" + code, value)[0] == outcome(struct.pack, ">" + code, value)[0]
    if value == value:
        assert outcome(ours.pack, ">" + code, value) == outcome(struct.pack, ">" + code, value)


@given(st.integers(0, 65535))
def test_halves(image: int) -> None:
    data = image.to_bytes(2, "big")
    assert repr(ours.unpack(">e", data)) == repr(struct.unpack(">e", data))


def test_errors() -> None:
    cases: list[tuple[Any, ...]] = [
        ("pack", "<b", 128),
        ("pack", "<H", -1),
        ("pack", "<i", 1 << 31),
        ("pack", "<Q", -1),
        ("pack", "b", 128),
        ("pack", "B", 256),
        ("pack", "h", 40000),
        ("pack", "H", -1),
        ("pack", "<i", "x"),
        ("pack", "<i", 1.5),
        ("pack", "<i"),
        ("pack", "<i", 1, 2),
        ("pack", "<f", "x"),
        ("pack", "<f", 1e300),
        ("pack", "<e", 70000.0),
        ("pack", "c", b"ab"),
        ("pack", "s", "x"),
        ("pack", "<5p", b"abcdefg"),
        ("pack", "3s", b"a"),
        ("pack", "?", []),
        ("calcsize", "k"),
        ("calcsize", "3"),
        ("calcsize", "<n"),
        ("calcsize", "nNP"),
        ("unpack", "<i", b"abc"),
        ("unpack_from", "<i", b"abcde", 2),
        ("unpack_from", "<i", b"abcde", -2),
        ("unpack_from", "<i", b"abcde", -9),
        ("pack_into", "<i", bytearray(4), 1, 5),
        ("pack_into", "<i", bytearray(4), -1, 5),
        ("pack_into", "<i", bytearray(4), -5, 5),
    ]
    for name, *arguments in cases:
        assert outcome(getattr(ours, name), *arguments) == outcome(getattr(struct, name), *arguments), (
            name,
            arguments,
        )


def test_struct_class() -> None:
    record = ours.Struct("!HB")
    assert (record.size, record.format) == (3, "!HB")
    assert list(record.iter_unpack(b"\0\1\2\0\3\4")) == [(1, 2), (3, 4)]
    buffer = bytearray(5)
    record.pack_into(buffer, 1, 258, 7)
    assert buffer == b"\0\1\2\7\0"
    assert outcome(lambda: list(ours.iter_unpack("<i", b"12345"))) == outcome(
        lambda: list(struct.iter_unpack("<i", b"12345"))
    )


@pytest.mark.parametrize("order", "@=<>")
@pytest.mark.parametrize("code", "bBhHiIlLqQP")
def test_ranges(order: str, code: str) -> None:
    for value in (
        1 << 64,
        -(1 << 63) - 1,
        1 << 63,
        1 << 31,
        1 << 15,
        1 << 7,
        -1,
        -129,
        -40000,
        -(1 << 40),
        "x",
    ):
        assert outcome(ours.pack, order + code, value) == outcome(struct.pack, order + code, value), value
