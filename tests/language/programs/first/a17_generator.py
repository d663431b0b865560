"""A generator in a for loop."""

from collections.abc import Iterator


def count(n: int) -> Iterator[int]:
    i = 0
    while i < n:
        yield i
        i += 1


for i in count(3):
    print(i)
print(list(count(4)), sum(count(5)))
