"""The transmission control block: all that TCP remembers of one connection (RFC 9293 3.3.1).

Names are the RFC's. Sequence numbers are 32-bit, times nanoseconds, windows in bytes (scaled).
Invariants: snd_una <= snd_nxt <= snd_max and rcv_nxt <= rcv_adv modulo 2**32; the send buffer
begins at the octet `sent_base`, which is snd_una once the SYN is acknowledged.
"""

from mypy_extensions import i64

from sesha.guest.net.readiness import Socket
from sesha.guest.net.tcp.congestion import Cubic, NewReno
from sesha.guest.net.tcp.parameters import (
    DEFAULT_MSS,
    KEEPALIVE_IDLE,
    KEEPALIVE_INTERVAL,
    KEEPALIVE_PROBES,
    RECEIVE_CAPACITY,
    RECEIVE_SCALE,
)
from sesha.guest.net.tcp.receive_buffer import ReceiveBuffer
from sesha.guest.net.tcp.round_trip import RoundTrip
from sesha.guest.net.tcp.scoreboard import Scoreboard
from sesha.guest.net.tcp.send_buffer import SendBuffer
from sesha.guest.net.tcp.sequence import add
from sesha.guest.net.tcp.states import CLOSED
from sesha.guest.net.timers import NEVER, Timer


class Ends(Timer):
    """Which connection it is, and who owns it."""

    def __init__(self, local_address: i64, local_port: i64, remote_address: i64, remote_port: i64) -> None:
        super().__init__()
        self.local_address = local_address
        self.local_port = local_port
        self.remote_address = remote_address
        self.remote_port = remote_port
        self.state: i64 = CLOSED
        self.socket: Socket | None = None
        """Whom to tell; None before it is accepted and after it is closed."""
        self.backlog: Backlog | None = None
        """Of the listener, until the connection is accepted."""
        self.error: i64 = 0
        """Why the connection broke, until the program has been told."""
        self.soft_error: i64 = 0
        """What a report said that may pass; told if the connection then times out."""
        self.actively_opened = False


class Sending(Ends):
    """What was sent, and how lossy the way is."""

    def __init__(self, local_address: i64, local_port: i64, remote_address: i64, remote_port: i64) -> None:
        super().__init__(local_address, local_port, remote_address, remote_port)
        self.iss: i64 = 0
        self.snd_una: i64 = 0
        self.snd_nxt: i64 = 0
        self.snd_max: i64 = 0
        """The highest snd_nxt so far; snd_nxt goes back when a time-out expires."""
        self.snd_wnd: i64 = 0
        self.snd_wl1: i64 = 0
        self.snd_wl2: i64 = 0
        self.max_snd_wnd: i64 = 0
        self.snd_scale: i64 = 0
        self.mss: i64 = DEFAULT_MSS
        """Payload of a full segment that we send, options deducted."""
        self.send_buffer = SendBuffer()
        self.sent_base: i64 = 0
        self.fin_queued = False
        """The program has closed its direction: a FIN follows the buffered data."""
        self.send_wanted = False
        """The program was refused a send and waits for room."""
        self.no_delay = False

        self.round_trip = RoundTrip()
        self.congestion: NewReno = Cubic()
        self.scoreboard = Scoreboard()
        self.duplicate_acks: i64 = 0
        self.recovering = False
        self.recover: i64 = 0
        """Recovery is over when this is acknowledged; below it no new recovery starts."""
        self.retransmitted_to: i64 = 0
        """HighRxt of RFC 6675: the end of what was sent again in this recovery."""
        self.expiries: i64 = 0
        """Retransmission time-outs in a row."""
        self.last_sent: i64 = 0


class Receiving(Sending):
    """What was received, and the options that both sides agreed on."""

    def __init__(self, local_address: i64, local_port: i64, remote_address: i64, remote_port: i64) -> None:
        super().__init__(local_address, local_port, remote_address, remote_port)
        self.irs: i64 = 0
        self.rcv_nxt: i64 = 0
        self.rcv_adv: i64 = 0
        """The right edge of the window that the peer was last told."""
        self.rcv_scale: i64 = RECEIVE_SCALE
        self.rcv_capacity: i64 = RECEIVE_CAPACITY
        """The window of an empty buffer: without scaling the field's limit."""
        self.rcv_mss: i64 = DEFAULT_MSS
        """The largest payload that came: what "a full segment" means for delayed acknowledgement."""
        self.receive_buffer = ReceiveBuffer()
        self.fin_at: i64 = -1
        """Where the peer's data ends, once a FIN has said so."""
        self.fin_received = False
        self.read_closed = False
        """The program has closed the socket: data that comes now is answered by a reset."""

        self.scaling = False
        self.timestamps = False
        self.ts_offset: i64 = 0
        self.ts_recent: i64 = 0
        self.ts_recent_at: i64 = 0
        self.last_ack_sent: i64 = 0
        self.sack = False

        self.ack_now = False
        self.unacked_segments: i64 = 0
        self.challenge_after: i64 = 0


class Block(Receiving):
    """One connection. Its timer's deadline is the earliest of the *_at attributes."""

    def __init__(self, local_address: i64, local_port: i64, remote_address: i64, remote_port: i64) -> None:
        super().__init__(local_address, local_port, remote_address, remote_port)
        self.retransmit_at: i64 = NEVER
        self.persist_at: i64 = NEVER
        self.ack_at: i64 = NEVER
        self.state_at: i64 = NEVER
        """End of TIME-WAIT, or of an orphan's FIN-WAIT-2."""
        self.keepalive_at: i64 = NEVER
        self.keepalive_idle: i64 = KEEPALIVE_IDLE
        self.keepalive_interval: i64 = KEEPALIVE_INTERVAL
        self.keepalive_probes: i64 = KEEPALIVE_PROBES
        self.keepalive = False
        self.probes: i64 = 0
        """Unanswered keep-alive or window probes."""

    def remote_key(self) -> i64:
        """The connection's key among those of its local port."""
        return self.remote_address << 16 | self.remote_port

    def fin_sequence(self) -> i64:
        """The octet that our FIN takes, once fin_queued."""
        return add(self.sent_base, self.send_buffer.size())

    def earliest(self) -> i64:
        """When the first of the timers is due."""
        first = self.retransmit_at
        if self.ack_at < first:
            first = self.ack_at
        if self.persist_at < first:
            first = self.persist_at
        if self.state_at < first:
            first = self.state_at
        if self.keepalive_at < first:
            first = self.keepalive_at
        return first

    def stop_timers(self) -> None:
        self.retransmit_at = NEVER
        self.persist_at = NEVER
        self.ack_at = NEVER
        self.state_at = NEVER
        self.keepalive_at = NEVER

    def announce(self) -> None:
        """Tell whoever waits for this connection."""
        if self.socket is not None:
            self.socket.announce()


class Backlog:
    """The connections on their way to one listener (RFC 9293 3.10.5.1; Linux's two queues)."""

    def __init__(self, address: i64, limit: i64, socket: Socket) -> None:
        self.address = address
        """Of ours, to which connections must come; ANY takes all."""
        self.limit = limit
        self.socket = socket
        self.opening: dict[int, Block] = {}
        """Blocks in SYN-RECEIVED by remote end, oldest first."""
        self.waiting: list[Block] = []
        """Established, not yet accepted."""
