"""A virtio-mmio device in plain Python, honest unless told otherwise, over intrinsics.MEMORY."""

from collections.abc import Iterator
from typing import Any

import pytest

from sesha.guest.cpu import intrinsics
from sesha.guest.virtio import mmio, net
from sesha.guest.virtio.transport import F_ANY_LAYOUT, F_VERSION_1

BASE = 0xF0000
QUEUES_AT = 0x10000
ROOM = 0xA0000
MAC = bytes.fromhex("525400123456")


def get(at: int, size: int) -> int:
    return int.from_bytes(intrinsics.MEMORY[at : at + size], "little")


def put(at: int, size: int, value: int) -> None:
    intrinsics.MEMORY[at : at + size] = (value & (1 << 8 * size) - 1).to_bytes(size, "little")


class FakeQueue:
    """The device's view of a queue."""

    def __init__(self) -> None:
        self.size = 0
        self.descriptors = self.available = self.used = 0
        self.seen = 0

    def next_available(self) -> int:
        """The next descriptor that the driver offers, -1 when there is none."""
        if get(self.available + 2, 2) == self.seen & 0xFFFF:
            return -1
        index = get(self.available + 4 + 2 * (self.seen % self.size), 2)
        self.seen += 1
        return index

    def complete(self, index: int, length: int) -> None:
        at = get(self.used + 2, 2)
        put(self.used + 4 + 8 * (at % self.size), 4, index)
        put(self.used + 8 + 8 * (at % self.size), 4, length)
        put(self.used + 2, 2, at + 1)


class FakeDevice:
    """Registers, and a network card behind them."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.features = (1 << 5) | (F_VERSION_1 if version == 2 else F_ANY_LAYOUT)
        self.accepted = 0
        self.configuration = MAC + bytes(4) + (1400).to_bytes(2, "little")
        self.registers: dict[int, int] = {}
        self.queues = [FakeQueue(), FakeQueue()]
        self.limit = 64
        self.status_log: list[int] = []
        self.refuse_features = False
        self.notified: list[int] = []
        self.reset_sticks = False

    def load(self, register: int) -> int:
        if register == 0x10:
            return self.features >> 32 * self.registers.get(0x14, 0) & 0xFFFFFFFF
        if register == 0x70:
            status = self.registers.get(0x70, 0)
            return status & ~8 if self.refuse_features else status | self.reset_sticks
        values = {0x0: 0x74726976, 0x4: self.version, 0x8: 1, 0x34: self.limit, 0x60: 1}
        return values.get(register, 0)

    def store(self, register: int, value: int) -> None:
        self.registers[register] = value
        queue = self.queues[self.registers.get(0x30, 0) & 1]
        if register == 0x20:
            self.accepted |= value << 32 * self.registers.get(0x24, 0)
        elif register == 0x38:
            queue.size = value
        elif register == 0x40:
            queue.descriptors = value * 4096
            queue.available = queue.descriptors + 16 * queue.size
            queue.used = -(-(queue.available + 6 + 2 * queue.size) // 4096) * 4096
        elif register in (0x80, 0x90, 0xA0):
            setattr(queue, {0x80: "descriptors", 0x90: "available", 0xA0: "used"}[register], value)
        elif register == 0x50:
            self.notified.append(value)
        elif register == 0x70:
            self.status_log.append(value)

    @property
    def header(self) -> int:
        return 12 if self.accepted & F_VERSION_1 else 10

    def deliver(self, frame: bytes) -> bool:
        """The network has a frame for the driver."""
        index = self.queues[0].next_available()
        if index < 0:
            return False
        place = get(self.queues[0].descriptors + 16 * index, 8)
        assert get(self.queues[0].descriptors + 16 * index + 12, 2) == 2
        data = bytes(self.header) + frame
        intrinsics.MEMORY[place : place + len(data)] = data
        self.queues[0].complete(index, len(data))
        return True

    def collect(self) -> list[bytes]:
        """Take and complete the frames that the driver sends."""
        frames = []
        while (index := self.queues[1].next_available()) >= 0:
            entry = self.queues[1].descriptors + 16 * index
            place, length = get(entry, 8), get(entry + 8, 4)
            assert get(entry + 12, 2) == 0
            frames.append(bytes(intrinsics.MEMORY[place + self.header : place + length]))
            self.queues[1].complete(index, 0)
        return frames


@pytest.fixture(params=[1, 2], ids=["legacy", "modern"])
def device(request: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDevice]:
    fake = FakeDevice(request.param)
    saved = bytes(intrinsics.MEMORY)
    monkeypatch.setattr(mmio, "volatile_load_u32", lambda at: fake.load(at - BASE))
    monkeypatch.setattr(mmio, "volatile_load_u8", lambda at: fake.configuration[at - BASE - 0x100])
    monkeypatch.setattr(mmio, "volatile_store_u32", lambda at, value: fake.store(at - BASE, value))

    def copy_in(frame: bytearray, target: int) -> None:
        intrinsics.MEMORY[target : target + len(frame)] = frame

    monkeypatch.setattr(net, "copy_in", copy_in)
    monkeypatch.setattr(net, "copy_out", lambda at, size: bytes(intrinsics.MEMORY[at : at + size]))
    yield fake
    intrinsics.MEMORY[:] = saved


@pytest.fixture
def driver(device: FakeDevice) -> net.NetDevice:
    transport = mmio.MmioTransport(BASE, 5)
    return net.NetDevice(transport, QUEUES_AT, ROOM)
