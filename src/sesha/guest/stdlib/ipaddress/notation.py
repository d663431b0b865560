"""Read and write the numbers of addresses in their notations, with CPython's messages."""

V4_BITS = 32
V6_BITS = 128
V6_GROUPS = 8
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


class AddressValueError(ValueError):
    """An address that is none."""


class NetmaskValueError(ValueError):
    """A netmask that is none."""


def read_v4(text: str) -> int:
    """Four octets in decimal."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for octet in octets:
        problem = _octet_problem(octet)
        if problem:
            raise AddressValueError(f"{problem} in {text!r}")
        value = value << 8 | int(octet)
    return value


def _octet_problem(octet: str) -> str:
    if not octet:
        return "Empty octet not permitted"
    if not (octet.isascii() and octet.isdigit()):
        return f"Only decimal digits permitted in {octet!r}"
    if len(octet) > 3:
        return f"At most 3 characters permitted in {octet!r}"
    if octet != "0" and octet[0] == "0":
        return f"Leading zeros are not permitted in {octet!r}"
    if int(octet) > 255:
        return f"Octet {int(octet)} (> 255) not permitted"
    return ""


def write_v4(value: int) -> str:
    return f"{value >> 24 & 255}.{value >> 16 & 255}.{value >> 8 & 255}.{value & 255}"


def read_v6(text: str) -> int:
    """Groups of sixteen bits in hexadecimal; `::` stands for groups of zeros."""
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = read_v4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts += [f"{low >> 16 & 0xFFFF:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > V6_GROUPS + 1:
        raise AddressValueError(f"At most {V6_GROUPS} colons permitted in {text!r}")
    leading, trailing = _groups_around_gap(parts, text)
    value = 0
    for part in parts[:leading]:
        value = value << 16 | _group(part, text)
    value <<= 16 * (V6_GROUPS - leading - trailing)
    for part in parts[len(parts) - trailing :]:
        value = value << 16 | _group(part, text)
    return value


def _groups_around_gap(parts: list[str], text: str) -> tuple[int, int]:
    """How many groups stand before `::` and after it."""
    gaps = [index for index in range(1, len(parts) - 1) if not parts[index]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if not gaps:
        if len(parts) != V6_GROUPS:
            raise AddressValueError(f"Exactly {V6_GROUPS} parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        return V6_GROUPS, 0
    leading, trailing = gaps[0], len(parts) - gaps[0] - 1
    if not parts[0]:
        leading -= 1
        if leading:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not parts[-1]:
        trailing -= 1
        if trailing:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    if leading + trailing > V6_GROUPS - 1:
        raise AddressValueError(f"Expected at most {V6_GROUPS - 1} other parts with '::' in {text!r}")
    return leading, trailing


def _group(part: str, text: str) -> int:
    if not HEXADECIMAL.issuperset(part):
        raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
    if len(part) > 4:
        raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
    return int(part, 16)


def groups_of(value: int) -> list[int]:
    return [value >> shift & 0xFFFF for shift in range(112, -16, -16)]


def write_v6(value: int) -> str:
    """With the longest run of zeros left out (RFC 5952)."""
    groups = groups_of(value)
    best, length = -1, 1
    start = 0
    while start < V6_GROUPS:
        end = start
        while end < V6_GROUPS and groups[end] == 0:
            end += 1
        if end - start > length:
            best, length = start, end - start
        start = max(end, start + 1)
    texts = [f"{group:x}" for group in groups]
    if best < 0:
        return ":".join(texts)
    return ":".join(texts[:best]) + "::" + ":".join(texts[best + length :])


def ones_of(prefix: int, bits: int) -> int:
    """The netmask of a prefix length."""
    return (1 << bits) - (1 << (bits - prefix))


def prefix_of_number(mask: int, bits: int) -> int:
    """The prefix length of a netmask, or -1."""
    for prefix in range(bits + 1):
        if ones_of(prefix, bits) == mask:
            return prefix
    return -1


def read_prefix(text: str, bits: int) -> int:
    """A prefix length in decimal; for IPv4 also a netmask or a host mask."""
    if text.isascii() and text.isdigit():
        if int(text) > bits:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return int(text)
    if bits != V4_BITS:
        raise NetmaskValueError(f"{text!r} is not a valid netmask")
    try:
        mask = read_v4(text)
    except AddressValueError:
        raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
    prefix = prefix_of_number(mask, bits)
    if prefix < 0:
        prefix = prefix_of_number(mask ^ (1 << bits) - 1, bits)
    if prefix < 0:
        raise NetmaskValueError(f"{text!r} is not a valid netmask")
    return prefix
