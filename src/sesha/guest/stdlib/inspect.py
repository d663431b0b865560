"""Look at functions and classes while running: what `import inspect` gives in images.

A signature is what calls go by (builtins/function_signature.py). Annotations are shown where they are
names of classes; they are no values.
"""

from collections.abc import Callable
from types import CoroutineType, FunctionType, GeneratorType, MethodType
from typing import Any

from sesha.guest.abi.layout import NOTES_ANNOTATIONS, NOTES_FLAVOUR, NOTES_PACKS
from sesha.guest.builtins.call_binding import (
    KEYWORD_ONLY,
    NAMES,
    POSITIONAL,
    POSITIONAL_ONLY,
)
from sesha.guest.builtins.function import default_at
from sesha.guest.builtins.function_signature import ask, signature_note
from sesha.guest.builtins.function_state import attribute_or


# --- what something is -------------------------------------------------------------------------------
def isclass(object: Any) -> bool:
    return isinstance(object, type)


def isfunction(object: Any) -> bool:
    return isinstance(object, FunctionType)


def ismethod(object: Any) -> bool:
    return isinstance(object, MethodType)


def isgenerator(object: Any) -> bool:
    return isinstance(object, GeneratorType)


def iscoroutine(object: Any) -> bool:
    return isinstance(object, CoroutineType)


def isawaitable(object: Any) -> bool:
    return isinstance(object, CoroutineType) or hasattr(object, "__await__")


def isgeneratorfunction(obj: Any) -> bool:
    return _gives(obj, "generator")


def iscoroutinefunction(obj: Any) -> bool:
    return _gives(obj, "coroutine")


def isasyncgenfunction(obj: Any) -> bool:
    return _gives(obj, "async generator")


def _gives(obj: Any, flavour: str) -> bool:
    if isinstance(obj, MethodType):
        obj = obj.__func__
    return isinstance(obj, FunctionType) and signature_note(obj, NOTES_FLAVOUR) == flavour


def unwrap(func: Any, *, stop: Callable[[Any], Any] | None = None) -> Any:
    """The function at the end of a chain of wrappers."""
    seen = [func]
    while stop is None or not stop(func):
        wrapped = _wrapped(func)
        if wrapped is None:
            break
        func = wrapped
        if any(func is other for other in seen):
            raise ValueError(f"wrapper loop when unwrapping {seen[0]!r}")
        seen.append(func)
    return func


def _wrapped(func: Any) -> Any:
    """`__wrapped__`, which functions keep in a way of their own."""
    if isinstance(func, FunctionType):
        return attribute_or(func, "__wrapped__", None)
    return getattr(func, "__wrapped__", None)


# --- signatures --------------------------------------------------------------------------------------
class _empty:
    """Marks that there is no default, no annotation."""


class _ParameterKind:
    def __init__(self, value: int, name: str, description: str) -> None:
        self.value = value
        self.name = name
        self.description = description

    def __repr__(self) -> str:
        return f"<_ParameterKind.{self.name}: {self.value}>"

    def __str__(self) -> str:
        return self.name


_KINDS = [
    _ParameterKind(0, "POSITIONAL_ONLY", "positional-only"),
    _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
    _ParameterKind(2, "VAR_POSITIONAL", "variadic positional"),
    _ParameterKind(3, "KEYWORD_ONLY", "keyword-only"),
    _ParameterKind(4, "VAR_KEYWORD", "variadic keyword"),
]


class Parameter:
    """One parameter of a signature."""

    empty = _empty
    POSITIONAL_ONLY = _KINDS[0]
    POSITIONAL_OR_KEYWORD = _KINDS[1]
    VAR_POSITIONAL = _KINDS[2]
    KEYWORD_ONLY = _KINDS[3]
    VAR_KEYWORD = _KINDS[4]

    def __init__(self, name: str, kind: Any, *, default: Any = _empty, annotation: Any = _empty) -> None:
        self.name = name
        self.kind: Any = kind
        self.default: Any = default
        self._annotation: Any = annotation

    @property
    def annotation(self) -> Any:
        return _value_of(self._annotation)

    def __str__(self) -> str:
        text = self.name
        if self._annotation is not _empty:
            text += ": " + _shown(self._annotation)
        if self.default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self.default)
        if self.kind is Parameter.VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self.kind is Parameter.VAR_KEYWORD else text

    def __repr__(self) -> str:
        return f'<Parameter "{self}">'


