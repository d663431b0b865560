"""Classes whose several bases each have attributes of their own; the same names in more than one base."""

from dataclasses import dataclass


class Named:
    def __init__(self, name="?", **rest):
        super().__init__(**rest)
        self.name = name
        self.weight = 1.5

    def describe(self):
        return f"{self.name}:{self.weight}"


class Counted:
    made = 0

    def __init__(self, start=0, **rest):
        super().__init__(**rest)
        self.count = start
        self.ratio = 0.25
        self.ready = True
        Counted.made += 1

    def bump(self, by=1):
        self.count += by
        self.ratio *= 2
        return self.count, self.ratio, self.ready


class Tagged:
    def __init__(self, *tags, **rest):
        super().__init__(**rest)
        self.tags = list(tags)


class Service(Named, Counted):
    def __init__(self, port, **rest):
        super().__init__(**rest)
        self.port = port


class Tool(Counted, Named):
    pass


class All(Tagged, Tool):
    def everything(self):
        return self.tags, self.describe(), self.bump(10), self.name


class Apart(Named, Tagged):
    """Calls its bases one by one."""

    def __init__(self, name):
        Tagged.__init__(self, "x", "y")
        Named.__init__(self, name)


class Table(Named, dict):
    def total(self):
        return sum(self.values()), self.name


class Failure(Tagged, Exception):
    def __init__(self, message, code):
        Exception.__init__(self, message)
        self.tags = [code]
        self.code = code


class Left:
    def __init__(self):
        self.value = 7.5
        self.flag = True
        self.only_left = "l"

    def left(self):
        return self.value


class Right:
    def __init__(self):
        if self.right:
            self.value = 7.25
        self.flag = False
        self.only_right = 2.5

    def right(self):
        return self.value, self.only_right, self.flag


class Both(Left, Right):
    def __init__(self):
        Left.__init__(self)
        print(self.left(), self.value)
        Right.__init__(self)
        print(self.left(), self.right(), self.only_left)


@dataclass
class Point:
    x: int = 1
    y: float = 2.5


@dataclass
class Colored:
    color: str = "red"
    alpha: float = 0.5


@dataclass
class Dot(Point, Colored):
    size: int = 3


def typed(point, colored):
    return f"{point.x} {point.y} {colored.color} {colored.alpha}"


service = Service(80, name="web", start=5)
print(service.port, service.describe(), service.bump(), service.count, service.weight, sorted(vars(service)))
tool = Tool(name="saw", start=2)
print(tool.bump(3), tool.describe(), tool.count, tool.name, Counted.made)
whole = All("a", "b", name="all", start=1)
print(whole.everything(), whole.count, sorted(vars(whole)))
apart = Apart("apart")
print(apart.describe(), apart.tags, Named("alone").describe(), Tagged("t").tags, Counted(3).bump())
table = Table("table")
table.update(a=1, b=2)
print(table.total(), table, table.weight, len(table))
try:
    raise Failure("broken", 42)
except Failure as failure:
    print(failure, failure.args, failure.tags, failure.code)
Both()
print(Left().left(), Right().right())
dot = Dot(color="blue")
print(dot, typed(dot, dot), typed(Point(), Colored()), dot == Dot("red"), dot == Dot(color="blue"))
dot.alpha += 1
dot.x -= 5
print(dot, [getattr(dot, name) for name in ("x", "y", "color", "alpha", "size")])
