"""Draw random numbers, as the module `random` of images.

`twister.py` is the stream, `source.py` a seeded one, `generator.py` what is made of it; here are the
functions over one shared generator, which takes its seed from the machine when it is used first.
"""

from collections.abc import Iterable, MutableSequence, Sequence
from typing import Any, TypeVar

from sesha.guest.stdlib.random.generator import Random
from sesha.guest.stdlib.random.system import SystemRandom

T = TypeVar("T")

__all__ = ["Random", "SystemRandom", "choice", "choices", "randint", "random", "sample", "seed", "shuffle"]

_shared = Random()


def seed(a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None:
    _shared.seed(a, version)


def getstate() -> tuple[Any, ...]:
    return _shared.getstate()


def setstate(state: tuple[Any, ...]) -> None:
    _shared.setstate(state)


def random() -> float:
    return _shared.random()


def getrandbits(k: int, /) -> int:
    return _shared.getrandbits(k)


def randbytes(n: int) -> bytes:
    return _shared.randbytes(n)


def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    return _shared.randrange(start, stop, step)


def randint(a: int, b: int) -> int:
    return _shared.randint(a, b)


def choice(seq: Sequence[T]) -> T:
    return _shared.choice(seq)


def shuffle(x: MutableSequence[Any]) -> None:
    _shared.shuffle(x)


def sample(population: Sequence[T], k: int, *, counts: Iterable[int] | None = None) -> list[T]:
    return _shared.sample(population, k, counts=counts)


def choices(
    population: Sequence[T],
    weights: Sequence[float] | None = None,
    *,
    cum_weights: Sequence[float] | None = None,
    k: int = 1,
) -> list[T]:
    return _shared.choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a: float, b: float) -> float:
    return _shared.uniform(a, b)


def triangular(low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
    return _shared.triangular(low, high, mode)


def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _shared.normalvariate(mu, sigma)


def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _shared.gauss(mu, sigma)


def lognormvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _shared.lognormvariate(mu, sigma)


def expovariate(lambd: float = 1.0) -> float:
    return _shared.expovariate(lambd)


def paretovariate(alpha: float) -> float:
    return _shared.paretovariate(alpha)


def weibullvariate(alpha: float, beta: float) -> float:
    return _shared.weibullvariate(alpha, beta)


def vonmisesvariate(mu: float, kappa: float) -> float:
    return _shared.vonmisesvariate(mu, kappa)


def gammavariate(alpha: float, beta: float) -> float:
    return _shared.gammavariate(alpha, beta)


def betavariate(alpha: float, beta: float) -> float:
    return _shared.betavariate(alpha, beta)


def binomialvariate(n: int = 1, p: float = 0.5) -> int:
    return _shared.binomialvariate(n, p)
