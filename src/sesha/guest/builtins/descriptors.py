"""Hold what a class keeps under a name and gives in another form: the built-in descriptors.

The compiler needs none of these for methods and properties that it sees whole; they stand in class
variables where something else decorates the function too, or where it is defined under a condition.
"""

from typing import Any

from sesha.guest.builtins.function import bind_method
from sesha.guest.builtins.type import class_of


class staticmethod:
    """`@staticmethod` around any callable."""

    def __init__(self, function: Any) -> None:
        self.__func__ = function

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self.__func__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__(*args, **kwargs)


class classmethod:
    """`@classmethod` around any callable."""

    def __init__(self, function: Any) -> None:
        self.__func__ = function

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return bind_method(self.__func__, class_of(instance) if owner is None else owner)


class property:
    """`@property` around any callable: what reads it."""

    def __init__(self, fget: Any = None, fset: Any = None, fdel: Any = None, doc: Any = None) -> None:
        self.fget = fget
        self.fset = fset
        self.fdel = fdel

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        if self.fget is None:
            raise AttributeError("property of '" + owner.__qualname__ + "' object has no getter")
        return self.fget(instance)
