"""print: sep, end, file, flush; stdout and stderr; sys.stdout.write; reprs of nested values."""
# machine: qemu

import sys


class OnlyRepr:
    def __repr__(self) -> str:
        return "OnlyRepr()"


class Both:
    def __repr__(self) -> str:
        return "repr"

    def __str__(self) -> str:
        return "str"


class Bad:
    def __str__(self) -> str:
        return 5  # type: ignore[return-value]


def main() -> None:
    print()
    print("a", 1, None, True, 2.5, b"b", [1], (1,), {"k": "v"}, {1}, range(2))
    print("a", "b", sep="")
    print("a", "b", sep="--", end="!\n")
    print("no newline", end="")
    print()
    print(*[1, 2, 3], sep="\n")
    print("x", sep="unused", end=None)
    print(OnlyRepr(), Both(), [OnlyRepr(), Both()], {"b": Both()}, (Both(),), f"{Both()} {Both()!r}")
    sys.stdout.write("written\n")
    count = sys.stdout.write("four")
    print("", count)
    print("to stderr", file=sys.stderr)
    print("flushed", flush=True)
    print("unicode é ∑ 😀 \u00a0|")
    try:
        print(Bad())
    except TypeError as error:
        print(error)
    print([[], [[]], {}, (), set(), "", [""], ["'"], ['"'], ["\n"], [None, ...]])
    print({"nested": {"list": [1, (2, [3])]}, 5: {6: 7}}, [1.0, -0.0, 1e100], ["a\\b"], b"\\")
    sys.stderr.write("last line of stderr\n")


main()
