"""Run the benchmarks: `./dev bench [CHAPTER ...] [--json FILE] [--only PROGRAM ...]`."""

import argparse
import json
import platform
import sys
from collections.abc import Callable

from benchmarks import boot, compute, images, instructions, serving

Chapter = Callable[[argparse.Namespace], dict[str, object]]

CHAPTERS: dict[str, Chapter] = {
    "typed": lambda options: compute.typed(options.only),
    "untyped": lambda options: compute.untyped(options.only),
    "size": lambda options: images.sizes(),
    "memory": lambda options: images.memory(),
    "build": lambda options: images.builds(),
    "instructions": lambda options: instructions.instructions(),
    "start": lambda options: boot.boot(),
    "serving": lambda options: serving.requests_per_second(),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "chapters", nargs="*", metavar="CHAPTER", help=f"of {', '.join(CHAPTERS)}; all without"
    )
    parser.add_argument("--json", metavar="FILE", help="write the measurements there")
    parser.add_argument(
        "--only", nargs="+", metavar="PROGRAM", default=list(compute.SIZES), choices=compute.SIZES
    )
    options = parser.parse_args()
    unknown = [name for name in options.chapters if name not in CHAPTERS]
    if unknown:
        parser.error(f"no chapter {unknown[0]!r}; there are {', '.join(CHAPTERS)}")
    data: dict[str, object] = {"host": platform.platform(), "python": sys.version.split()[0]}
    for name in options.chapters or CHAPTERS:
        data[name] = CHAPTERS[name](options)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(data, file, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
