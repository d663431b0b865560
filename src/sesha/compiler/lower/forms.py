"""Tell where the typed form of an operation may not be used: a program can override what it does."""

from sesha.compiler.lower.lowerer import Lowerer

METHODS_OF_FORMS = {
    "length": ("__len__",),
    "truth": ("__bool__", "__len__"),
    "getslice": ("__getitem__",),
    "setslice": ("__setitem__",),
    "delslice": ("__delitem__",),
    "str": ("__str__", "__repr__"),
}
"""Typed form -> the methods that do the same, where the name does not say it."""


def has_other_form(lowerer: Lowerer, cls: str, form: str) -> bool:
    """Whether an instance of the built-in class may have another method for a typed form."""
    bare = form.removesuffix("_i64").rstrip("_")
    return lowerer.overrides_native(cls, *METHODS_OF_FORMS.get(bare, (f"__{bare}__",)))


def prints_otherwise(lowerer: Lowerer, guest: bool) -> bool:
    """Whether a str may be an instance of a class of the program, or a member of an enumeration."""
    return not guest and (
        lowerer.extends_native("builtins.str")
        or lowerer.overrides_native("builtins.str", "__str__", "__format__")
    )
