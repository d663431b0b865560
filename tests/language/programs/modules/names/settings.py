LEVEL = 1
TABLE: dict[str, int] = {}
DROPPED = [1]


def describe() -> str:
    return f"level {LEVEL} {TABLE}"


def drop() -> None:
    global DROPPED
    del DROPPED
