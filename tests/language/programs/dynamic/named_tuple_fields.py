"""Fields of named tuples read from values of unknown class."""

import collections
from typing import NamedTuple
P = collections.namedtuple("P", "x y")
class Q(NamedTuple):
    a: int
    b: str = "d"
    def both(self): return (self.a, self.b)
def show(p, *names):
    print([getattr(p, n, "none") for n in names], p)
def first(p): return p.x
def second(p): return p.b
show(P(1, 2), "x", "y", "z")
show(Q(3), "a", "b", "both"[:1])
print(first(P(5, 6)), second(Q(1, "q")), hasattr(P(1, 2), "x"))
try: first(Q(1))
except AttributeError as e: print(e)
