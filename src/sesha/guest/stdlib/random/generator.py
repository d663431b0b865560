"""Make integers, choices and distributions of random numbers.

What is drawn, and in which order, is CPython's, so that a seed gives the same numbers (source.py).
"""

from bisect import bisect_right
from collections.abc import Iterable, MutableSequence, Sequence
from math import acos, cos, e, exp, floor, isfinite, lgamma, log, log2, pi, sin, sqrt
from typing import Any, TypeVar

from sesha.guest.stdlib.random.source import Source

T = TypeVar("T")

_NORMAL = 4 * exp(-0.5) / sqrt(2.0)
_LOG4 = log(4.0)
_GAMMA = 1.0 + log(4.5)
_TAU = 2.0 * pi


def _index(value: Any) -> int:
    if isinstance(value, int):
        return value
    method = getattr(value, "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    result: int = method()
    return result


class Random(Source):
    """A stream of random numbers and everything that is made of it."""

    __module__ = "random"

    def _below(self, n: int) -> int:
        """An integer from 0 up to, but not including, n."""
        bits = n.bit_length()
        result = self.getrandbits(bits)
        while result >= n:
            result = self.getrandbits(bits)
        return result

    def randbytes(self, n: int) -> bytes:
        return self.getrandbits(n * 8).to_bytes(n, "little")

    # --- integers ---------------------------------------------------------------------------------
    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        """An element of range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(first)
        last = _index(stop)
        width = last - first
        stride = _index(step)
        if stride == 1:
            if width <= 0:
                raise ValueError(f"empty range in randrange({start}, {stop})")
            return first + self._below(width)
        if stride > 0:
            count = (width + stride - 1) // stride
        elif stride < 0:
            count = (width + stride + 1) // stride
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + stride * self._below(count)

    def randint(self, a: int, b: int) -> int:
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    # --- sequences ---------------------------------------------------------------------------------
    def choice(self, seq: Sequence[T]) -> T:
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x: MutableSequence[Any]) -> None:
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            kept = x[i]
            x[i] = x[j]
            x[j] = kept

    def sample(self, population: Sequence[T], k: int, *, counts: Iterable[int] | None = None) -> list[T]:
        """k elements, none of them twice."""
        if counts is not None:
            return self._counted_sample(population, k, counts)
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result: list[T] = []
        set_size = 21
        if k > 5:
            power = 4
            while power < k * 3:
                power *= 4
            set_size += power
        if n <= set_size:
            pool = [population[i] for i in range(n)]
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
            return result
        taken: set[int] = set()
        for _ in range(k):
            j = self._below(n)
            while j in taken:
                j = self._below(n)
            taken.add(j)
            result.append(population[j])
        return result

    def _counted_sample(self, population: Sequence[T], k: int, counts: Iterable[int]) -> list[T]:
        cumulative: list[int] = []
        total = 0
        for count in counts:
            total += count
            cumulative.append(total)
        if len(cumulative) != len(population):
            raise ValueError("The number of counts does not match the population")
        if not cumulative:
            raise ValueError("Counts must be non-empty")
        if total < 0:
            raise ValueError("Counts must be non-negative")
        cumulative.pop()
        selections = self.sample(range(total), k)
        return [population[bisect_right(cumulative, selection)] for selection in selections]

    def choices(
        self,
        population: Sequence[T],
        weights: Sequence[float] | None = None,
        *,
        cum_weights: Sequence[float] | None = None,
        k: int = 1,
    ) -> list[T]:
        """k elements, each drawn by its weight."""
        n = len(population)
        if cum_weights is None:
            if weights is None:
                size = n + 0.0
                return [population[floor(self.random() * size)] for _ in range(k)]
            cumulative: list[float] = []
            total: float = 0
            for weight in weights:
                total = total + weight if cumulative else weight
                cumulative.append(total)
        else:
            if weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            cumulative = list(cum_weights)
        if len(cumulative) != n:
            raise ValueError("The number of weights does not match the population")
        sum_of_weights = cumulative[-1] + 0.0
        if sum_of_weights <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(sum_of_weights):
            raise ValueError("Total of weights must be finite")
        return [
            population[bisect_right(cumulative, self.random() * sum_of_weights, 0, n - 1)] for _ in range(k)
        ]

    # --- distributions -------------------------------------------------------------------------------
    def uniform(self, a: float, b: float) -> float:
        return a + (b - a) * self.random()

    def triangular(self, low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Kinderman and Monahan's ratio method."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _NORMAL * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Pairs of normal values from an angle and a radius; the second one is kept."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TAU
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd: float = 1.0) -> float:
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha: float) -> float:
        u = 1.0 - self.random()
        result: float = u ** (-1.0 / alpha)
        return result

    def weibullvariate(self, alpha: float, beta: float) -> float:
        u = 1.0 - self.random()
        result: float = alpha * (-log(u)) ** (1.0 / beta)
        return result

    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        if kappa <= 1e-6:
            return _TAU * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u2 = self.random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % _TAU
        return (mu - acos(f)) % _TAU

    def gammavariate(self, alpha: float, beta: float) -> float:
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._large_gamma(alpha) * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x: float = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= exp(-x):
                return x * beta

    def _large_gamma(self, alpha: float) -> float:
        """Cheng's rejection method for alpha above 1."""
        ainv = sqrt(2.0 * alpha - 1.0)
        bbb = alpha - _LOG4
        ccc = alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = log(u1 / (1.0 - u1)) / ainv
            x = alpha * exp(v)
            z = u1 * u1 * u2
            r = bbb + ccc * v - x
            if r + _GAMMA - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def betavariate(self, alpha: float, beta: float) -> float:
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def binomialvariate(self, n: int = 1, p: float = 0.5) -> int:
        """The number of successes in n trials."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            return self._few_successes(n, p)
        return self._many_successes(n, p)

    def _few_successes(self, n: int, p: float) -> int:
        """Count geometric waiting times."""
        x = 0
        y = 0
        c = log2(1.0 - p)
        if not c:
            return x
        while True:
            y += floor(log2(self.random()) / c) + 1
            if y > n:
                return x
            x += 1

    def _many_successes(self, n: int, p: float) -> int:
        """Hoermann's transformed rejection, BTRS."""
        ready = False
        spread = sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        alpha = 0.0
        lpq = 0.0
        m = 0
        h = 0.0
        while True:
            u = self.random() - 0.5
            us = 0.5 - abs(u)
            k = floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = self.random()
            if us >= 0.07 and v <= vr:
                return k
            if not ready:
                alpha = (2.83 + 5.1 / b) * spread
                lpq = log(p / (1.0 - p))
                m = floor((n + 1) * p)
                h = lgamma(m + 1) + lgamma(n - m + 1)
                ready = True
            v *= alpha / (a / (us * us) + b)
            if log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq:
                return k
