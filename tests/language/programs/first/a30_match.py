"""match on literals and sequences."""

def describe(value: object) -> str:
    match value:
        case 0:
            return "zero"
        case "a" | "b":
            return "letter"
        case [x, y]:
            return f"pair {x} {y}"
        case _:
            return "other"


print(describe(0), describe("b"), describe([1, 2]), describe(None))
