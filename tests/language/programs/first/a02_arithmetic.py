"""Small integers in a function."""

def add(a: int, b: int) -> int:
    return a + b


print(add(2, 3) * 4 - 1, 17 // 5, -17 // 5, 17 % -5)
