"""sys.exit runs finally blocks and gives its status."""
# expect-exit: 7

import sys


def leave(status: int) -> None:
    try:
        print("leaving")
        sys.exit(status)
    except Exception:
        print("never: SystemExit is no Exception")
    finally:
        print("finally")


try:
    sys.exit(3)
except SystemExit as exit:
    print("caught", exit.code)
leave(7)
