"""Format with `%` for bytes and bytearray: the template is read as Latin-1 text."""

from sesha.guest.builtins.bytes_decode import decode_memory
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.format_conversion import (
    ASCII,
    BYTES,
    CHARACTER,
    REPR,
    STRING,
    Arguments,
    Conversion,
    number_text,
    padded_text,
)
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_of import ascii_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import slice_text, text_length
from sesha.guest.cpu.intrinsics import address, method_or

NOT_A_BYTE = "%c requires an integer in range(256) or a single byte, not "


def mod_bytes(self: object, other: object) -> bytes:
    """`self % other` for a flat template."""
    template = latin1_of(self)
    arguments = Arguments(other)
    if isinstance(other, (bytes, bytearray)):
        arguments.mapping = False
    arguments.bytes_keys = True
    builder = StringBuilder()
    i = 0
    while True:
        at = template.find("%", i)
        if at < 0:
            break
        builder.append(template[i:at])
        conversion = Conversion(template, at + 1, arguments)
        i = conversion.end
        builder.append(_converted(conversion, arguments))
    builder.append(template[i:])
    arguments.finish("bytes")
    return builder.as_bytes()


def latin1_of(value: object) -> str:
    """A flat value's bytes as the code points of the same numbers."""
    return decode_memory(data_of(value), size_of(value), "latin-1", "strict")


def _converted(conversion: Conversion, arguments: Arguments) -> str:
    kind = conversion.type
    if conversion.literal:
        return "%"
    value = conversion.value(arguments)
    if kind == REPR or kind == ASCII or kind == STRING or kind == BYTES:
        text = ascii_of(value) if kind == REPR or kind == ASCII else _bytes_of(value)
        if 0 <= conversion.precision < text_length(address(text)):
            text = slice_text(address(text), 0, conversion.precision)
        return padded_text(conversion, text)
    if kind == CHARACTER:
        return padded_text(conversion, _character(value))
    return number_text(conversion, value, "float argument required, not ")


def _bytes_of(value: object) -> str:
    if is_bytes_like(value):
        return latin1_of(flat(value))
    made: object = method_or(NotImplemented, value, "__bytes__")
    if not isinstance(made, bytes):
        raise TypeError(
            "%b requires a bytes-like object, or an object that implements __bytes__, not '"
            + type_name(value)
            + "'"
        )
    return latin1_of(made)


def _character(value: object) -> str:
    if isinstance(value, (bytes, bytearray)):
        text = latin1_of(value)
        if len(text) != 1:
            raise TypeError(NOT_A_BYTE + f"a bytes object of length {len(text)}")
        return text
    if not isinstance(value, int):
        raise TypeError(NOT_A_BYTE + type_name(value))
    if value < 0 or value > 255:
        raise OverflowError("%c arg not in range(256)")
    return chr(value)
