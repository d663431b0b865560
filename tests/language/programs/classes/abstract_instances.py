"""Abstract classes make no instances, whether called by name or as a value."""
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Half(Shape):
    def area(self):
        return 1


class Plain:
    @abstractmethod
    def not_enforced(self):
        return "made all the same"


def make(cls, *arguments):
    try:
        return cls(*arguments)
    except TypeError as error:
        return f"{type(error).__name__} {'abstract class ' + cls.__name__ in str(error)} {'name' in str(error)}"


def direct():
    try:
        print(Shape())
    except TypeError as error:
        print(type(error).__name__, "area" in str(error))
    try:
        print(Half())
    except TypeError as error:
        print(type(error).__name__, "name" in str(error), "area" in str(error))


print(make(Shape), make(Square, 3).area(), make(Half))
print(make(Plain).not_enforced())
direct()
