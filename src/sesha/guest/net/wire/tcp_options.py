"""TCP options: MSS (RFC 9293), window scale and timestamps (RFC 7323), SACK (RFC 2018).

An option that does not fit ends the list, as if it were not there: what was read before counts.
Unknown kinds are skipped by their length.
"""

from mypy_extensions import i64

from sesha.guest.net.wire.fields import get8, get16, get32, put16, put32

END = 0
NOP = 1
MSS = 2
WINDOW_SCALE = 3
SACK_PERMITTED = 4
SACK = 5
TIMESTAMPS = 8

MSS_SIZE = 4
WINDOW_SCALE_SIZE = 3
SACK_PERMITTED_SIZE = 2
TIMESTAMPS_SIZE = 10

TIMESTAMPS_PADDED = 12
"""Two NOPs before the option, so that its fields are aligned; everybody sends it like this."""
TIMESTAMPS_PREFIX = NOP << 24 | NOP << 16 | TIMESTAMPS << 8 | TIMESTAMPS_SIZE
MSS_PREFIX = MSS << 24 | MSS_SIZE << 16
SACK_PREFIX = NOP << 24 | NOP << 16 | SACK << 8
SACK_PERMITTED_PREFIX = SACK_PERMITTED << 8 | SACK_PERMITTED_SIZE
WINDOW_SCALE_PREFIX = NOP << 24 | WINDOW_SCALE << 16 | WINDOW_SCALE_SIZE << 8
SACK_BLOCK = 8
MAXIMUM_SCALE = 14
SYN_OPTIONS_SIZE = 20


class Options:
    """What a segment's options said; -1 where the option is absent."""

    def __init__(self) -> None:
        self.mss: i64 = -1
        self.window_scale: i64 = -1
        self.sack_permitted = False
        self.timestamp: i64 = -1
        self.echo: i64 = -1
        """The peer's copy of our timestamp."""
        self.sack: list[int] | None = None
        """Left and right edges, alternating."""


NO_OPTIONS = Options()


def read_timestamps(data: bytes, start: i64, end: i64) -> Options | None:
    """The options of the usual segment, which has timestamps and nothing else; else None."""
    if end - start != TIMESTAMPS_PADDED or get32(data, start) != TIMESTAMPS_PREFIX:
        return None
    options = Options()
    options.timestamp = get32(data, start + 4)
    options.echo = get32(data, start + 8)
    return options


def read_options(data: bytes, at: i64, end: i64) -> Options:
    """All options of data[at:end]."""
    options = Options()
    while at < end:
        kind = get8(data, at)
        if kind == NOP:
            at += 1
            continue
        if kind == END or at + 1 >= end:
            break
        size = get8(data, at + 1)
        if size < 2 or at + size > end:
            break
        _read_option(options, data, at, kind, size)
        at += size
    return options


def _read_option(options: Options, data: bytes, at: i64, kind: i64, size: i64) -> None:
    """Take in one option; one whose size is not the kind's is ignored."""
    if kind == TIMESTAMPS and size == TIMESTAMPS_SIZE:
        options.timestamp = get32(data, at + 2)
        options.echo = get32(data, at + 6)
    elif kind == MSS and size == MSS_SIZE:
        options.mss = get16(data, at + 2)
    elif kind == WINDOW_SCALE and size == WINDOW_SCALE_SIZE:
        options.window_scale = min(get8(data, at + 2), MAXIMUM_SCALE)
    elif kind == SACK_PERMITTED and size == SACK_PERMITTED_SIZE:
        options.sack_permitted = True
    elif kind == SACK and size >= 2 + SACK_BLOCK and (size - 2) % SACK_BLOCK == 0:
        options.sack = [get32(data, edge) for edge in range(at + 2, at + size, 4)]


def write_timestamps(packet: bytearray, at: i64, timestamp: i64, echo: i64) -> None:
    """Write 12 bytes."""
    put32(packet, at, TIMESTAMPS_PREFIX)
    put32(packet, at + 4, timestamp)
    put32(packet, at + 8, echo)


def write_sack(packet: bytearray, at: i64, edges: list[int]) -> None:
    """Write two NOPs and the blocks whose edges alternate in the list."""
    put32(packet, at, SACK_PREFIX | 2 + 4 * len(edges))
    at += 4
    for edge in edges:
        put32(packet, at, edge)
        at += 4


def syn_options_size(scale: i64, sack: bool, timestamps: bool) -> i64:
    """Bytes that write_syn_options takes."""
    size = MSS_SIZE + (4 if scale >= 0 else 0)
    if timestamps:
        return size + TIMESTAMPS_PADDED
    return size + (4 if sack else 0)


def write_syn_options(
    packet: bytearray, at: i64, mss: i64, scale: i64, sack: bool, timestamp: i64, echo: i64
) -> None:
    """Write what a SYN offers; scale and timestamp -1 leave the option out.

    SACK-permitted stands in the place of the NOPs before the timestamps when there are any.
    """
    put32(packet, at, MSS_PREFIX | mss)
    at += MSS_SIZE
    if timestamp >= 0:
        write_timestamps(packet, at, timestamp, echo)
        if sack:
            put16(packet, at, SACK_PERMITTED_PREFIX)
        at += TIMESTAMPS_PADDED
    elif sack:
        put32(packet, at, SACK_PERMITTED_PREFIX << 16 | NOP << 8 | NOP)
        at += 4
    if scale >= 0:
        put32(packet, at, WINDOW_SCALE_PREFIX | scale)
