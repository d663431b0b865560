"""NewType: names of types that are called to give their argument back."""

from typing import Any, List, NewType, Tuple

UserId = NewType("UserId", int)
AdminId = NewType("AdminId", UserId)
Names = NewType("Names", List[str])
N = NewType("N", float)


def load(user: UserId) -> str:
    return f"user {user}"


def names(*given: str) -> Names:
    return Names(list(given))


print(load(UserId(3)), UserId(4) + 1, type(UserId(5)).__name__, AdminId(UserId(6)), N(1.5) * 2, names("a", "b"))
print(list(map(UserId, [1, 2])), UserId.__name__, UserId)
make: Any = AdminId
print(make.__supertype__)
print(make(7), isinstance(make(8), int), {UserId(1): "x"}[UserId(1)])


def inside() -> int:
    Local = NewType("Local", int)
    return Local(9)


print(inside())
