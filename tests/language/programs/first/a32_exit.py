"""sys.exit gives the status."""
# expect-exit: 4

import sys

print("bye")
sys.exit(4)
