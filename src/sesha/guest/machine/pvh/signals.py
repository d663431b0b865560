"""A virtual machine has no signals: it is stopped from outside."""


def watch(numbers: list[int]) -> int:
    return -1


def take(handle: int) -> int:
    return 0
