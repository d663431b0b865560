"""Combine iterators: what `import itertools` gives in images."""

from sesha.guest.stdlib.itertools.combinatorics import (
    combinations as combinations,
    combinations_with_replacement as combinations_with_replacement,
    permutations as permutations,
    product as product,
)
from sesha.guest.stdlib.itertools.grouping import groupby as groupby, tee as tee
from sesha.guest.stdlib.itertools.streams import (
    accumulate as accumulate,
    batched as batched,
    chain as chain,
    compress as compress,
    count as count,
    cycle as cycle,
    dropwhile as dropwhile,
    filterfalse as filterfalse,
    islice as islice,
    pairwise as pairwise,
    repeat as repeat,
    starmap as starmap,
    takewhile as takewhile,
    zip_longest as zip_longest,
)
