"""Authenticate bytes with a key (RFC 2104), as the module `hmac` of images."""

from typing import Any

from sesha.guest.stdlib._hashlib import (
    HASH,
    Bytes,
    openssl_md5,
    openssl_sha1,
    openssl_sha224,
    openssl_sha256,
    openssl_sha384,
    openssl_sha512,
)

_INNER = 0x36
_OUTER = 0x5C


def _hasher(digestmod: Any) -> HASH:
    """A fresh hash of what a caller names: a name, a constructor, or a hash to take after."""
    if isinstance(digestmod, HASH):
        return digestmod
    if not isinstance(digestmod, str):
        made: HASH = digestmod()
        return made
    name = digestmod.lower().replace("-", "")
    if name == "sha256":
        return openssl_sha256()
    if name == "sha512":
        return openssl_sha512()
    if name == "sha1":
        return openssl_sha1()
    if name == "md5":
        return openssl_md5()
    if name == "sha384":
        return openssl_sha384()
    if name == "sha224":
        return openssl_sha224()
    raise ValueError(f"unsupported hash type {digestmod}")


def _padded(key: bytes, size: int, mask: int) -> bytes:
    return bytes([byte ^ mask for byte in key + bytes(size - len(key))])


class HMAC:
    """A keyed hash in the making."""

    def __init__(self, key: Bytes, msg: Bytes | None = None, digestmod: Any = "") -> None:
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._inner = _hasher(digestmod).copy()
        self._outer = self._inner.copy()
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        self.name = "hmac-" + self._inner.name
        short = bytes(key)
        if len(short) > self.block_size:
            hashed = self._inner.copy()
            hashed.update(short)
            short = hashed.digest()
        self._inner.update(_padded(short, self.block_size, _INNER))
        self._outer.update(_padded(short, self.block_size, _OUTER))
        if msg is not None:
            self._inner.update(msg)

    def update(self, msg: Bytes) -> None:
        self._inner.update(msg)

    def copy(self) -> "HMAC":
        new = HMAC(b"", None, self._inner)
        new._inner = self._inner.copy()
        new._outer = self._outer.copy()
        return new

    def digest(self) -> bytes:
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self) -> str:
        return self.digest().hex()


def new(key: Bytes, msg: Bytes | None = None, digestmod: Any = "") -> HMAC:
    return HMAC(key, msg, digestmod)


def digest(key: Bytes, msg: Bytes, digest: Any) -> bytes:
    return HMAC(key, msg, digest).digest()


def compare_digest(a: Any, b: Any, /) -> bool:
    """Whether both are the same, in a time that does not tell where they differ."""
    left = a.encode("ascii") if isinstance(a, str) else bytes(a)
    right = b.encode("ascii") if isinstance(b, str) else bytes(b)
    difference = len(left) ^ len(right)
    for index in range(len(right)):
        difference |= right[index] ^ left[index if index < len(left) else 0] if left else 1
    return difference == 0
