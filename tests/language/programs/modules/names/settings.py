LEVEL = 1
TABLE: dict[str, int] = {}


def describe() -> str:
    return f"level {LEVEL} {TABLE}"
