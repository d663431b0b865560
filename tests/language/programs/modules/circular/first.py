print("first begins")

import second

LIST = ["first"]


def ping(n: int) -> str:
    return "ping " + second.pong(n - 1) if n > 0 else "end"


class Base:
    def partner(self) -> str:
        return second.Derived().name()

    def name(self) -> str:
        return "base"


LIST.append(second.early)
print("first ends", Base().partner())
