"""Count the words of the text beside this file and print the commonest.

The text is opened like any file; in an image it is one of the embedded assets that
pyproject.toml lists. Usage: wordcount.py [HOW_MANY]
"""

import os
import sys

TEXT = os.path.join(os.path.dirname(__file__), "wordcount.txt")
DEFAULT_COUNT = 12


def words_of(text: str) -> list[str]:
    """Lower-case words: runs of letters, with an apostrophe allowed inside."""
    found: list[str] = []
    start = -1
    for position, character in enumerate(text):
        if character.isalpha() or (start >= 0 and character == "'"):
            if start < 0:
                start = position
        elif start >= 0:
            found.append(text[start:position].strip("'").lower())
            start = -1
    if start >= 0:
        found.append(text[start:].strip("'").lower())
    return found


def count(words: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_COUNT
    with open(TEXT, encoding="utf-8") as file:
        words = words_of(file.read())
    counts = count(words)
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max(len(word) for word, _ in ranking[:how_many])
    for word, times in ranking[:how_many]:
        print(f"{word:<{width}}  {times:>4}")
    longest = max(counts, key=lambda word: (len(word), word))
    print(f"{len(words)} words, {len(counts)} different, the longest is {longest!r}")


main()
