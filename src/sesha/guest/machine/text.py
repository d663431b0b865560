"""Make strings of what the machine was started with: UTF-8, as far as it is.

Bytes that are not UTF-8 become lone surrogates, as `os.fsdecode` has it. Apart from the codecs,
which are much larger and which most programs do not need.
"""

from mypy_extensions import i64

from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_memory import is_ascii
from sesha.guest.builtins.text_units import text_from_ascii
from sesha.guest.builtins.text_utf8 import CODE_MASK, MALFORMED, SIZE_SHIFT, decode_one
from sesha.guest.cpu.intrinsics import load_u8

ESCAPE = 0xDC00


def text_of_memory(data: i64, size: i64) -> str:
    """The string that `size` bytes at an address spell."""
    if is_ascii(data, size):
        return text_from_ascii(data, size)
    builder = StringBuilder()
    i: i64 = 0
    while i < size:
        code = decode_one(data, i, size)
        if code == MALFORMED:
            builder.append_code(ESCAPE | load_u8(data + i))
            i += 1
        else:
            builder.append_code(code & CODE_MASK)
            i += code >> SIZE_SHIFT
    return builder.text()
