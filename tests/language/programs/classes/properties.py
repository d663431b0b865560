"""Properties, class methods and static methods: getters, setters, deleters, inheritance, errors."""


class Celsius:
    absolute_zero = -273.15

    def __init__(self, degrees: float) -> None:
        self.degrees = degrees

    @property
    def degrees(self) -> float:
        """Degrees Celsius."""
        return self._degrees

    @degrees.setter
    def degrees(self, value: float) -> None:
        if value < self.absolute_zero:
            raise ValueError(f"{value} is below absolute zero")
        self._degrees = value

    @property
    def fahrenheit(self) -> float:
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        self.degrees = (value - 32) * 5 / 9

    @classmethod
    def freezing(cls) -> "Celsius":
        return cls(0)

    @classmethod
    def parse(cls, text: str) -> "Celsius":
        return cls(float(text.removesuffix("C")))

    @staticmethod
    def is_hot(degrees: float) -> bool:
        return degrees > 30


class Precise(Celsius):
    @property
    def degrees(self) -> float:
        return round(self._degrees, 1)

    @degrees.setter
    def degrees(self, value: float) -> None:
        self._degrees = value

    def __repr__(self) -> str:
        return f"Precise({self.degrees})"


class Cache:
    def __init__(self) -> None:
        self._value: str | None = "cached"

    @property
    def value(self) -> str | None:
        return self._value

    @value.deleter
    def value(self) -> None:
        print("deleting")
        self._value = None


class Registry:
    names: list[str] = []

    @classmethod
    def add(cls, name: str) -> int:
        cls.names.append(f"{cls.__name__}.{name}")
        return len(cls.names)


class Sub(Registry):
    pass


def main() -> None:
    t = Celsius(20)
    print(t.degrees, t.fahrenheit)
    t.fahrenheit = 212
    t.degrees += 1
    print(t.degrees, round(t.fahrenheit, 3), Celsius.is_hot(31), t.is_hot(3))
    try:
        t.degrees = -300
    except ValueError as error:
        print(error, t.degrees)
    print(Celsius.freezing().degrees, Celsius.parse("12.5C").fahrenheit, type(Precise.freezing()).__name__, Precise.parse("1.26C"))
    precise = Precise(3.14159)
    print(precise.degrees, precise.fahrenheit, precise)
    cache = Cache()
    print(cache.value)
    del cache.value
    print(cache.value)
    try:
        cache.value = "x"  # type: ignore[misc]
    except AttributeError as error:
        print(type(error).__name__)
    print(Registry.add("a"), Sub.add("b"), Sub().add("c"), Registry.names, Sub.names is Registry.names)
    make = Celsius.parse
    print(make("7").degrees, list(map(Celsius.is_hot, [10, 40])))


main()
