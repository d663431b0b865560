"""Pancake flips over all permutations: small integer lists, indexing, slices reversed in place."""

import sys
import time


def run(n: int) -> str:
    permutation = list(range(n))
    flipped = [0] * n
    count = [0] * n
    most_flips = 0
    checksum = 0
    r = n
    even = True
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            for i in range(n):
                flipped[i] = permutation[i]
            flips = 0
            first = flipped[0]
            while first != 0:
                low = 0
                high = first
                while low < high:
                    swap = flipped[low]
                    flipped[low] = flipped[high]
                    flipped[high] = swap
                    low += 1
                    high -= 1
                flips += 1
                first = flipped[0]
            if flips > most_flips:
                most_flips = flips
            checksum += flips if even else -flips
        even = not even
        while True:
            if r == n:
                return f"{checksum} Pfannkuchen({n}) = {most_flips}"
            head = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = head
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


def main() -> None:
    n = int(sys.argv[1])
    started = time.perf_counter()
    result = run(n)
    elapsed = time.perf_counter() - started
    print(result)
    print(elapsed, file=sys.stderr)


main()
