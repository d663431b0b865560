"""A virtual call and super."""

class Base:
    def name(self) -> str:
        return "base"


class Derived(Base):
    def name(self) -> str:
        return "derived of " + super().name()


def show(thing: Base) -> None:
    print(thing.name())


show(Base())
show(Derived())
