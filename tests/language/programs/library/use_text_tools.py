"""io, string constants, argparse, logging: the text side of the standard library."""
# args: input.txt y z -v --count 3 --name=x

import argparse
import io
import logging
import sys


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tool", description="A tool.")
    parser.add_argument("path")
    parser.add_argument("rest", nargs="*")
    parser.add_argument("-v", "--verbose", action="store_true", help="say more")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--name", choices=["x", "y"], default="y")
    return parser.parse_args()


def main() -> None:
    options = parse()
    print(options.path, options.rest, options.verbose, options.count, options.name)
    buffer = io.StringIO()
    buffer.write("line one\nline two\n")
    print("third", file=buffer, end="")
    print(repr(buffer.getvalue()), buffer.tell())
    buffer.seek(0)
    print(buffer.readline(), list(buffer), io.StringIO("a\nb").read(2), io.BytesIO(b"xyz").read(2))
    binary = io.BytesIO()
    binary.write(b"ab")
    binary.write(b"cd")
    print(binary.getvalue(), binary.getbuffer().nbytes)
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
    log = logging.getLogger("app")
    log.debug("hidden")
    log.info("shown %s %d", "arg", 5)
    log.warning("careful")
    logging.getLogger("app.sub").error("from a child")
    log.setLevel(logging.ERROR)
    log.info("hidden now")
    try:
        1 // 0
    except ZeroDivisionError:
        log.error("with the error: %s", type(sys.exc_info()[1]).__name__)
    print(log.isEnabledFor(logging.INFO), logging.getLevelName(30), log.name)


main()
