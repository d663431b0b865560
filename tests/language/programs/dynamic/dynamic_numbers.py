"""Untyped arithmetic over every pair of number types, and comparisons, checked by a digest line each."""
# differs: no complex numbers, so a negative number to a fractional power is a ValueError


def operations(a, b):
    results = []
    for name, function in (
        ("+", lambda: a + b), ("-", lambda: a - b), ("*", lambda: a * b), ("/", lambda: a / b), ("//", lambda: a // b),
        ("%", lambda: a % b), ("**", lambda: a ** b), ("<", lambda: a < b), ("==", lambda: a == b), (">=", lambda: a >= b),
        ("&", lambda: a & b), ("<<", lambda: a << b),
    ):
        try:
            results.append(f"{name}{function()!r}")
        except (TypeError, ZeroDivisionError, ValueError, OverflowError) as error:
            results.append(f"{name}{type(error).__name__}")
    return " ".join(results)


def unary(a):
    results = []
    for function in (lambda: -a, lambda: +a, lambda: ~a, lambda: abs(a), lambda: not a, lambda: int(a), lambda: float(a), lambda: round(a)):
        try:
            results.append(repr(function()))
        except (TypeError, ValueError, OverflowError) as error:
            results.append(type(error).__name__)
    return " ".join(results)


values = [0, 3, -7, True, 2.5, -0.5, 1 << 70, float("inf")]
for a in values:
    for b in values:
        if not (type(b) is int and abs(b) > 1000):
            print(repr(a), repr(b), operations(a, b))
for odd in [*values, "5", None, [1], float("nan")]:
    print(repr(odd), unary(odd))


def sum_of(items):
    total = 0
    for item in items:
        total = total + item
    return total


print(sum_of([1, 2.5, True, 1 << 65]), sum_of(range(1000)), sum_of([0.1] * 3))
counter = 0
while counter < 10:
    counter += 3
print(counter, counter // 2 * 2 == counter)
