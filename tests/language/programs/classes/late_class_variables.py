"""Class variables set on a class after its definition."""

class A:
    x = 1

    @classmethod
    def bump(cls) -> int:
        cls.x += 1
        return cls.x


class B(A):
    pass


B.x = 5
print(A.x, B.x, A().x, B().x)
print(A.bump(), B.bump(), A.x, B.x)
