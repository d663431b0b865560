"""A class with attributes and methods."""

class Counter:
    def __init__(self, start: int) -> None:
        self.value = start

    def up(self) -> int:
        self.value += 1
        return self.value


counter = Counter(5)
counter.up()
print(counter.up(), counter.value)
