"""Compare the guest's hashes and HMAC with CPython's."""

import hashlib
import hmac

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import hashlib as ours, hmac as our_hmac

pytestmark = pytest.mark.fast
NAMES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=150), max_size=3), st.binary(max_size=200))
def test_digests(pieces: list[bytes], key: bytes) -> None:
    for name in NAMES:
        mine, theirs = ours.new(name), hashlib.new(name)
        for piece in pieces:
            mine.update(piece)
            theirs.update(piece)
        assert mine.hexdigest() == theirs.hexdigest(), name
        assert (mine.name, mine.digest_size, mine.block_size) == (
            theirs.name,
            theirs.digest_size,
            theirs.block_size,
        )
        message = b"".join(pieces)
        assert our_hmac.new(key, message, name).hexdigest() == hmac.new(key, message, name).hexdigest()


@pytest.mark.parametrize(
    "length", [0, 1, 54, 55, 56, 57, 63, 64, 65, 110, 111, 112, 113, 127, 128, 129, 1000]
)
def test_padding(length: int) -> None:
    for name in NAMES:
        assert getattr(ours, name)(b"x" * length).digest() == getattr(hashlib, name)(b"x" * length).digest()


def test_the_rest() -> None:
    assert ours.pbkdf2_hmac("sha256", b"pw", b"salt", 3, 50) == hashlib.pbkdf2_hmac(
        "sha256", b"pw", b"salt", 3, 50
    )
    assert our_hmac.compare_digest("ab", "ab")
    assert not our_hmac.compare_digest(b"ab", b"abc")
    assert not our_hmac.compare_digest(b"", b"a")
    assert our_hmac.digest(b"k", b"m", "sha1") == hmac.digest(b"k", b"m", "sha1")
    with pytest.raises(ValueError, match="unsupported hash type nothing"):
        ours.new("nothing")
    kept = ours.sha256(b"a")
    copied = kept.copy()
    copied.update(b"b")
    assert kept.hexdigest() == hashlib.sha256(b"a").hexdigest()
    assert copied.hexdigest() == hashlib.sha256(b"ab").hexdigest()
