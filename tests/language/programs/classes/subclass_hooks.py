"""Values that set attributes, as subclasses have them too; __set_name__; __init_subclass__ and its keywords."""

from typing import Any


class Checked:
    """Keeps the value under another name; refuses what is no number."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.place = f"{owner.__name__}.{name}"

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        return getattr(instance, f"_{self.name}", "unset")

    def __set__(self, instance: Any, value: Any) -> None:
        if not isinstance(value, (int, float)):
            raise TypeError(f"{self.place} takes numbers, not {value!r}")
        setattr(instance, f"_{self.name}", value)


class Constant:
    def __init__(self, value: int) -> None:
        self.value = value

    def __get__(self, instance: Any, owner: Any = None) -> int:
        return self.value


class Point:
    x = Checked()
    y = Checked()
    kind = Constant(7)

    def __init__(self, x: Any, y: Any) -> None:
        self.x = x
        self.y = y


class Point3(Point):
    z = Checked()

    def __init__(self, x: Any, y: Any, z: Any) -> None:
        super().__init__(x, y)
        self.z = z


class Plugin:
    known: list[str] = []

    def __init_subclass__(cls, *, label: str = "", **rest: Any) -> None:
        super().__init_subclass__(**rest)
        Plugin.known.append(f"{cls.__name__}:{label}")


class Csv(Plugin, label="csv"):
    pass


class Quoted(Csv):
    pass


class Left:
    def where(self) -> str:
        return "left"


class Middle(Left):
    def where(self) -> str:
        return "middle " + super().where()


class Right(Middle):
    def where(self) -> str:
        return "right " + super(Middle, self).where()


def change(point: Any, value: Any) -> None:
    try:
        point.x = value
        print("set to", point.x)
    except TypeError as error:
        print(error)


def main() -> None:
    p = Point(1, 2.5)
    print(p.x, p.y, p.kind, Point.x.place, Point.y.name, Point.kind)
    p.x = 10
    p.x += 5
    print(p.x, Point(0, 0).x)
    change(p, 3)
    change(p, "three")
    try:
        Point("a", 1)
    except TypeError as error:
        print(error)
    q = Point3(1, 2, 3)
    print(q.x, q.y, q.z, Point3.z.place, Point3.x.place)
    print(Plugin.known)
    print(Right().where(), super(Right, Right()).where(), Right.__bases__ == (Middle,), Left.__bases__)


main()
