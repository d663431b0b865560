from __future__ import annotations

MADE = 0


class Square:
    def __init__(self, side: float) -> None:
        global MADE
        MADE += 1
        self.side = side

    def area(self) -> float:
        return self.side * self.side
