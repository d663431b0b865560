"""Format strings that are no literals at the call: parameters, constants of modules, items of tables."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = {"a": [1, 2], "b.c": "dotted"}

    @property
    def norm(self):
        return self.x * self.x + self.y * self.y

    def __getattr__(self, name):
        if name.startswith("lazy_"):
            return name[5:]
        raise AttributeError(f"no {name}")


class Line:
    width = 2

    def __init__(self, a, b):
        self.a, self.b = a, b


FORMATS = {
    "plain": "{p.x},{p.y!r:>4}|{p.norm:.2f}",
    "deep": "{line.a.x} {line.b.tags[a][1]} {line.b.tags[b.c]} {line.width:0{p.x}d}",
    "lazy": "{p.lazy_name}",
    "class": "{p.__class__.__name__} {line.a.__class__.__qualname__:>8}",
    "missing": "{p.nothing}",
    "number": "{p.x.real} {p.y.imag}",
    "unset": "{line.c}",
}
POSITIONAL = "{0.x} {1.a.y} {0.norm}"


def show(template=FORMATS["plain"], **values):
    try:
        print(template.format(**values))
    except AttributeError as error:
        print("AttributeError", error)


p = Point(3, 4)
line = Line(p, Point(5, 6))
for name, template in FORMATS.items():
    print(name, end=": ")
    show(template, p=p, line=line)
show(p=Point(1, 2.5))
print(POSITIONAL.format(p, line))
print("{e.args[0]} {e}".format_map({"e": ValueError("why")}))
line.c = "set now"
show(FORMATS["unset"], line=line)
try:
    FORMATS["plain"].replace("x", "").format(p=p)
except ValueError as error:
    print(error)
