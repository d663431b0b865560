"""Inheritance: overriding, super, several bases, the C3 order, diamonds, mixins, class variables."""


class Animal:
    legs = 4
    sound = "..."

    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self) -> str:
        return f"{self.name} says {self.sound}"

    def describe(self) -> str:
        return f"{type(self).__name__} {self.name} with {self.legs} legs: {self.speak()}"


class Dog(Animal):
    sound = "woof"


class Bird(Animal):
    legs = 2
    sound = "tweet"

    def __init__(self, name: str, wingspan: float) -> None:
        super().__init__(name)
        self.wingspan = wingspan

    def speak(self) -> str:
        return super().speak() + f" and flies {self.wingspan} m"


class Base:
    def __init__(self, log: list[str]) -> None:
        log.append("Base")

    def who(self) -> list[str]:
        return ["Base"]


class Left(Base):
    def __init__(self, log: list[str]) -> None:
        super().__init__(log)
        log.append("Left")

    def who(self) -> list[str]:
        return ["Left", *super().who()]


class Right(Base):
    def __init__(self, log: list[str]) -> None:
        super().__init__(log)
        log.append("Right")

    def who(self) -> list[str]:
        return ["Right", *super().who()]


class Bottom(Left, Right):
    def __init__(self, log: list[str]) -> None:
        super().__init__(log)
        log.append("Bottom")

    def who(self) -> list[str]:
        return ["Bottom", *super().who()]


class Jsonable:
    fields: tuple[str, ...] = ()

    def dump(self) -> str:
        return "{" + ", ".join(f"{name}: {getattr(self, name)!r}" for name in self.fields) + "}"


class Countable:
    count = 0

    def tick(self) -> int:
        self.count += 1
        return self.count


class Item(Jsonable, Countable):
    fields: tuple[str, ...] = ("name", "price")

    def __init__(self, name: str, price: float) -> None:
        self.name = name
        self.price = price


class Special(Item):
    fields = (*Item.fields, "extra")
    extra = "!"

    def dump(self) -> str:
        return "special " + Item.dump(self)


def main() -> None:
    animals: list[Animal] = [Dog("Rex"), Bird("Tweety", 0.2), Animal("It")]
    for animal in animals:
        print(animal.describe(), isinstance(animal, Bird), issubclass(type(animal), Animal))
    Dog.sound = "WOOF"
    print(animals[0].speak(), Animal.sound)
    log: list[str] = []
    bottom = Bottom(log)
    print(log, bottom.who(), Left(log).who(), [c.__name__ for c in Bottom.__mro__])
    item = Item("pen", 1.5)
    special = Special("ink", 9)
    print(item.dump(), special.dump(), item.tick(), item.tick(), special.tick(), Item.count, isinstance(special, Countable))
    print(Bottom.__bases__ == (Left, Right), [c.__name__ for c in Special.__mro__], issubclass(Bottom, (int, Right)))
    method = animals[1].speak
    print(method(), Animal.speak(animals[1]), super(Bird, Bird("x", 1)).speak())


main()
