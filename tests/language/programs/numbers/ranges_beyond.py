"""Ranges whose ends or steps are beyond machine integers."""
# machine: qemu

from typing import Any

BIG = 10**30


def tell(make: Any) -> None:
    try:
        print(make())
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error)


build: Any = range
wide = range(BIG, BIG + 10**20, 10**19)
loose: Any = wide
print(wide, len(wide), wide[3], wide[-1], wide[2:5], wide[::-1], list(reversed(wide))[:2], list(wide)[-1])
print(BIG in wide, BIG + 10**19 in wide, BIG + 1 in wide, 3 in wide, wide.index(BIG + 10**19), wide.count(BIG), wide.count(1))
print(range(2**61), range(2**62)[2**61], range(2**64)[2**63], range(-(2**70), 2**70)[5], range(2**64)[-1], range(2**70)[::2**68])
print(range(0, 2**70, 2**69) == range(0, 2**70 + 1, 2**69), range(2**70, 2**70) == range(0), range(BIG, BIG + 1, 7) == range(BIG, BIG + 2, 9))
print(hash(wide) == hash(range(BIG, BIG + 10**20 - 1, 10**19)), hash(range(2**70, 0)) == hash(range(0)), len({wide, range(BIG), range(BIG)}))
print(len(range(2**62)), len(range(2**63 - 1)), len(range(-(2**62), 2**62 - 1)), bool(range(BIG)), bool(range(BIG, 0)))
for make in (
    lambda: len(range(2**63)), lambda: len(range(BIG)), lambda: wide[10], lambda: wide[BIG], lambda: wide[-11], lambda: range(BIG)[BIG],
    lambda: wide.index(5), lambda: loose.index("a"), lambda: range(0, BIG, 0), lambda: build(1.5), lambda: build(), lambda: build(1, 2, 3, 4),
    lambda: loose["a"], lambda: loose[1.0], lambda: loose.count(float(BIG)), lambda: range(BIG).index(BIG), lambda: range(2**63).__len__(),
):
    tell(make)
it: Any = iter(wide)
print(next(it), next(it), type(it).__name__, type(iter(range(3))).__name__, list(it)[0], next(it, "end"), it.__length_hint__())
print(max(range(BIG, BIG + 3)), sum(range(BIG, BIG + 3)), sorted(range(BIG, BIG - 3, -1)), tuple(range(-BIG, -BIG + 2)), [*range(2**60, 2**60 + 2)])
print(slice(BIG, None, -1).indices(5), slice(-BIG, BIG, 2).indices(2**70), range(10)[BIG:], range(10)[-BIG:BIG:BIG])
