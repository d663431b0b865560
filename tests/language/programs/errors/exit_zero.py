"""SystemExit without a code and with None are success; output is flushed."""

import sys


def main() -> None:
    try:
        raise SystemExit
    except SystemExit as exit:
        print(exit.code)
    sys.stdout.write("no newline at the end")
    sys.exit(None)


if __name__ == "__main__":
    main()
