"""Hold types that are values, for `types` and `typing`: `list[int]`, `Box[str]`, `int | None`.

The compiler leads the subscript of a class here where its result is kept (`lower/expressions/
generic_aliases.py`), and adds `|` to class objects in programs that could use it.
"""

from typing import Any, NoReturn


class GenericAlias:
    """A built-in class, or one of the library, with type arguments."""

    __module__ = "types"
    __origin__: Any
    __args__: tuple[Any, ...]
    __parameters__: tuple[Any, ...]

    def __init__(self, origin: Any, args: Any) -> None:
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = ()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__origin__, name)

    def __getitem__(self, index: Any) -> NoReturn:
        raise TypeError(f"{self!r} is not a generic class")

    def __repr__(self) -> str:
        shown = ", ".join([argument_text(argument) for argument in self.__args__])
        return f"{class_text(self.__origin__)}[{shown if self.__args__ else '()'}]"

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, GenericAlias):
            return NotImplemented
        same_kind = type(other) is type(self)
        return same_kind and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self) -> int:
        return hash((self.__origin__, self.__args__))

    def __or__(self, other: Any) -> Any:
        return union(self, other)

    def __ror__(self, other: Any) -> Any:
        return union(other, self)

    def __instancecheck__(self, value: object) -> NoReturn:
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls: object) -> NoReturn:
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


class _GenericAlias(GenericAlias):
    """A generic class of the program with type arguments."""

    __module__ = "typing"

    def __init__(self, origin: Any, args: tuple[Any, ...]) -> None:
        self.__origin__ = origin
        self.__args__ = tuple([type(None) if argument is None else argument for argument in args])
        self.__parameters__ = ()

    def __instancecheck__(self, value: object) -> NoReturn:
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls: object) -> NoReturn:
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class Union:
    """One of several types."""

    __module__ = "typing"
    __args__: tuple[Any, ...]

    def __init__(self, args: tuple[Any, ...]) -> None:
        self.__args__ = args

    def __repr__(self) -> str:
        shown = ["None" if part is type(None) else argument_text(part) for part in self.__args__]
        return " | ".join(shown)

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, Union):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self) -> int:
        return hash(frozenset(self.__args__))

    def __or__(self, other: Any) -> Any:
        return union(self, other)

    def __ror__(self, other: Any) -> Any:
        return union(other, self)

    def __instancecheck__(self, value: object) -> bool:
        for part in self.__args__:
            if isinstance(value, part):
                return True
        return False

    def __subclasscheck__(self, cls: Any) -> bool:
        for part in self.__args__:
            if issubclass(cls, part):
                return True
        return False


# --- how they are made -------------------------------------------------------------------------------
def alias_of(origin: Any, args: tuple[Any, ...]) -> Any:
    return GenericAlias(origin, args)


def alias_of_typing(origin: Any, args: tuple[Any, ...]) -> Any:
    return _GenericAlias(origin, args)


def union(left: Any, right: Any) -> Any:
    """`left | right`: the parts of both, each once; NotImplemented for what is no type."""
    parts: list[Any] = []
    for side in (left, right):
        if not isinstance(side, (type, GenericAlias, Union)) and side is not None:
            return NotImplemented
        for part in side.__args__ if isinstance(side, Union) else (side,):
            known = type(None) if part is None else part
            if known not in parts:
                parts.append(known)
    return parts[0] if len(parts) == 1 else Union(tuple(parts))


def type_or(self: type, other: object) -> Any:
    """`type.__or__`"""
    return union(self, other)


def type_ror(self: type, other: object) -> Any:
    """`type.__ror__`"""
    return union(other, self)


# --- how they are shown ------------------------------------------------------------------------------
def class_text(cls: Any) -> str:
    """A class's name with its module, except for built-in ones."""
    if cls.__module__ == "builtins":
        return str(cls.__qualname__)
    return f"{cls.__module__}.{cls.__qualname__}"


def argument_text(argument: Any) -> str:
    if isinstance(argument, type):
        return class_text(argument)
    if isinstance(argument, list):
        return "[" + ", ".join([argument_text(item) for item in argument]) + "]"
    return "..." if argument is Ellipsis else repr(argument)
