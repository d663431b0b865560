"""Return and unpack a tuple."""

def divide(a: int, b: int) -> tuple[int, int]:
    return a // b, a % b


q, r = divide(17, 5)
print(q, r, divide(9, 2))
a, b = 1, 2
a, b = b, a
print(a, b)
