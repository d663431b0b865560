"""Keep the state of a generator of random numbers, and draw from it: all that is made of a seed.

What CPython has as `_random.Random`. A generator without a seed takes one from the machine at its
first use.
"""

from typing import Any

from sesha.guest.machine.this import entropy
from sesha.guest.stdlib._hashlib import openssl_sha512
from sesha.guest.stdlib.random.twister import Twister

UNIT = 1.0 / 9007199254740992.0


def _key_of(number: int) -> list[int]:
    """The number as 32-bit words, the lowest first."""
    rest = abs(number)
    key = [rest & 0xFFFFFFFF]
    rest >>= 32
    while rest:
        key.append(rest & 0xFFFFFFFF)
        rest >>= 32
    return key


class Source:
    """A stream of random bits and floats."""

    def __init__(self, x: int | float | str | bytes | bytearray | None = None) -> None:
        self._twister = Twister()
        self._seeded = False
        self.gauss_next: float | None = None
        if x is not None:
            self.seed(x)

    # --- state ------------------------------------------------------------------------------------
    def seed(self, a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None:
        """Begin the sequence that belongs to a seed."""
        if a is None:
            number = int.from_bytes(entropy.random_bytes(32), "little")
        elif isinstance(a, int):
            number = a
        elif isinstance(a, float):
            number = hash(a) & 0xFFFFFFFFFFFFFFFF
        else:
            data = a.encode("utf-8") if isinstance(a, str) else bytes(a)
            number = int.from_bytes(data + openssl_sha512(data).digest(), "big")
        self._twister.seed_key(_key_of(number))
        self._seeded = True
        self.gauss_next = None

    def getstate(self) -> tuple[Any, ...]:
        self._ready()
        return 3, (*self._twister.words, self._twister.index), self.gauss_next

    def setstate(self, state: tuple[Any, ...]) -> None:
        version, internal, gauss_next = state
        if version != 3:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version 3")
        if len(internal) != 625:
            raise ValueError("state vector is the wrong size")
        self._twister.words = list(internal[:-1])
        self._twister.index = internal[-1]
        self._seeded = True
        self.gauss_next = gauss_next

    def _ready(self) -> Twister:
        if not self._seeded:
            self.seed()
        return self._twister

    # --- the two draws that everything is made of ---------------------------------------------------
    def random(self) -> float:
        """A float from 0 up to, but not including, 1."""
        twister = self._ready()
        high = twister.next_word() >> 5
        low = twister.next_word() >> 6
        return (high * 67108864.0 + low) * UNIT

    def getrandbits(self, k: int, /) -> int:
        """An integer of so many random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        twister = self._ready()
        if k == 0:
            return 0
        if k <= 32:
            return twister.next_word() >> 32 - k
        result = 0
        shift = 0
        while k > 0:
            word = twister.next_word()
            if k < 32:
                word >>= 32 - k
            result |= word << shift
            shift += 32
            k -= 32
        return result
