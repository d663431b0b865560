"""Variables and attributes without annotations that hold values of changing types."""


class Held:
    def __init__(self):
        self.x = 1
        self.y = 2.5

    def change(self):
        self.x = "text"
        self.y = None


class Manager:
    def __enter__(self):
        return "in"

    def __exit__(self, *details):
        print(len(details), details[0])


held = Held()
print(held.x, held.y)
held.change()
print(held.x, held.y)
value = 3
value = "three"
print(value)
with Manager() as m:
    print(m)
