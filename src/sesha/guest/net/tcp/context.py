"""What all connections of one stack share."""

from collections.abc import Callable

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.interface import Interface
from sesha.guest.net.ports import EphemeralPorts
from sesha.guest.net.rate import RateLimit
from sesha.guest.net.readiness import ReadyList
from sesha.guest.net.siphash import SipHash
from sesha.guest.net.tcp.block import Backlog, Block
from sesha.guest.net.tcp.parameters import MAXIMUM_CONNECTIONS, RECEIVE_BUDGET, SEND_BUDGET
from sesha.guest.net.tcp.states import CLOSING, FIN_WAIT_1, LAST_ACK
from sesha.guest.net.timers import MILLISECOND, TimerQueue

ISN_TICK = 4_000
"""The clock of RFC 9293 3.4.1 ticks every four microseconds."""
CHALLENGES_PER_SECOND = 1000


class Port:
    """One local port: its listener, and its connections by remote end."""

    def __init__(self) -> None:
        self.backlog: Backlog | None = None
        self.connections: dict[int, Block] = {}

    def is_free(self) -> bool:
        return self.backlog is None and len(self.connections) == 0


def remote_key(address: i64, port: i64) -> i64:
    """A connection's key within its local port."""
    return address << 16 | port


class Context:
    """Tables, limits and secrets. `random_bytes` is the machine's."""

    def __init__(
        self,
        interface: Interface,
        ready: ReadyList,
        ports: EphemeralPorts,
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self.interface = interface
        self.ready = ready
        self.ephemeral = ports
        self.counters = Counters()
        self.timers = TimerQueue()
        self.ports: dict[int, Port] = {}
        self.connections: i64 = 0
        self.time_waits: i64 = 0
        self.buffered: i64 = 0
        """Bytes that programs have not read, of all connections."""
        self.receive_budget: i64 = RECEIVE_BUDGET
        self.sending: i64 = 0
        """Bytes in all send buffers."""
        self.send_budget: i64 = SEND_BUDGET
        self.maximum_connections: i64 = MAXIMUM_CONNECTIONS
        self.challenges = RateLimit(CHALLENGES_PER_SECOND, CHALLENGES_PER_SECOND)
        self.isn_hash = SipHash(random_bytes(16))
        self.timestamp_hash = SipHash(random_bytes(16))

    def find(self, local_port: i64, remote_address: i64, remote_port: i64) -> Block | None:
        port = self.ports.get(local_port)
        if port is None:
            return None
        return port.connections.get(remote_address << 16 | remote_port)

    def add(self, block: Block) -> None:
        """Enter the block into the tables, and give it its sequence and timestamp origins."""
        port = self.ports.get(block.local_port)
        if port is None:
            port = Port()
            self.ports[block.local_port] = port
        port.connections[remote_key(block.remote_address, block.remote_port)] = block
        self.connections += 1

    def remove(self, block: Block) -> None:
        """Forget the block."""
        self.timers.remove(block)
        port = self.ports[block.local_port]
        del port.connections[remote_key(block.remote_address, block.remote_port)]
        if port.is_free():
            del self.ports[block.local_port]
        self.connections -= 1

    def is_sending(self) -> bool:
        """Whether data or a FIN of ours has not been acknowledged yet."""
        for port in self.ports.values():
            for block in port.connections.values():
                if block.send_buffer.size() > 0 or block.state in (FIN_WAIT_1, CLOSING, LAST_ACK):
                    return True
        return False

    def initial_sequence(self, block: Block, now: i64) -> i64:
        """RFC 6528: a keyed hash of the connection's ends, and a clock."""
        return (self.isn_hash.of_words(_ends(block)) + now // ISN_TICK) & 0xFFFFFFFF

    def timestamp_offset(self, block: Block) -> i64:
        """Where the timestamps of the connection begin (RFC 7323 5.4)."""
        return self.timestamp_hash.of_words(_ends(block))

    def schedule(self, block: Block) -> None:
        """Tell the timer queue the block's earliest deadline."""
        deadline = block.earliest()
        if deadline != block.deadline:
            self.timers.arm(block, deadline)


def timestamp(block: Block, now: i64) -> i64:
    """The value of our timestamps: milliseconds from a hidden origin."""
    return (now // MILLISECOND + block.ts_offset) & 0xFFFFFFFF


def _ends(block: Block) -> list[int]:
    return [
        block.local_address,
        block.local_port << 16 | block.remote_port,
        block.remote_address,
    ]
