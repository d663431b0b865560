def half(n: int) -> int:
    return n / 2  # error: [return-value]
