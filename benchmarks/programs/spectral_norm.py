"""The largest singular value of an infinite matrix: nested loops over lists of floats."""

import math
import sys
import time


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector: list[float], result: list[float]) -> None:
    for i in range(len(vector)):
        total = 0.0
        for j in range(len(vector)):
            total += element(i, j) * vector[j]
        result[i] = total


def multiply_transposed(vector: list[float], result: list[float]) -> None:
    for i in range(len(vector)):
        total = 0.0
        for j in range(len(vector)):
            total += element(j, i) * vector[j]
        result[i] = total


def run(n: int) -> str:
    u = [1.0] * n
    v = [0.0] * n
    between = [0.0] * n
    for _ in range(10):
        multiply(u, between)
        multiply_transposed(between, v)
        multiply(v, between)
        multiply_transposed(between, u)
    above = 0.0
    below = 0.0
    for i in range(n):
        above += u[i] * v[i]
        below += v[i] * v[i]
    return f"{math.sqrt(above / below):.9f}"


def main() -> None:
    n = int(sys.argv[1])
    started = time.perf_counter()
    result = run(n)
    elapsed = time.perf_counter() - started
    print(result)
    print(elapsed, file=sys.stderr)


main()
