"""Files that live in memory, as the module `io` of images.

`text.py` has what text files share and `StringIO`, `binary.py` `BytesIO` and `BufferedReader`,
`wrapper.py` text over bytes, `assets.py` what `open` means in an image, `console.py` the streams
of `sys`.
"""

from sesha.guest.stdlib.io.assets import open_asset, open_binary, open_text
from sesha.guest.stdlib.io.binary import BufferedIOBase, BufferedReader, BytesIO
from sesha.guest.stdlib.io.refusal import UnsupportedOperation
from sesha.guest.stdlib.io.text import StringIO, TextIOBase
from sesha.guest.stdlib.io.wrapper import TextIOWrapper

__all__ = [
    "DEFAULT_BUFFER_SIZE",
    "SEEK_CUR",
    "SEEK_END",
    "SEEK_SET",
    "BufferedIOBase",
    "BufferedReader",
    "BytesIO",
    "StringIO",
    "TextIOBase",
    "TextIOWrapper",
    "UnsupportedOperation",
    "open_asset",
    "open_binary",
    "open_text",
]

DEFAULT_BUFFER_SIZE = 131072
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
