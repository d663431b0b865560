"""Abstract base classes, protocols (structural), runtime_checkable, collections.abc mixins."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, overload, runtime_checkable


class Shape(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def sides(self) -> int: ...

    def describe(self) -> str:
        return f"{self.name}: {self.area():.2f}, {self.sides} sides"


class Square(Shape):
    def __init__(self, size: float) -> None:
        super().__init__("square")
        self.size = size

    def area(self) -> float:
        return self.size * self.size

    @property
    def sides(self) -> int:
        return 4


class Unfinished(Shape):
    def area(self) -> float:
        return 0.0


class Speaker(Protocol):
    def speak(self, times: int = 1) -> str: ...


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Robot:
    def speak(self, times: int = 1) -> str:
        return "beep" * times


class Parrot:
    word = "polly"

    def speak(self, times: int = 1) -> str:
        return " ".join([self.word] * times)

    def close(self) -> None:
        print("cage closed")


def chorus(speakers: list[Speaker]) -> str:
    return "; ".join(speaker.speak(2) for speaker in speakers)


class Repeated(Sequence[str]):
    def __init__(self, text: str, count: int) -> None:
        self.text = text
        self.length = count

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self.text] * len(range(*index.indices(self.length)))
        if not 0 <= index < self.length:
            raise IndexError(index)
        return f"{self.text}{index}"


class Squares(Mapping[int, int]):
    def __getitem__(self, key: int) -> int:
        if key > 3:
            raise KeyError(key)
        return key * key

    def __iter__(self) -> Iterator[int]:
        return iter(range(4))

    def __len__(self) -> int:
        return 4


def main() -> None:
    print(Square(1.5).describe(), isinstance(Square(1), Shape), issubclass(Square, ABC))
    for cls in (Shape, Unfinished):
        try:
            cls("x")  # type: ignore[abstract]
        except TypeError as error:
            print(type(error).__name__, "abstract" in str(error))
    print(chorus([Robot(), Parrot()]))
    for thing in (Robot(), Parrot()):
        if isinstance(thing, Closable):
            thing.close()
    letters = Repeated("a", 4)
    print(list(letters), letters[1:3], "a2" in letters, letters.index("a3"), letters.count("a1"), list(reversed(letters)), isinstance(letters, Sequence))
    squares = Squares()
    print(dict(squares), squares.get(2), squares.get(9, -1), 3 in squares, 8 in squares, list(squares.items()), list(squares.values()), squares == {0: 0, 1: 1, 2: 4, 3: 9})


main()
