"""Draw random numbers from the machine instead of a seed."""

from typing import Any

from sesha.guest.machine.this import entropy
from sesha.guest.stdlib.random.generator import Random
from sesha.guest.stdlib.random.source import UNIT


class SystemRandom(Random):
    """Draws everything from the machine's randomness; cannot be seeded."""

    __module__ = "random"

    def seed(self, *args: Any, **kwds: Any) -> None:
        return None

    def random(self) -> float:
        return (int.from_bytes(entropy.random_bytes(7), "big") >> 3) * UNIT

    def getrandbits(self, k: int, /) -> int:
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(entropy.random_bytes(size), "big") >> size * 8 - k

    def randbytes(self, n: int) -> bytes:
        return entropy.random_bytes(n)

    def getstate(self) -> tuple[Any, ...]:
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, state: tuple[Any, ...]) -> None:
        raise NotImplementedError("System entropy source does not have state.")
