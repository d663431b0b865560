"""Give the containers of `collections` to images; `namedtuple` is the compiler's.

One file for each idea: ring.py, counter.py, ordered.py, default.py, chainmap.py, user.py.
"""

from sesha.guest.stdlib.collections.chainmap import ChainMap as ChainMap
from sesha.guest.stdlib.collections.counter import Counter as Counter
from sesha.guest.stdlib.collections.default import defaultdict as defaultdict
from sesha.guest.stdlib.collections.ordered import OrderedDict as OrderedDict
from sesha.guest.stdlib.collections.ring import deque as deque
from sesha.guest.stdlib.collections.user import (
    UserDict as UserDict,
    UserList as UserList,
    UserString as UserString,
)
