"""Members that are texts with an `__init__`, a `__str__` and methods of their own; class objects print as enumerations."""

from enum import Enum, StrEnum, Flag, auto
class C(str, Enum):
    RED = "red"
    BLUE = "blue"
    def __init__(self, value):
        self.short = value[0]
        self.n = len(value)
    @property
    def label(self): return self.title()
    def __str__(self): return "C-" + self.value
    @classmethod
    def default(cls): return cls.RED
class F(Flag):
    A = auto(); B = auto()
class Big(str, Enum):
    X = "x" * 3 if False else "long " * 200 if False else "literal"
    Y = "y" * 1
print(C.RED, C.RED.short, C.RED.n, C.BLUE.label, f"{C.RED}", [C.RED], C.default() == "red", C, F, F.A | F.B, Big)
