"""Give every class its defaults: equality and hash by identity, repr by address, str by repr.

Functions named as `object`'s methods are found last in every class's method resolution order.
"""

from typing import Any

from sesha.guest.builtins.hash import hash_of_identity
from sesha.guest.builtins.text_of import default_repr, repr_of, text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits


def __eq__(self: object, other: object) -> Any:
    return True if bits(self) == bits(other) else NotImplemented


def __ne__(self: object, other: object) -> Any:
    """The opposite of the class's own `__eq__`."""
    this: Any = self
    result: Any = this.__eq__(other)
    return NotImplemented if result is NotImplemented else not result


def __hash__(self: object) -> int:
    return int(hash_of_identity(self))


def __repr__(self: object) -> str:
    return default_repr(self)


def __str__(self: object) -> str:
    return repr_of(self)


def __format__(self: object, spec: str) -> str:
    if spec:
        raise TypeError(f"unsupported format string passed to {type_name(self)}.__format__")
    return text_of(self)
