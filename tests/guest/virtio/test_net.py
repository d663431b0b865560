"""The network driver over MMIO, both interface versions, with honest and with hostile devices."""

from typing import Any

import pytest

from sesha.guest.virtio import mmio, net
from sesha.guest.virtio.transport import F_VERSION_1

pytestmark = pytest.mark.fast

BASE, QUEUES_AT, ROOM = 0xF0000, 0x10000, 0xA0000
FRAME = bytes(range(100)) + b"payload"


def test_negotiation_follows_the_specification(device: Any, driver: Any) -> None:
    assert driver.usable and mmio.is_device(BASE)
    assert device.status_log == ([0, 1, 3, 7] if device.version == 1 else [0, 1, 3, 11, 15])
    assert driver.mac == 0x525400123456 and driver.mtu == 1500
    assert bool(device.accepted & F_VERSION_1) == (device.version == 2)


def test_mtu_is_the_devices(device: Any) -> None:
    device.features |= 1 << 3
    driver = net.NetDevice(mmio.MmioTransport(BASE, 5), QUEUES_AT, ROOM)
    assert driver.mtu == 1400


@pytest.mark.parametrize("fault", ["refuses features", "no layout", "no mac", "small queue", "never resets"])
def test_unusable_device_is_given_up(device: Any, fault: str) -> None:
    device.refuse_features = fault == "refuses features"
    device.reset_sticks = fault == "never resets"
    if fault == "no layout":
        device.features = 1 << 5
    if fault == "no mac":
        device.features &= ~(1 << 5)
    if fault == "small queue":
        device.limit = 4
    driver = net.NetDevice(mmio.MmioTransport(BASE, 5), QUEUES_AT, ROOM)
    assert driver.usable == (fault == "refuses features" and device.version == 1)


def test_frames_in(device: Any, driver: Any) -> None:
    assert driver.receive() is None
    for number in range(1000):
        frame = FRAME + number.to_bytes(2, "big")
        assert device.deliver(frame)
        assert driver.receive() == frame and driver.receive() is None
        driver.flush()


def test_frames_in_fill_the_queue(device: Any, driver: Any) -> None:
    count = 0
    while device.deliver(FRAME):
        count += 1
    assert count == driver.receive_queue.size
    assert [driver.receive() for _ in range(count + 1)] == [FRAME] * count + [None]
    assert not device.deliver(FRAME)
    driver.flush()
    assert device.deliver(FRAME) and driver.receive() == FRAME


def test_frames_out(device: Any, driver: Any) -> None:
    device.notified.clear()
    for number in range(1000):
        assert driver.transmit(bytearray(FRAME + number.to_bytes(2, "big")))
        if number % 3 == 2:
            driver.flush()
            assert device.collect() == [FRAME + n.to_bytes(2, "big") for n in range(number - 2, number + 1)]
    assert device.notified == [1] * 333


def test_short_frames_are_padded(device: Any, driver: Any) -> None:
    driver.transmit(bytearray(b"x" * 20))
    driver.flush()
    assert device.collect() == [b"x" * 20 + bytes(40)]


def test_frames_wait_when_the_queue_is_full(device: Any, driver: Any) -> None:
    size = driver.transmit_queue.size
    total = size + net.MAXIMUM_WAITING
    accepted = [driver.transmit(bytearray(FRAME + n.to_bytes(2, "big"))) for n in range(total + 5)]
    assert accepted == [True] * total + [False] * 5 and driver.dropped == 5
    got: list[bytes] = []
    while True:
        driver.flush()
        frames = device.collect()
        if not frames:
            break
        got += frames
    assert got == [FRAME + n.to_bytes(2, "big") for n in range(total)]


def test_too_long_frame_is_refused(driver: Any) -> None:
    assert not driver.transmit(bytearray(4000))


def test_sleep_is_refused_when_a_frame_came(device: Any, driver: Any) -> None:
    driver.awake()
    assert driver.may_sleep()
    device.deliver(FRAME)
    assert not driver.may_sleep()


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_frame_without_a_header_is_dropped(device: Any, driver: Any, length: int) -> None:
    index = device.queues[0].next_available()
    device.queues[0].complete(index, length)
    assert driver.receive() is None and driver.dropped == 1 and not driver.is_broken()
    device.deliver(FRAME)
    assert driver.receive() == FRAME


def test_hostile_index_breaks_the_queue(device: Any, driver: Any) -> None:
    device.queues[0].next_available()
    device.queues[0].complete(0xFFFF, 100)
    assert driver.receive() is None and driver.is_broken()


def test_hostile_length_breaks_the_queue(device: Any, driver: Any) -> None:
    device.queues[0].complete(device.queues[0].next_available(), 1 << 31)
    assert driver.receive() is None and driver.is_broken()


def test_hostile_repetition_breaks_the_queue(device: Any, driver: Any) -> None:
    driver.transmit(bytearray(FRAME))
    driver.flush()
    device.collect()
    device.queues[1].complete(0, 0)
    driver._reclaim()
    assert driver.is_broken()


def test_hostile_runaway_index_breaks_the_queue(device: Any, driver: Any) -> None:
    for _ in range(driver.receive_queue.size + 1):
        device.queues[0].complete(0, 100)
    assert driver.receive() is None and driver.is_broken()


def test_hostile_completion_of_nothing_breaks_the_queue(device: Any, driver: Any) -> None:
    device.queues[1].complete(3, 0)
    driver._reclaim()
    assert driver.is_broken()
