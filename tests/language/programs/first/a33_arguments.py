"""sys.argv."""
# args: x "y z"

import sys

print(len(sys.argv), sys.argv[1:])
