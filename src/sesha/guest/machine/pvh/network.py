"""The machine's network: our own stack over the virtio network card.

The functions of machine/this/network.py; all but `start` are the stack's (loop/stack_functions.py).
"""

from sesha.guest.loop.stack_functions import *  # noqa: F403
from sesha.guest.loop.stack_functions import is_started, use
from sesha.guest.machine.pvh import command_line, devices
from sesha.guest.machine.pvh.card import VirtioCard
from sesha.guest.memory import heap

STATIC_PARAMETER = b"sesha.net="


def start() -> None:
    """Find the card and get an address."""
    if is_started():
        return
    device = devices.find_net()
    if device is not None:
        fixed = command_line.texts(STATIC_PARAMETER)
        size = heap.block_count << heap.BLOCK_SHIFT
        use(VirtioCard(device), fixed[0] if fixed else "", size)
