"""Float formatting to a fixed number of digits: correctly rounded, all presentation types."""


def main() -> None:
    for value in (0.0, 1.0, -1.0, 0.5, 1.005, 2.5, 1e10, 123456.789, 1e-7, 9.9999e22, 0.125, 1e100):
        print(f"{value:.0f}|{value:.2f}|{value:.3e}|{value:g}|{value:.10g}|{value:%}|{value:n}")
        print(f"{value:10.3f}|{value:<12.1f}|{value:^14.2e}|{value:+.1f}|{value: .1f}|{value:012.3f}")
        print(f"{value:,.2f}|{value:_.1f}|{value:#.0f}|{value:G}|{value:E}|{value:F}|{value}|{value!r:>25}")
    inf = float("inf")
    nan = float("nan")
    print(f"{inf:f}|{inf:F}|{-inf:+e}|{nan:g}|{nan:8}|{inf:08.1f}|{inf:%}|{nan:+}")
    print("%.3f|%5.1f|%-8.2f|%+e|%g|%G" % (3.14159, 2.25, 2.5, 12345.678, 1e-10, 1e20))
    print(format(0.1, ".20f"), format(2.0 ** 70, ".0f"), format(1e22, "f"), format(5e-324, ".5e"))
    print(f"{0.1 + 0.2:.17g}", f"{1 / 3:.30f}", f"{-0.0:.1f}", f"{-0.04:.1f}", f"{0.05:.1f}", f"{0.15:.1f}")
    print(f"{1e16:g}", f"{123456789.0:g}", f"{0.0001:g}", f"{0.00001:g}", f"{100000.0:g}", f"{1000000.0:g}")
    for spec in ("d", "x", "s", "c", "5.5.5"):
        try:
            print(format(1.5, spec))
        except ValueError as error:
            print(type(error).__name__)


main()
