"""Iterate over standard input, counting; the usual filter program."""
# stdin: the cat\nthe dog\n\nthe end\n

import sys


def main() -> None:
    counts: dict[str, int] = {}
    lines = 0
    for line in sys.stdin:
        lines += 1
        for word in line.split():
            counts[word] = counts.get(word, 0) + 1
    print(lines)
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:3} {word}")


main()
