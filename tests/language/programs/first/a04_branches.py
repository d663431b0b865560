"""if, elif, else, and, or, not."""

def sign(n: int) -> str:
    if n < 0:
        return "minus"
    elif n == 0:
        return "zero"
    else:
        return "plus"


for n in (-3, 0, 8):
    print(sign(n), n > 0 and n < 10, n < 0 or n == 8, not n)
