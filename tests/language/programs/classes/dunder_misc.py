"""More dunders: __getattr__, __setattr__, __enter__, __format__, __init_subclass__, __new__, __missing__, __call__."""
# not yet: subclasses of int are a build error

from typing import Any


class Record:
    def __init__(self, **values: int) -> None:
        self.values = values

    def __getattr__(self, name: str) -> int:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(f"no field {name}") from None


class Watched:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.level = 1

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "log":
            self.log.append(f"{name}={value}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        self.log.append(f"del {name}")
        object.__delattr__(self, name)


class Plugin:
    known: list[str] = []

    def __init_subclass__(cls, *, label: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Plugin.known.append(label or cls.__name__)


class CsvPlugin(Plugin, label="csv"):
    pass


class JsonPlugin(Plugin):
    pass


class Singleton:
    instance: "Singleton | None" = None

    def __new__(cls) -> "Singleton":
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


class Defaults(dict[str, int]):
    def __missing__(self, key: str) -> int:
        return len(key)


class Text(str):
    def shout(self) -> str:
        return self.upper() + "!"


class Positive(int):
    def __new__(cls, value: int) -> "Positive":
        return super().__new__(cls, abs(value))

    def half(self) -> float:
        return self / 2


class Numbers(list[int]):
    def total(self) -> int:
        return sum(self)


def main() -> None:
    record = Record(a=1, b=2)
    print(record.a + record.b, getattr(record, "a"), getattr(record, "z", None), hasattr(record, "c"))
    try:
        print(record.c)
    except AttributeError as error:
        print(error)
    watched = Watched()
    watched.level = 2
    watched.level += 1
    del watched.level
    print(watched.log)
    print(Plugin.known, Singleton() is Singleton())
    defaults = Defaults(a=10)
    print(defaults["a"], defaults["four"], defaults.get("four"), len(defaults), defaults)
    text = Text("hey")
    print(text.shout(), text + "x", len(text), text == "hey", {"hey": 1}[text], isinstance(text, str), type(text).__name__, text[0])
    positive = Positive(-7)
    print(positive, positive + 1, positive.half(), type(positive + 1).__name__, positive == 7, repr(positive))
    numbers = Numbers([1, 2])
    numbers.append(3)
    print(numbers, numbers.total(), numbers[1:], type(numbers[1:]).__name__, numbers == [1, 2, 3], isinstance(numbers, list))


main()
