"""Format values: `format()`, and what f-strings call.

Where the class is known, the compiler calls `format_str`, `format_int`, `format_float` or
`format_bool`; otherwise `format_value`, which asks the value's `__format__`.
"""

from sesha.guest.builtins.format_float import format_float as format_float
from sesha.guest.builtins.format_integer import format_bool as format_bool, format_int as format_int
from sesha.guest.builtins.format_text import format_str as format_str
from sesha.guest.builtins.text_of import text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import method_or


def format_value(value: object, spec: str) -> str:
    """`format(value, spec)`."""
    result: object = method_or(NotImplemented, value, "__format__", spec)
    if result is NotImplemented:
        return format_object(value, spec)
    if not isinstance(result, str):
        raise TypeError("__format__ must return a str, not " + type_name(result))
    return result


def format_object(value: object, spec: str) -> str:
    """`object.__format__`."""
    if spec != "":
        raise TypeError("unsupported format string passed to " + type_name(value) + ".__format__")
    return text_of(value)


def format(value: object, format_spec: str = "") -> str:
    return format_value(value, format_spec)
