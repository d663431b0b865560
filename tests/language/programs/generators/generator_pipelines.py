"""Generators composed: pipelines, itertools, contextlib, many alive at once, garbage in between."""

import itertools
from collections.abc import Iterable, Iterator

TEXT = """\
# settings
name = sesha
size= 64

bad line
colour =blue # a comment
"""


def lines(text: str) -> Iterator[str]:
    yield from text.splitlines()


def without_comments(source: Iterable[str]) -> Iterator[str]:
    for line in source:
        line = line.split("#")[0].strip()
        if line:
            yield line


def pairs(source: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in source:
        key, separator, value = line.partition("=")
        if not separator:
            yield "error", line
            continue
        yield key.strip(), value.strip()


def windows(items: list[int], size: int) -> Iterator[list[int]]:
    for i in range(len(items) - size + 1):
        yield items[i : i + size]


def interleave(*sources: Iterable[object]) -> Iterator[object]:
    iterators = [iter(source) for source in sources]
    while iterators:
        for iterator in list(iterators):
            try:
                yield next(iterator)
            except StopIteration:
                iterators.remove(iterator)


def main() -> None:
    print(dict(pairs(without_comments(lines(TEXT)))))
    print([sum(w) for w in windows([1, 2, 3, 4, 5], 3)], list(interleave([1, 2, 3], "ab", range(1))))
    many = [iter(windows(list(range(n)), 2)) for n in range(2, 200)]
    total = 0
    while many:
        alive = []
        for generator in many:
            window = next(generator, None)
            if window is not None:
                total += window[1]
                alive.append(generator)
        many = alive
    print(total)
    print(list(itertools.chain([1], "ab")), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.accumulate([1, 2, 3])))
    print(list(itertools.takewhile(lambda n: n < 3, itertools.count())), list(itertools.dropwhile(lambda n: n < 3, range(5))), list(itertools.product("ab", [1, 2])))
    print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3])], list(itertools.zip_longest([1], "ab", fillvalue=None)), list(itertools.pairwise("abc")))
    print(list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)), list(itertools.repeat("x", 2)), list(itertools.islice(itertools.cycle("ab"), 5)), list(itertools.chain.from_iterable([[1], [2]])))


main()
