"""Operator methods that decline: NotImplemented from methods that declare bool."""


class A:
    def __init__(self, n: int) -> None:
        self.n = n
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, A):
            return NotImplemented
        return self.n == other.n
    def __lt__(self, other: "A") -> bool:
        if not isinstance(other, A):
            return NotImplemented
        return self.n < other.n


class B(A):
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, B):
            return NotImplemented
        return self.n == other.n


def main() -> None:
    print(A(1) == A(1), A(1) == 5, A(1) != 5)
    print(A(1) == B(1), B(1) == A(1))
    print(A(1) < A(2))
    try:
        print(A(1) < 5)  # type: ignore[operator]
    except TypeError:
        print("TypeError")

main()
