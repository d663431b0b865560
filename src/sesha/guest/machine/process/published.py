"""Find the host's port for a port that the program binds: what `--publish HOST:GUEST` asked for.

The runner names the pairs in a variable, `8080:8000,5353:53`; other ports are the same on both sides.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import address, load_u8
from sesha.guest.machine.process import arguments

VARIABLE = b"SESHA_PUBLISH"
ZERO = 48
NINE = 57
COLON = 58


def host_port(port: i64) -> i64:
    """The host's port that stands for a port of the machine."""
    place = arguments.find_variable(address(VARIABLE) + layout.BYTES_DATA, len(VARIABLE))
    if place == 0:
        return port
    outside: i64 = 0
    value: i64 = 0
    while True:
        character = load_u8(place)
        if character >= ZERO and character <= NINE:
            value = value * 10 + character - ZERO
        elif character == COLON:
            outside = value
            value = 0
        else:
            if value == port:
                return outside
            value = 0
        if character == 0:
            return port
        place += 1
