"""A function without annotations."""

def add(a, b):
    return a + b


print(add(1, 2), add("x", "y"), add(1.5, 1), add([1], [2]))
