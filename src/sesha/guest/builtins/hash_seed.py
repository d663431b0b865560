"""Draw the key of this boot's hashes: the first thing that a program does."""

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.builtins.hash import seed
from sesha.guest.cpu.intrinsics import address, load_i64
from sesha.guest.machine.this import entropy


def seed_from_machine() -> None:
    """Before anything is hashed: a dictionary made with another key would lose its entries."""
    data = address(entropy.random_bytes(16)) + BYTES_DATA
    seed(load_i64(data), load_i64(data + 8))
