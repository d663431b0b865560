"""Deleting attributes of classes, and attributes that descriptors delete."""

from typing import Any


class Base:
    shared = 1
    other = "o"


class Derived(Base):
    shared = 2


print(Derived.shared, Derived().shared)
del Derived.shared
print(Derived.shared, Derived().shared, Base.shared)
try:
    del Derived.shared
except AttributeError as error:
    print(type(error).__name__)
delattr(Base, "other")
print(hasattr(Base, "other"), hasattr(Derived, "other"), hasattr(Base(), "other"), getattr(Base, "other", "gone"))
try:
    print(Base.other)
except AttributeError as error:
    print(error)
Base.other = "again"
print(Base.other, Derived.other, Derived().other)
setattr(Derived, "late", 5)
print(getattr(Derived, "late"), hasattr(Derived, "late"), hasattr(Base, "late"))
delattr(Derived, "late")
print(hasattr(Derived, "late"))


class Watched:
    def __init__(self) -> None:
        self.value: Any = "start"
        self.log: list[str] = []

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        self.log.append("get")
        return self.value

    def __set__(self, instance: Any, value: Any) -> None:
        self.log.append("set")
        self.value = value

    def __delete__(self, instance: Any) -> None:
        self.log.append("delete")
        self.value = None


watched = Watched()


class Holder:
    item = watched


holder = Holder()
print(holder.item)
holder.item = 3
print(holder.item)
del holder.item
print(holder.item, watched.log)


class Missing:
    def __get__(self, instance: Any, owner: Any = None) -> Any:
        raise AttributeError("nothing here")


class Lacking:
    item = Missing()


anything: Any = Lacking()
print(hasattr(anything, "item"), getattr(anything, "item", "default"))
try:
    print(anything.item)
except AttributeError as error:
    print(error)
