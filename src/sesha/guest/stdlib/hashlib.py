"""Hash functions by name, as the module `hashlib` of images; `_hashlib.py` computes them."""

from sesha.guest.stdlib._hashlib import (
    HASH,
    Bytes,
    openssl_md5 as md5,
    openssl_sha1 as sha1,
    openssl_sha224 as sha224,
    openssl_sha256 as sha256,
    openssl_sha384 as sha384,
    openssl_sha512 as sha512,
)
from sesha.guest.stdlib.hmac import HMAC

__all__ = ["md5", "new", "pbkdf2_hmac", "sha1", "sha224", "sha256", "sha384", "sha512"]

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = algorithms_guaranteed


def new(name: str, data: Bytes = b"", *, usedforsecurity: bool = True) -> HASH:
    """A hash by its name."""
    low = name.lower().replace("-", "")
    if low == "sha256":
        return sha256(data)
    if low == "sha1":
        return sha1(data)
    if low == "md5":
        return md5(data)
    if low == "sha512":
        return sha512(data)
    if low == "sha384":
        return sha384(data)
    if low == "sha224":
        return sha224(data)
    raise ValueError(f"unsupported hash type {name}")


def pbkdf2_hmac(
    hash_name: str, password: Bytes, salt: Bytes, iterations: int, dklen: int | None = None
) -> bytes:
    """A key from a password (RFC 8018, 5.2)."""
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    base = HMAC(bytes(password), None, new(hash_name))
    size = base.digest_size if dklen is None else dklen
    if size < 1:
        raise ValueError("key length must be greater than 0.")
    result = bytearray()
    block = 1
    while len(result) < size:
        keyed = base.copy()
        keyed.update(bytes(salt) + block.to_bytes(4, "big"))
        last = keyed.digest()
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            keyed = base.copy()
            keyed.update(last)
            last = keyed.digest()
            total ^= int.from_bytes(last, "big")
        result += total.to_bytes(base.digest_size, "big")
        block += 1
    return bytes(result[:size])
