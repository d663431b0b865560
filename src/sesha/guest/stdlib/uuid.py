"""Universally unique identifiers (RFC 9562), as the module `uuid` of images."""

import hashlib
import time

from sesha.guest.machine.this import entropy

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

_Bytes = bytes  # inside the class `bytes` and `int` are properties
_LIMIT = 1 << 128


class UUID:
    """128 bits, compared and hashed as the number that they are."""

    def __init__(
        self,
        hex: str | None = None,
        bytes: bytes | None = None,
        bytes_le: bytes | None = None,
        fields: tuple[int, int, int, int, int, int] | None = None,
        int: int | None = None,
        version: int | None = None,
    ) -> None:
        given = [hex, bytes, bytes_le, fields, int]
        if given.count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        number = 0
        if hex is not None:
            number = _from_hex(hex)
        elif bytes_le is not None:
            number = _from_bytes(_swapped(bytes_le, "bytes_le"))
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            number = _from_bytes(bytes)
        elif fields is not None:
            number = _from_fields(fields)
        elif int is not None:
            number = int
        if not 0 <= number < _LIMIT:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            number = _with_version(number, version)
        self.int = number

    @property
    def hex(self) -> str:
        return f"{self.int:032x}"

    @property
    def bytes(self) -> bytes:
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self) -> _Bytes:
        return _swapped(self.bytes, "bytes")

    @property
    def time_low(self) -> int:
        return self.int >> 96

    @property
    def time_mid(self) -> int:
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self) -> int:
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self) -> int:
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self) -> int:
        return self.int >> 48 & 0xFF

    @property
    def node(self) -> int:
        return self.int & 0xFFFFFFFFFFFF

    @property
    def fields(self) -> tuple[int, int, int, int, int, int]:
        return (
            self.time_low,
            self.time_mid,
            self.time_hi_version,
            self.clock_seq_hi_variant,
            self.clock_seq_low,
            self.node,
        )

    @property
    def urn(self) -> str:
        return "urn:uuid:" + str(self)

    @property
    def variant(self) -> str:
        bits = self.clock_seq_hi_variant
        if not bits & 0x80:
            return RESERVED_NCS
        if not bits & 0x40:
            return RFC_4122
        return RESERVED_FUTURE if bits & 0x20 else RESERVED_MICROSOFT

    @property
    def version(self) -> int | None:
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None

    def __int__(self) -> int:
        return self.int

    def __str__(self) -> str:
        text = self.hex
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def __repr__(self) -> str:
        return f"UUID({str(self)!r})"

    def __hash__(self) -> int:
        return hash(self.int)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int == other.int

    def __lt__(self, other: "UUID") -> bool:
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int < other.int

    def __le__(self, other: "UUID") -> bool:
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int <= other.int

    def __gt__(self, other: "UUID") -> bool:
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int > other.int

    def __ge__(self, other: "UUID") -> bool:
        if not isinstance(other, UUID):
            return NotImplemented
        return self.int >= other.int


def _from_hex(text: str) -> int:
    digits = text.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
    if len(digits) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
    return int(digits, 16)


def _from_bytes(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _swapped(data: bytes, name: str) -> bytes:
    """The first three fields in the other byte order."""
    if len(data) != 16:
        raise ValueError(f"{name} is not a 16-char string")
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


def _from_fields(fields: tuple[int, int, int, int, int, int]) -> int:
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    sizes = (32, 16, 16, 8, 8, 48)
    number = 0
    for index in range(6):
        if not 0 <= fields[index] < 1 << sizes[index]:
            raise ValueError(f"field {index + 1} out of range (need a {sizes[index]}-bit value)")
        number = number << sizes[index] | fields[index]
    return number


def _with_version(number: int, version: int) -> int:
    """The number with the variant of RFC 9562 and a version."""
    number &= ~(0xC000 << 48)
    number |= 0x8000 << 48
    number &= ~(0xF000 << 64)
    return number | version << 76


def _named(namespace: UUID, name: str | bytes) -> bytes:
    return namespace.bytes + (name.encode("utf-8") if isinstance(name, str) else name)


def uuid3(namespace: UUID, name: str | bytes) -> UUID:
    """From a name, by MD5."""
    return UUID(bytes=hashlib.md5(_named(namespace, name)).digest(), version=3)


def uuid4() -> UUID:
    """Random."""
    return UUID(bytes=entropy.random_bytes(16), version=4)


def uuid5(namespace: UUID, name: str | bytes) -> UUID:
    """From a name, by SHA-1."""
    return UUID(bytes=hashlib.sha1(_named(namespace, name)).digest()[:16], version=5)


def uuid7() -> UUID:
    """From the time in milliseconds, and random."""
    milliseconds = time.time_ns() // 1_000_000
    rest = int.from_bytes(entropy.random_bytes(10), "big")
    return UUID(int=(milliseconds & 0xFFFFFFFFFFFF) << 80 | rest, version=7)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
NIL = UUID("00000000-0000-0000-0000-000000000000")
MAX = UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")
