"""White space and line ends of Unicode: few enough to need no table."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import inline

ASCII_SPACES = 0x3E00 | 0x1_F000_0000
"""Bit c is set when the character c (below 64) is white space to `str`."""
ASCII_LINE_ENDS = 0x3C00 | 0x7000_0000


@inline
def is_space(code: i64) -> bool:
    if code < 0x80:
        return code <= 32 and (ASCII_SPACES >> code) & 1 != 0
    return is_wide_space(code)


def is_wide_space(code: i64) -> bool:
    """White space beyond ASCII."""
    if code < 0x2000:
        return code == 0x85 or code == 0xA0 or code == 0x1680
    if code > 0x3000:
        return False
    return code <= 0x200A or 0x2028 <= code <= 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000


@inline
def is_line_end(code: i64) -> bool:
    """What `str.splitlines` splits at."""
    if code < 0x80:
        return code <= 30 and (ASCII_LINE_ENDS >> code) & 1 != 0
    return code == 0x85 or code == 0x2028 or code == 0x2029
