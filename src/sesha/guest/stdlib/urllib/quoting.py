"""Encode and decode what URLs cannot have as it is: %XX, and plus signs for spaces.

`quote` takes texts and bytes.
"""

_ALWAYS_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"
_HEX = "0123456789ABCDEF"


def quote_from_bytes(bs: bytes | bytearray, safe: str | bytes = "/") -> str:
    if not bs:
        return ""
    keep = _ALWAYS_SAFE + (safe if isinstance(safe, str) else safe.decode("ascii", "ignore"))
    pieces: list[str] = []
    for byte in bs:
        character = chr(byte)
        if byte < 128 and character in keep:
            pieces.append(character)
        else:
            pieces.append("%" + _HEX[byte >> 4] + _HEX[byte & 15])
    return "".join(pieces)


def quote(
    string: str | bytes | bytearray,
    safe: str | bytes = "/",
    encoding: str | None = None,
    errors: str | None = None,
) -> str:
    """Every character but letters, digits, `_.-~` and the safe ones as %XX."""
    if isinstance(string, str):
        data = string.encode(
            "utf-8" if encoding is None else encoding, "strict" if errors is None else errors
        )
        return quote_from_bytes(data, safe)
    if encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    if errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(
    string: str | bytes | bytearray,
    safe: str | bytes = "",
    encoding: str | None = None,
    errors: str | None = None,
) -> str:
    """The same, spaces as plus signs."""
    if isinstance(string, str):
        if " " not in string:
            return quote(string, safe, encoding, errors)
        kept = safe + " " if isinstance(safe, str) else safe + b" "
        return quote(string, kept, encoding, errors).replace(" ", "+")
    if b" " not in string:
        return quote(string, safe, encoding, errors)
    kept = safe + " " if isinstance(safe, str) else safe + b" "
    return quote(string, kept, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string: str | bytes | bytearray) -> bytes:
    data = string.encode("utf-8") if isinstance(string, str) else bytes(string)
    if b"%" not in data:
        return data
    result = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        if byte == 0x25 and at + 2 < len(data):
            high = "0123456789abcdef".find(chr(data[at + 1] | 32 if data[at + 1] > 64 else data[at + 1]))
            low = "0123456789abcdef".find(chr(data[at + 2] | 32 if data[at + 2] > 64 else data[at + 2]))
            if high >= 0 and low >= 0:
                result.append(high << 4 | low)
                at += 3
                continue
        result.append(byte)
        at += 1
    return bytes(result)


def unquote(string: str | bytes | bytearray, encoding: str = "utf-8", errors: str = "replace") -> str:
    """The text with its %XX decoded."""
    if not isinstance(string, str):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    pieces: list[str] = []
    at = 0
    while at < len(string):
        end = at
        ascii_only = string[at] < "\x80"
        while end < len(string) and (string[end] < "\x80") == ascii_only:
            end += 1
        piece = string[at:end]
        pieces.append(unquote_to_bytes(piece).decode(encoding, errors) if ascii_only else piece)
        at = end
    return "".join(pieces)


def unquote_plus(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    return unquote(string.replace("+", " "), encoding, errors)
