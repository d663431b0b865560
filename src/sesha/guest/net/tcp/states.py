"""The states of RFC 9293 3.3.2, and what moves a connection between them, as tables.

LISTEN is a Listener and CLOSED the absence of a block, except for a moment at the end.
"""

CLOSED = 0
SYN_SENT = 2
SYN_RECEIVED = 3
ESTABLISHED = 4
FIN_WAIT_1 = 5
FIN_WAIT_2 = 6
CLOSE_WAIT = 7
CLOSING = 8
LAST_ACK = 9
TIME_WAIT = 10

NAMES = (
    "CLOSED",
    "LISTEN",
    "SYN-SENT",
    "SYN-RECEIVED",
    "ESTABLISHED",
    "FIN-WAIT-1",
    "FIN-WAIT-2",
    "CLOSE-WAIT",
    "CLOSING",
    "LAST-ACK",
    "TIME-WAIT",
)

#                closed, listen, syn-sent, syn-rcvd, estab, fin-1, fin-2, close-w, closing, last-ack, time-w
ON_CLOSE = (
    CLOSED,
    CLOSED,
    CLOSED,
    FIN_WAIT_1,
    FIN_WAIT_1,
    FIN_WAIT_1,
    FIN_WAIT_2,
    LAST_ACK,
    CLOSING,
    LAST_ACK,
    TIME_WAIT,
)
"""When the program closes its direction."""

ON_FIN = (
    CLOSED,
    CLOSED,
    SYN_SENT,
    CLOSE_WAIT,
    CLOSE_WAIT,
    CLOSING,
    TIME_WAIT,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT,
)
"""When the peer's FIN is reached."""

ON_FIN_ACKED = (
    CLOSED,
    CLOSED,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_2,
    FIN_WAIT_2,
    CLOSE_WAIT,
    TIME_WAIT,
    CLOSED,
    TIME_WAIT,
)
"""When the peer acknowledges our FIN."""

TAKES_DATA = (False, False, False, False, True, True, True, False, False, False, False)
"""Whether the peer may still send data."""

SENDS_DATA = (False, False, False, False, True, True, False, True, True, True, False)
"""Whether data or a FIN of ours may still be on its way."""
