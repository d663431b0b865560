"""Write a long text of invented words, split it, count the words, rank them: str, dict, sorting."""

import sys
import time

LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
LINE = 12


def word(number: int) -> str:
    """A short word for a number, the same always."""
    text = ""
    number += 1
    while number > 0:
        text += LETTERS[number % 26]
        number //= 26
    return text


def write(count: int) -> str:
    state = 42
    lines: list[str] = []
    line: list[str] = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        rank = state // 65536 % 2000
        line.append(word(rank * rank // 800))
        if len(line) == LINE:
            lines.append(" ".join(line))
            line = []
    lines.append(" ".join(line))
    return "\n".join(lines)


def tally(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in text.split("\n"):
        for found in line.split():
            counts[found] = counts.get(found, 0) + 1
    return counts


def run(count: int) -> str:
    counts = tally(write(count))
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    top = " ".join(f"{name}={times}" for name, times in ranking[:8])
    return f"{len(counts)} words: {top}"


def main() -> None:
    n = int(sys.argv[1])
    started = time.perf_counter()
    result = run(n)
    elapsed = time.perf_counter() - started
    print(result)
    print(elapsed, file=sys.stderr)


main()
