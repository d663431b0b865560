"""Abstract classes, as the module `abc` of images.

The compiler knows which methods are abstract and refuses to instantiate classes that have some;
here are the names that programs derive from and decorate with.
"""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


class ABC:
    """A base for abstract classes."""


def abstractmethod(funcobj: F) -> F:
    return funcobj
