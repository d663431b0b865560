"""Report what went wrong where nobody waits for it: to stderr, as CPython's asyncio logger does."""

import sys
import traceback


def report(message: str, exception: BaseException | None) -> None:
    """Print the message and, if there is one, the exception with its traceback."""
    lines = message + "\n"
    if exception is not None:
        lines += "".join(traceback.format_exception(exception))
    sys.stderr.write(lines)
    sys.stderr.flush()
