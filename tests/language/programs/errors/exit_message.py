"""sys.exit with a message: the message on stderr, status 1."""
# expect-exit: 1

import sys

print("output first")
sys.exit("configuration is missing")
