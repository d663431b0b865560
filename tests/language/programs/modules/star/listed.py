__all__ = ["alpha", "beta"]
alpha = 1
gamma = "hidden"


def beta(n: int) -> int:
    return n * 2
