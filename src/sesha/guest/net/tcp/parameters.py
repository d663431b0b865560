"""Every tunable of TCP, with where its value comes from."""

from sesha.guest.net.timers import MILLISECOND, SECOND

# --- segments and windows ----------------------------------------------------------------------
DEFAULT_MSS = 536
"""Of a peer that sends no MSS option (RFC 9293 3.7.1)."""
MINIMUM_MSS = 48
"""Smaller offers are attacks: each segment costs more than it carries (Linux's limit)."""
MINIMUM_PATH_MTU = 552
"""Believed of an ICMP report at least (Linux's limit)."""
HEADERS = 40
"""IPv4 and TCP headers without options."""
RECEIVE_CAPACITY = 256 * 1024
SEND_CAPACITY = 256 * 1024
RECEIVE_SCALE = 3
"""Window scale that we offer: 256 KiB fits in the field."""
RECEIVE_BUDGET = 4 * 1024 * 1024
"""Bytes that all connections together may hold unread; the offered windows shrink towards it, and
at twice as much data is dropped."""
SEND_BUDGET = 4 * 1024 * 1024
"""Bytes that all connections together hold for sending, before each is kept to SEND_MINIMUM."""
SEND_MINIMUM = 16 * 1024
BUDGET_SHARE = 4
"""One connection is offered at most this fraction of what is left of a budget."""
MAXIMUM_HOLES = 32
"""Ranges of data after a gap that one connection keeps."""
MAXIMUM_CHUNKS = 64
"""Pieces that unread data is kept in before they are joined."""
MAXIMUM_SACKED = 128
"""Ranges that the scoreboard keeps."""

# --- congestion (RFC 5681, RFC 6928) ----------------------------------------------------------
INITIAL_SEGMENTS = 10
INITIAL_BYTES = 14600
DUPLICATE_THRESHOLD = 3

# --- retransmission (RFC 6298, RFC 1122 4.2.3.5) ------------------------------------------------
INITIAL_RTO = 1 * SECOND
MINIMUM_RTO = 200 * MILLISECOND
MAXIMUM_RTO = 60 * SECOND
RTO_AFTER_SYN_LOSS = 3 * SECOND
"""RFC 6298 5.7."""
SYN_RETRIES = 7
"""1 + 2 + 4 + ... + 60 + 60: more than the three minutes of RFC 9293 MUST-23."""
SYN_ACK_RETRIES = 5
DATA_RETRIES = 15
ORPHAN_RETRIES = 8
"""Once the program has closed the socket, nobody waits for the outcome."""

# --- acknowledgements, probes, states -----------------------------------------------------------
ACK_DELAY = 40 * MILLISECOND
KEEPALIVE_IDLE = 7200 * SECOND
KEEPALIVE_INTERVAL = 75 * SECOND
KEEPALIVE_PROBES = 9
TIME_WAIT_LENGTH = 60 * SECOND
FIN_WAIT_2_LIMIT = 60 * SECOND
"""Only when the program has closed the socket."""
CHALLENGE_INTERVAL = 500 * MILLISECOND
"""Between two acknowledgements that one connection sends because of doubtful segments."""
PAWS_LIFETIME = 24 * 86400 * SECOND
"""A peer's timestamp that is older than this says nothing (RFC 7323 5.5)."""

# --- limits -------------------------------------------------------------------------------------
MAXIMUM_CONNECTIONS = 16384
CONNECTION_MEMORY = 16 * 1024
"""Bytes of the heap for each connection: what it and the program keep of one, with room to spare."""
MAXIMUM_TIME_WAITS = 1024
MAXIMUM_BACKLOG = 1024
