"""None as a value and narrowing."""

def find(items: list[str], wanted: str) -> int | None:
    for i, item in enumerate(items):
        if item == wanted:
            return i
    return None


for wanted in ("b", "z"):
    position = find(["a", "b"], wanted)
    if position is None:
        print("none")
    else:
        print(position + 1)
