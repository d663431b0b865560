"""functools.total_ordering makes the comparisons that a class leaves out."""

import functools
@functools.total_ordering
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, A) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, A) else NotImplemented
@functools.total_ordering
class B:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __ge__(self, o): return self.n >= o.n
for c in (A, B):
    for x in (1, 2):
        for y in (1, 2):
            print(c(x) < c(y), c(x) <= c(y), c(x) > c(y), c(x) >= c(y), c(x) == c(y))
print(max(A(3), A(5)).n, sorted([A(2), A(1)], key=None)[0].n, min([B(4), B(3)]).n)
try: A(1) <= 5
except TypeError as e: print(e)
