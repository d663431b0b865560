"""Loops over ranges whose start, stop or step is beyond machine integers, beside those that are not."""

from typing import Any

BIG = 10**30
EDGE = 2**60


def count(start: int, stop: int) -> list[int]:
    found = []
    for i in range(start, stop):
        if i % 5 == 3:
            continue
        if len(found) > 6:
            break
        found.append(i * 2)
    else:
        found.append(-1)
    return found


def steps(start: int, stop: int, step: int) -> list[int]:
    found = []
    for i in range(start, stop, step):
        found.append(i)
        if len(found) == 4:
            break
    return found


def nested(low: int, high: int) -> int:
    total = 0
    for i in range(low, high):
        for j in range(i, high, 2):
            for k in range(j - 1, j + 1):
                total += i * j - k
    return total


def after(low: int, high: int) -> tuple[int, int]:
    i = -1
    for i in range(low, high):
        pass
    for j in range(low, high):
        last = j
    return i, last


def read_after(low: int, high: int) -> int:
    for n in range(low, high):
        if n % 7 == 0:
            break
    return n


def inside(low: int, high: int) -> list[Any]:
    made: list[Any] = []
    for i in range(low, high):
        made.append((lambda: i + 1)())
        made.append([k + i for k in range(i, i + 2)])
        try:
            if i % 2:
                raise ValueError(i)
        except ValueError as error:
            made.append(str(error))
        finally:
            made.append("f")
    return made


def generated(low: int, high: int):
    for i in range(low, high):
        yield i


def loose(low, high, step):
    return [i for i in range(low, high, step)], sum(i for i in range(low, high, step))


print(count(0, 9), count(BIG, BIG + 20), count(-BIG, -BIG + 3), count(EDGE - 3, EDGE + 4), count(-EDGE - 2, -EDGE + 2), count(5, BIG), count(BIG, 5))
print(steps(0, 10, 3), steps(0, BIG, BIG // 3), steps(BIG, 0, -BIG // 2), steps(0, 10, BIG), steps(0, BIG, 2**40), steps(-EDGE + 1, EDGE - 1, 2**61), steps(EDGE - 1, -EDGE, -(2**61)))
print(steps(0, 10, 2**60 - 1), steps(1, 2**62, 2**59), steps(3, -BIG, -1), steps(3, -BIG, -(2**35)), steps(0, 2**61, 1), steps(10, 0, -4))
print(nested(0, 4), nested(BIG, BIG + 4), nested(EDGE - 2, EDGE + 2), after(3, 6), after(BIG, BIG + 3), read_after(1, 20), read_after(BIG, BIG + 20))
print(inside(1, 3), inside(BIG, BIG + 2), list(generated(EDGE - 1, EDGE + 2)), list(generated(BIG, BIG + 2)))
print(loose(0, 5, 2), loose(BIG, BIG + 5, 2), loose(EDGE - 2, EDGE + 2, 1), loose(True, 4, 1))
print([i * i for i in range(BIG, BIG + 2)], {i for i in range(EDGE, EDGE + 2)} == {EDGE, EDGE + 1}, [(i, j) for i in range(EDGE - 1, EDGE + 1) for j in range(i, i + 1)])
for way in range(2):
    try:
        print(steps(0, BIG if way else 3, 0))
    except ValueError as error:
        print(error)
for i in range(BIG, BIG + 2):
    print(i)
print(i, len(range(BIG, BIG + 5)), sum(range(EDGE - 1, EDGE + 2)))


def guarded(low: int, high: int) -> list[str]:
    made: list[str] = []
    for i in range(low, high):
        try:
            if i % 2:
                raise ValueError(i)
            made.append("even")
        except ValueError as error:
            made.append(str(error))
            continue
        finally:
            made.append(f"f{i}")
        with_i = [k + i for k in range(i, i + 2)]
        for j in range(3):
            for i in range(i, i + 1):
                made.append(f"{with_i[0] + i + j}")
    return made


print(guarded(1, 4), guarded(BIG, BIG + 3), guarded(EDGE - 1, EDGE + 1))
