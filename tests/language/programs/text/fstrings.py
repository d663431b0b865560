"""f-strings: expressions, conversions, nested specifications, the = form."""

WIDTH = 8


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __format__(self, spec: str) -> str:
        return ("$" if spec == "us" else "€") + f"{self.cents / 100:.2f}"

    def __repr__(self) -> str:
        return f"Money({self.cents!r})"


def main() -> None:
    name = "Ada"
    value = 3.14159
    count = 42
    items = [1, 2, 3]
    table = {"key": "v"}
    print(f"{name} {count} {value} {items} {table['key']} {items[0]} {len(items)} {count + 1}")
    print(f"{name!r} {name!s} {'é'!a} {value:.2f} {count:5d}| {count:<5}| {count:^5}| {count:05} {count:x} {count:#b}")
    print(f"{value:{WIDTH}.{2}f}|{name:>{WIDTH}}|{name!r:*^{WIDTH}}|{value:{'+'}{WIDTH}.3e}")
    print(f"{count=} {value=:.1f} {name=!s} {count + 1 = } {items = }")
    print(f"{{literal}} {{{count}}} {'a' if count else 'b'} {[i * i for i in items]} {(lambda x: x * 2)(4)}")
    print(f"{Money(1234)} {Money(1234):us} {Money(5)!r} {Money(5)!r:>12}")
    print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0.256:.1%} {255:X} {-5:+} {5: } {1e10:g}")
    print(f"{True} {None} {True:d} {'':5}| {'abc':.2} {'abc':5.1}| {10 ** 20} {10 ** 20:,}")
    print(f"""multi
line {name.upper()} {name.lower() + "!"}""", f"a" "b" f"{count}" "c")
    print(f"{count:>{count // 6}}|", f"{'nested ' + f'{name}'}", f"{3!r:5}|{3:>5}|{'3':>5}|{[3]!s:>5}|")
    print(f"{b'x'!r} {(1,)} {{1: 2}} { {1: 2}[1] } {1,2} {count if count > 3 else 0:d}")
    try:
        print(f"{name:d}")  # a str has no decimal form
    except ValueError as error:
        print(error)
    try:
        print(f"{count:s}")
    except ValueError as error:
        print(error)


main()
