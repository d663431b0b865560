"""Name the machine's own operations: what the compiler turns into single instructions.

Importing this module is what makes a module part of the *dialect* (docs/dialect.md). Every
function of this package is replaced by an IR operation when it is called from compiled code; the bodies
run only under CPython, over one `bytearray` that plays the memory, so that raw algorithms
can be tested there.

Rules: `i64` arithmetic wraps, is never checked and never raises; `//` and `%` floor as Python's
do; `>>` is arithmetic. Addresses are `i64`. Widths are in the names of loads and stores.
"""

from sesha.guest.cpu.intrinsics.assembly import *  # noqa: F403
from sesha.guest.cpu.intrinsics.control import *  # noqa: F403
from sesha.guest.cpu.intrinsics.floats import *  # noqa: F403
from sesha.guest.cpu.intrinsics.integers import *  # noqa: F403
from sesha.guest.cpu.intrinsics.markers import *  # noqa: F403
from sesha.guest.cpu.intrinsics.memory import *  # noqa: F403
from sesha.guest.cpu.intrinsics.objects import *  # noqa: F403
from sesha.guest.cpu.intrinsics.sites import *  # noqa: F403
