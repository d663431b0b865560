"""A virtual machine has no signals: it is stopped from outside."""


def watch(number: int, once: bool) -> None:
    """Nothing comes."""


def release(number: int) -> None:
    """Nothing came."""


def is_ignored(number: int) -> bool:
    return True


def noted() -> bool:
    return False


def take() -> int:
    return 0
