"""Subclasses of str: methods of their own, everything else that texts have."""

from typing import Any


class Name(str):
    kind = "name"

    def shout(self) -> str:
        return self.upper() + "!"

    @property
    def initial(self) -> str:
        return self[0]


class Shown(str):
    def __str__(self) -> str:
        return "shown"

    def __repr__(self) -> str:
        return f"Shown({str.__repr__(self)})"

    def __len__(self) -> int:
        return 100


class Made(str):
    def __new__(cls, first: str, second: str) -> "Made":
        return super().__new__(cls, first + second)


class Ready(str):
    made = 0

    def __init__(self, text: object = "") -> None:
        Ready.made += 1


def typed(text: str) -> str:
    return text + "."


name = Name("élan")
print(name, name.shout(), name.initial, name.kind, len(name), name == "élan", name < "f", hash(name) == hash("élan"))
print(type(name).__name__, type(name + "x").__name__, type(str(name)).__name__, type(name.strip()).__name__)
print(isinstance(name, str), isinstance("x", Name), isinstance(name, Name), type(name[:]).__name__)
print({name: 1}[Name("élan")], {"élan": 2}[name], name in {"élan"}, [name], f"{name:>6}|{name!r}", "%s" % name)
print(typed(name), ",".join([name, "b"]), name.split("l"), name.replace("z", "y"), sorted([Name("b"), Name("a"), "c"]))
print(Name(), Name(3), Name(b"abc", "ascii"), repr(Name("")), bool(Name("")), Name("x") * 3, Name("abc").encode())
shown = Shown("text")
print(shown, repr(shown), [shown], f"{shown}", "{}".format(shown), shown + "!", len(shown), str(shown), shown == "text")
print(Made("a", "b"), type(Made("a", "b")).__name__, Ready("x"), Ready(), Ready.made)
anything: Any = name
print(anything.shout(), anything.upper(), anything.startswith("é"), list(anything), anything.title())
print(getattr(name, "initial"), name.lower() is name, max(Name("a"), Name("b")), Name("1") + Name("2"))
for letter in Name("ab"):
    print(letter, type(letter).__name__)
match anything:
    case Name():
        print("matched")
wrong: Any
for wrong in (int, 3):
    try:
        str.__new__(wrong)
    except TypeError as error:
        print(error)
