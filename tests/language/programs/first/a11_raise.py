"""Raise and catch."""

def check(n: int) -> int:
    if n > 2:
        raise ValueError("too large")
    return n


for n in range(5):
    try:
        print(check(n))
    except ValueError as error:
        print("caught", error)
