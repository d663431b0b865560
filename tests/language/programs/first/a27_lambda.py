"""Lambdas, key functions, functions in a dict."""

operations = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print(operations["add"](2, 3), operations["mul"](4, 5), sorted(["bb", "a", "ccc"], key=lambda w: -len(w)))
