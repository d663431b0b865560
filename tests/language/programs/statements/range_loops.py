"""Loops over ranges whose step is not a literal: sign, zero, ends, changed variables, large numbers."""


def collect(start: int, stop: int, step: int) -> list[int]:
    found: list[int] = []
    for i in range(start, stop, step):
        found.append(i)
        if len(found) > 5:
            break
    else:
        found.append(-99)
    return found


def untyped(start, stop, step):
    return [i for i in range(start, stop, step)]


def sieve(n: int) -> list[int]:
    flags = [True] * (n + 1)
    for p in range(2, n + 1):
        if flags[p]:
            for multiple in range(p * p, n + 1, p):
                flags[multiple] = False
    return [i for i in range(2, n + 1) if flags[i]]


def changed(step: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for i in range(0, 10, step):
        before = i
        i *= 2
        step += 1
        pairs.append((before, i))
    return pairs


def steps(n: int) -> int:
    total = 0
    for i in range(n, 0, -n):
        for j in range(i, i * 3, i):
            if j % 2:
                continue
            total += j
    return total


for bounds in ((0, 10, 3), (10, 0, -3), (0, 10, -1), (10, 0, 1), (5, 5, 2), (0, 1, 100), (-7, 7, 5), (7, -7, -5), (3, 2, -9)):
    print(bounds, collect(*bounds), untyped(*bounds))
print(collect(0, 2**70, 7), collect(0, -(2**70), -7), collect(-(2**60), 2**60, 2**59), collect(2**60, -(2**60), -(2**60)))
print(collect(0, 2**61 - 1, 2**60), collect(True, 5, True))
print(sieve(50), changed(2), [steps(n) for n in range(1, 8)])
for zero in (0, False):
    try:
        collect(1, 2, zero)
    except ValueError as error:
        print(error)
try:
    untyped(1, 2, 1.5)
except TypeError as error:
    print(error)
for last in range(3, 20, len("abcd")):
    pass
print(last, list(range(0, 10**30, 10**29))[3], sum(range(0, 10**20, 10**19)))
