def add(a: int, b: str) -> int:
    return a + b  # error: [operator]


print(add(1, "2"))
