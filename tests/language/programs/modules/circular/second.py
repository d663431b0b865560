print("second begins")

import first

early = "second was complete"
LIST = ["second"]


def pong(n: int) -> str:
    return "pong " + first.ping(n - 1) if n > 0 else "end"


class Derived:
    def name(self) -> str:
        return "derived of " + first.Base().name()


print("second ends")
