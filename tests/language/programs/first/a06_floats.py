"""Float arithmetic and printing."""

def mean(a: float, b: float) -> float:
    return (a + b) / 2


print(mean(1.0, 2.0), 0.1 + 0.2, 1e100, -0.0, 3.0, 1 / 3)
