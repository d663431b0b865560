"""str.format and format(): fields, attributes, indices, nesting, conversions, mistakes."""


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __format__(self, spec: str) -> str:
        return f"<{self.x},{self.y}:{spec}>"

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"

    def __str__(self) -> str:
        return f"({self.x}; {self.y})"


def attempt(template: str, *values: object) -> None:
    try:
        print(template.format(*values))
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)


def main() -> None:
    p = Point(1, 2)
    print("{} {} {}".format(1, "two", 3.5), "{0} {1} {0}".format("a", "b"), "{name}!".format(name="Eve"))
    print("{0.x}-{0.y} {1[0]} {2[key]}".format(p, [10, 20], {"key": "v"}))
    print("{!r} {!s} {!a} {:spec}".format(p, p, "é", p), "{:>{width}}|{:{fill}^{width}}".format("x", "y", width=5, fill="*"))
    print("{{}} {{{}}}".format(5), "{:d} {:x} {:o} {:b} {:c} {:n}".format(42, 255, 8, 5, 97, 1000))
    print("{:,} {:_} {:_x} {:#x} {:#o} {:#b} {:+d} {: d} {:=+6d}".format(1234567, 1234567, 2 ** 20, 255, 8, 5, 3, 3, 3))
    print("{:5}|{:<5}|{:^5}|{:>5}|{:05}|{:*^9}".format(1, 2, 3, 4, 5, 6), "{:5}|{:>5}|{:.2}|{:5.1}|".format("ab", "ab", "abc", "abc"))
    attempt("{} {}", 1)
    attempt("{2}", 1)
    attempt("{name}", 1)
    attempt("{", 1)
    attempt("}", 1)
    attempt("{0} {}", 1, 2)
    attempt("{!x}", 1)
    attempt("{:d}", "text")
    attempt("{:z}", 1)
    attempt("{:.3d}", 1)
    attempt("{:,s}", "x")
    print(format(p, ">10"), format(p), format(42, "08b"), format("x", ">3"), format(True, "d"), format(None, ""))
    print("{0:{1}}".format(3.14159, ".2f"), "{:{}{}{}}".format("c", "-", "^", 7), "{a[0]}{a[1]}".format(a="xy"))
    print("x={x}, y={y}".format_map({"x": 1, "y": 2}))


main()
