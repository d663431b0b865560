"""Names in class bodies: until the body binds one, it is what the module has under it."""

from typing import ClassVar


class E(Exception):
    pass


limit = 3


class C:
    E: ClassVar[type[E]] = E
    limit = limit + 1
    twice = limit * 2
    len = len
    size = len("abc")

    def fail(self, b: bytes) -> None:
        if not b:
            raise E("nothing")


print(C.limit, C.twice, C.E is E, limit, C.size)
try:
    C().fail(b"")
except E as error:
    print(repr(error))


