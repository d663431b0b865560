"""Format with `%`: for strings; format_percent_bytes.py does bytes on the same parser."""

from typing import Any

from sesha.guest.builtins.format_conversion import (
    ASCII,
    CHARACTER,
    REPR,
    STRING,
    Arguments,
    Conversion,
    number_text,
    padded_text,
)
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_of import ascii_of, repr_of, text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import slice_text, text_length
from sesha.guest.cpu.intrinsics import address


def __mod__(self: str, other: object) -> Any:
    return mod(self, other)


def mod(self: str, other: object) -> str:
    """`self % other`."""
    arguments = Arguments(other)
    builder = StringBuilder()
    i = 0
    while True:
        at = self.find("%", i)
        if at < 0:
            break
        builder.append(self[i:at])
        conversion = Conversion(self, at + 1, arguments)
        i = conversion.end
        builder.append(_converted(conversion, arguments))
    builder.append(self[i:])
    arguments.finish("string")
    return builder.text()


def _converted(conversion: Conversion, arguments: Arguments) -> str:
    kind = conversion.type
    if conversion.literal:
        return "%"
    value = conversion.value(arguments)
    if kind == STRING or kind == REPR or kind == ASCII:
        text = text_of(value) if kind == STRING else repr_of(value) if kind == REPR else ascii_of(value)
        if 0 <= conversion.precision < text_length(address(text)):
            text = slice_text(address(text), 0, conversion.precision)
        return padded_text(conversion, text)
    if kind == CHARACTER:
        return padded_text(conversion, _character(value))
    return number_text(conversion, value, "must be real number, not ")


def _character(value: object) -> str:
    if isinstance(value, str):
        if len(value) != 1:
            raise TypeError(f"%c requires an int or a unicode character, not a string of length {len(value)}")
        return value
    if not isinstance(value, int):
        raise TypeError("%c requires an int or a unicode character, not " + type_name(value))
    if value < 0 or value > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return chr(value)
