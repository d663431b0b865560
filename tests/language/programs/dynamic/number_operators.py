"""Every operator on pairs of numbers of every class, in code without annotations."""


def ops(a, b):
    out = []
    for f in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b,
              lambda a, b: divmod(a, b), lambda a, b: a == b, lambda a, b: a < b, lambda a, b: a >= b, lambda a, b: a != b):
        try:
            out.append(f(a, b))
        except (ZeroDivisionError, OverflowError, TypeError) as e:
            out.append(str(e) and "error")
    return out


def bits(a, b):
    out = []
    for f in (lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b, lambda a, b: a << b, lambda a, b: a >> b, lambda a, b: a ** b):
        try:
            out.append(f(a, b))
        except (ValueError, TypeError, OverflowError) as e:
            out.append(str(e) and "error")
    return out


def main():
    values: list[object] = [0, 1, -1, True, False, 5, 2.5, -0.5, 1 << 61, -(1 << 61), 1 << 64, 10 ** 30, 1e300, 3.0]
    for a in values:
        for b in values:
            print(a, b, ops(a, b))
    for a in (0, 1, -1, True, 12345, -(1 << 61), 1 << 70, -(1 << 70)):
        for b in (0, 1, 3, True, 62, 64):
            print(a, b, bits(a, b))
        print(-a, +a, ~a, abs(a), hash(a), bool(a), round(a), int(a), float(a), str(a), repr(a))
    for a in (2.5, "x", None, [1]):
        print(bits(a, 2) if not isinstance(a, (str, list)) else 0)
    print(pow(2, 3), pow(2, -1), pow(2, 3, 5), round(2.5), round(2.567, 2), abs(-2.5))
    d = {1: "a", 2.5: "b", 10 ** 30: "c"}
    print(d[1.0], d[True], d[2.5], d[1e0], d[10 ** 30], 1e30 in d)
    x = 5
    x += 2.5
    x **= 2
    x //= 3
    print(x)


main()