class Signature:
    """The parameters of a function, in order, and what it answers."""

    empty = _empty

    def __init__(self, parameters: Any = None, *, return_annotation: Any = _empty) -> None:
        self.parameters: dict[str, Any] = {p.name: p for p in parameters or ()}
        self._result: Any = return_annotation

    @property
    def return_annotation(self) -> Any:
        return _value_of(self._result)

    def __str__(self) -> str:
        parts: list[str] = []
        found = list(self.parameters.values())
        starred = False
        for index, parameter in enumerate(found):
            if parameter.kind is Parameter.KEYWORD_ONLY and not starred:
                parts.append("*")
            starred = starred or parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_POSITIONAL)
            parts.append(str(parameter))
            last = index + 1 == len(found) or found[index + 1].kind is not Parameter.POSITIONAL_ONLY
            if parameter.kind is Parameter.POSITIONAL_ONLY and last:
                parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        return text if self._result is _empty else text + " -> " + _shown(self._result)

    def __repr__(self) -> str:
        return f"<Signature {self}>"


class _Shown:
    """An annotation of which the text is known."""

    def __init__(self, text: str) -> None:
        self.text = text


def _value_of(annotation: Any) -> Any:
    if isinstance(annotation, _Shown):
        raise NotImplementedError("annotations as values")
    return annotation


def _shown(annotation: Any) -> str:
    return annotation.text if isinstance(annotation, _Shown) else str(annotation)


def signature(obj: Any, *, follow_wrapped: bool = True) -> Any:
    """The signature of a function, a method, a class, or what has a `__call__`."""
    if follow_wrapped:
        obj = unwrap(obj)
    if isinstance(obj, MethodType):
        return _without_first(signature(obj.__func__))
    if isinstance(obj, FunctionType):
        return _of_function(obj)
    if isinstance(obj, type):
        made = getattr(obj, "__init__", None) or getattr(obj, "__new__", None)
        if made is None or not _of_program(made):
            return Signature()
        return _without_first(_of_function(made))
    called = getattr(obj, "__call__", None)  # noqa: B004
    if called is None:
        raise TypeError(f"{obj!r} is not a callable object")
    return signature(called)


def _of_program(function: Any) -> bool:
    return isinstance(function, FunctionType) and not function.__module__.startswith("builtins")


def _without_first(found: Any) -> Any:
    return Signature(list(found.parameters.values())[1:], return_annotation=found._result)


def _of_function(function: Any) -> Any:
    told = ask(function)
    record = told.record
    texts = signature_note(function, NOTES_ANNOTATIONS)
    packs = signature_note(function, NOTES_PACKS)
    if texts is None or False in texts:
        raise NotImplementedError(f"the annotations of {function!r}")
    annotations = [_empty if text is None else _Shown(text) for text in texts]
    found: list[Parameter] = []
    names = record[NAMES]
    for index, name in enumerate(names):
        if index == record[POSITIONAL] and packs[0] is not None:
            found.append(Parameter(packs[0], _KINDS[2]))
        kind = 3 if index >= record[POSITIONAL] else 0 if index < record[POSITIONAL_ONLY] else 1
        default = _empty if told.defaults is None else default_at(told.defaults, index, _empty)
        found.append(Parameter(name, _KINDS[kind], default=default))
    if packs[0] is not None and not record[KEYWORD_ONLY]:
        found.append(Parameter(packs[0], _KINDS[2]))
    if packs[1] is not None:
        found.append(Parameter(packs[1], _KINDS[4]))
    for parameter, annotation in zip(found, annotations, strict=False):
        parameter._annotation = annotation
    return Signature(found, return_annotation=annotations[-1])
