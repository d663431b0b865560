"""isinstance on a union and on object."""

def show(value: int | str | list[int]) -> str:
    if isinstance(value, int):
        return "int " + str(value + 1)
    if isinstance(value, str):
        return "str " + value.upper()
    return "list " + str(len(value))


for value in (1, "a", [1, 2]):
    print(show(value))  # type: ignore[arg-type]
