"""A simulated network for tests: links with seeded faults between stacks, and a virtual clock.

Portable as the rest of the stack, so that the same simulation runs under CPython and in an image,
where its digest of all frames must come out the same.
"""

from sesha.guest.net.device import Device
from sesha.guest.net.stack import Stack
from sesha.guest.net.timers import MILLISECOND
from sesha.guest.net.wire.address import mask_of_prefix

MASK = 0xFFFFFFFF
PERCENT = 100


class Random:
    """xorshift32: the same sequence everywhere."""

    def __init__(self, seed: int) -> None:
        self.state = (seed * 2654435761 + 0x9E3779B9) & MASK or 1

    def next(self) -> int:
        value = self.state
        value ^= value << 13 & MASK
        value ^= value >> 17
        value ^= value << 5 & MASK
        self.state = value
        return value

    def below(self, limit: int) -> int:
        return self.next() % limit

    def chance(self, percent: int) -> bool:
        return percent > 0 and self.below(PERCENT) < percent

    def random_bytes(self, size: int) -> bytes:
        return bytes([self.next() >> 11 & 255 for _ in range(size)])


class Faults:
    """What a link does to frames: chances in percent, times in nanoseconds."""

    def __init__(self) -> None:
        self.delay = 1 * MILLISECOND
        self.loss = 0
        self.duplicate = 0
        self.corrupt = 0
        self.reorder = 0
        """Chance that a frame is held back for another `reorder_delay`."""
        self.reorder_delay = 3 * MILLISECOND
        self.down = False
        self.bandwidth = 0
        """Bytes a second; 0 is without limit."""
        self.queue = 1 << 30
        """Nanoseconds of frames that wait for the link before more are dropped."""


class Flight:
    """A frame on its way."""

    def __init__(self, arrival: int, order: int, frame: bytes, target: "Port") -> None:
        self.arrival = arrival
        self.order = order
        self.frame = frame
        self.target = target


class Port(Device):
    """One end of the link."""

    def __init__(self, network: "Network", mac: int, mtu: int) -> None:
        super().__init__(mac, mtu)
        self.network = network
        self.faults = Faults()
        self.free_at = 0
        self.sent: list[bytes] = []
        """Every frame that was handed to this port, when `recording`."""
        self.recording = False
        self.frames = 0

    def transmit(self, frame: bytearray) -> bool:
        self.frames += 1
        data = bytes(frame)
        if self.recording:
            self.sent.append(data)
        self.network.carry(self, data)
        return True


class Network:
    """Ports on one wire, and the time."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.now = 0
        self.order = 0
        self.ports: list[Port] = []
        self.stacks: list[Stack] = []
        self.flights: list[Flight] = []
        self.digest = 0

    def add_stack(self, address: int, mtu: int) -> Stack:
        """A host with a fixed address in a /24, or without one when it is 0."""
        port = Port(self, 0x020000000001 + len(self.ports), mtu)
        self.ports.append(port)
        random = Random(self.random.next())
        stack = Stack(port, random.random_bytes)
        self.stacks.append(stack)
        if address != 0:
            stack.configure(address, mask_of_prefix(24), 0, [])
        return stack

    def carry(self, origin: Port, frame: bytes) -> None:
        """Put a frame on the wire to all other ports, with the faults of the origin."""
        for index in range(len(frame)):
            if index % 16 == 0:
                self.digest = (self.digest * 31 + frame[index]) & MASK
        faults = origin.faults
        random = self.random
        if faults.down or random.chance(faults.loss):
            return
        arrival = max(self.now, origin.free_at)
        if faults.bandwidth > 0:
            if arrival - self.now > faults.queue:
                return
            arrival += len(frame) * 1_000_000_000 // faults.bandwidth
            origin.free_at = arrival
        arrival += faults.delay
        if random.chance(faults.reorder):
            arrival += faults.reorder_delay
        if random.chance(faults.corrupt):
            frame = self._flip_bit(frame)
        copies = 2 if random.chance(faults.duplicate) else 1
        for target in self.ports:
            if target is not origin:
                for _ in range(copies):
                    self._launch(Flight(arrival, self.order, frame, target))

    def _flip_bit(self, frame: bytes) -> bytes:
        damaged = bytearray(frame)
        at = self.random.below(len(frame))
        damaged[at] = damaged[at] ^ 1 << self.random.below(8)
        return bytes(damaged)

    def _launch(self, flight: Flight) -> None:
        """Insert behind all flights that arrive no later."""
        self.order += 1
        flights = self.flights
        at = len(flights)
        while at > 0 and flights[at - 1].arrival > flight.arrival:
            at -= 1
        flights.insert(at, flight)

    def step(self, limit: int) -> bool:
        """Go to the next thing that happens, if that is before the limit, and let it happen."""
        next_time = limit
        for stack in self.stacks:
            deadline = stack.poll(self.now)
            if deadline < next_time:
                next_time = deadline
        if self.flights and self.flights[0].arrival < next_time:
            next_time = self.flights[0].arrival
        if next_time >= limit:
            self.now = max(self.now, limit)
            return False
        self.now = max(self.now, next_time)
        while self.flights and self.flights[0].arrival <= self.now:
            flight = self.flights.pop(0)
            for index in range(len(self.ports)):
                if self.ports[index] is flight.target:
                    self.stacks[index].receive(flight.frame, self.now)
        for stack in self.stacks:
            stack.poll(self.now)
        return True

    def run(self, duration: int) -> None:
        """Let that much time pass."""
        limit = self.now + duration
        while self.step(limit):
            pass
