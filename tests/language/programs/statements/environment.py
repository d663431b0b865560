"""os.environ and os.getenv."""
# env: GREETING=hello there
# env: EMPTY=

import os


def main() -> None:
    print(os.environ["GREETING"], repr(os.environ.get("EMPTY")), os.environ.get("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "default"))
    print("GREETING" in os.environ, "SURELY_NOT_SET" in os.environ)
    try:
        print(os.environ["SURELY_NOT_SET"])
    except KeyError as error:
        print(type(error).__name__, error)


main()
