"""Give `...` its repr."""


def __repr__(self: object) -> str:
    return "Ellipsis"
