"""The machine's network with `--net tap=NAME`: our own stack over a TAP device.

Takes the place of network.py in such images: the functions of machine/this/network.py, of which
all but `start` are the stack's (loop/stack_functions.py).
"""

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import address
from sesha.guest.loop.stack_functions import *  # noqa: F403
from sesha.guest.loop.stack_functions import is_started, use
from sesha.guest.machine.process import arguments, tap
from sesha.guest.machine.process.network import os_error
from sesha.guest.machine.process.tap import TapCard
from sesha.guest.memory import heap

STATIC_VARIABLE = b"SESHA_NET"


def start() -> None:
    """Take the device into operation and get an address."""
    if is_started():
        return
    if tap.descriptor == 0:
        raise OSError("no network: SESHA_TAP does not name a TAP device")
    if tap.descriptor < 0:
        raise os_error(-tap.descriptor)
    value = arguments.find_variable(address(STATIC_VARIABLE) + layout.BYTES_DATA, len(STATIC_VARIABLE))
    static = arguments.text_at(value) if value != 0 else ""
    use(TapCard(), static, heap.block_count << heap.BLOCK_SHIFT)
