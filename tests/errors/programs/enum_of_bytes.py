from enum import Enum


class Magic(bytes, Enum):  # error: a subclass of 'bytes' is not supported
    ELF = b"\x7fELF"


print(Magic.ELF)
