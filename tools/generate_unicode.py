"""Write src/sesha/guest/builtins/unicode_data.py from the Unicode database of this CPython.

Run by hand when the reference CPython changes: `python tools/generate_unicode.py`. Everything is
asked of `str` itself, so that the guest agrees with the Python that made the table. Formats (read
by builtins/unicode_ranges.py and unicode_case.py), all numbers little-endian:

ranges    18 u16: where the boundaries of planes 0..17 start; then u16 boundaries within a plane,
          sorted; a code point is inside when an odd number of its plane's boundaries are <= it
runs      8 bytes a run, sorted: u24 first code point, u8 step, u16 last - first, u16 difference
          to the mapped code point modulo 65536 (a mapping never leaves its plane)
specials  8 bytes each, sorted: u16 code point, then up to three u16 that it becomes
"""

import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "src/sesha/guest/builtins/unicode_data.py"
CODES = range(0x110000)
PLANES = 17
LINE = 24
"""Bytes on a line of the generated module."""

HEADER = '''"""Hold Unicode {version} as compact tables: GENERATED, not to be edited.

Made by tools/generate_unicode.py, which describes the formats, from CPython {python}. Only the
tables that a program reaches are in its image.
"""

# fmt: off
'''


def ranges(inside: Callable[[str], bool]) -> bytes:
    offsets: list[int] = []
    boundaries: list[int] = []
    for plane in range(PLANES):
        offsets.append(len(boundaries))
        before = False
        for low in range(0x10000):
            now = inside(chr(plane << 16 | low))
            if now != before:
                boundaries.append(low)
                before = now
    offsets.append(len(boundaries))
    return b"".join(n.to_bytes(2, "little") for n in offsets + boundaries)


def runs(mapping: dict[int, int]) -> bytes:
    """Maximal runs of equal difference and a step of 1 or 2."""
    found: list[list[int]] = []  # first, step, last, difference
    for code in sorted(mapping):
        assert code >> 16 == mapping[code] >> 16
        difference = (mapping[code] - code) & 0xFFFF
        if found:
            first, step, last, known = found[-1]
            gap = code - last
            if known == difference and gap <= 2 and (gap == step or first == last):
                found[-1] = [first, gap, code, known]
                continue
        found.append([code, 1, code, difference])
    return b"".join(
        first.to_bytes(3, "little")
        + step.to_bytes(1, "little")
        + (last - first).to_bytes(2, "little")
        + difference.to_bytes(2, "little")
        for first, step, last, difference in found
    )


def specials(mapping: dict[int, str]) -> bytes:
    result = b""
    for code in sorted(mapping):
        units = [code, *map(ord, mapping[code])]
        result += b"".join(unit.to_bytes(2, "little") for unit in units + [0] * (4 - len(units)))
    return result


def simple(convert: Callable[[str], str], base: Callable[[str], str]) -> dict[int, int]:
    """Where `convert` gives one code point that differs from what `base` gives."""
    result: dict[int, int] = {}
    for code in CODES:
        char = chr(code)
        to, usual = convert(char), base(char)
        if len(to) == 1 and to != usual:
            result[code] = ord(to)
    return result


def multiple(convert: Callable[[str], str]) -> dict[int, str]:
    return {code: convert(chr(code)) for code in CODES if len(convert(chr(code))) > 1}


def cased(char: str) -> bool:
    """Cased and not case-ignorable: a capital sigma after it is final."""
    return (char + "\u03a3").lower()[-1] == "\u03c2"


def ignorable(char: str) -> bool:
    return not cased(char) and ("A" + char + "\u03a3").lower()[-1] == "\u03c2"


def same(char: str) -> str:
    return char


def check_decimals() -> None:
    """Ranges of decimal digits start at a zero and count up, so that a position is a value."""
    value = -1
    for code in CODES:
        digit = unicodedata.decimal(chr(code), -1)
        if digit >= 0:
            value = (value + 1) % 10
            assert digit == value, hex(code)
        else:
            value = -1


def tables() -> dict[str, bytes]:
    check_decimals()
    return {
        "ALPHA": ranges(str.isalpha),
        "DECIMAL": ranges(str.isdecimal),
        "DIGIT": ranges(str.isdigit),
        "NUMERIC": ranges(str.isnumeric),
        "PRINTABLE": ranges(str.isprintable),
        "LOWER": ranges(str.islower),
        "UPPER": ranges(str.isupper),
        "TITLE": ranges(lambda char: char.istitle() and not char.isupper()),
        "CASED": ranges(cased),
        "CASE_IGNORABLE": ranges(ignorable),
        "IDENTIFIER_START": ranges(str.isidentifier),
        "IDENTIFIER_PART": ranges(lambda char: ("a" + char).isidentifier()),
        "TO_UPPER": runs(simple(str.upper, same)),
        "TO_LOWER": runs(simple(str.lower, same)),
        "TO_TITLE": runs(simple(str.title, str.upper)),
        "TO_FOLDED": runs(simple(str.casefold, str.lower)),
        "TO_UPPER_SPECIAL": specials(multiple(str.upper)),
        "TO_TITLE_SPECIAL": specials(multiple(str.title)),
        "TO_FOLDED_SPECIAL": specials(multiple(str.casefold)),
    }


def literal(name: str, data: bytes) -> str:
    lines = [data[i : i + LINE] for i in range(0, len(data), LINE)]
    body = "\n".join('    b"' + "".join(f"\\x{byte:02x}" for byte in line) + '"' for line in lines)
    return f"\n{name} = (\n{body}\n)\n"


def main() -> None:
    header = HEADER.format(version=unicodedata.unidata_version, python=sys.version.split()[0])
    made = tables()
    OUTPUT.write_text(header + "".join(literal(name, data) for name, data in made.items()))
    for name, data in made.items():
        print(f"{name:20} {len(data):6}")


if __name__ == "__main__":
    main()
