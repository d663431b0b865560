"""f-strings with and without a specification."""

name, n, x = "Ada", 7, 2.5
print(f"{name} has {n} items at {x:.2f}, {n:>4}|{name!r}")
