"""Random values that nobody can guess, as the module `secrets` of images."""

import base64
import binascii
from collections.abc import Sequence
from hmac import compare_digest as compare_digest
from random import SystemRandom
from typing import TypeVar

from sesha.guest.machine.this import entropy

T = TypeVar("T")

DEFAULT_ENTROPY = 32

_system = SystemRandom()


def randbits(k: int) -> int:
    return _system.getrandbits(k)


def choice(seq: Sequence[T]) -> T:
    return _system.choice(seq)


def randbelow(exclusive_upper_bound: int) -> int:
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _system.randrange(exclusive_upper_bound)


def token_bytes(nbytes: int | None = None) -> bytes:
    return entropy.random_bytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes: int | None = None) -> str:
    return binascii.hexlify(token_bytes(nbytes)).decode("ascii")


def token_urlsafe(nbytes: int | None = None) -> str:
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
