"""Wait for the network: the source of news of a program that uses it."""

from mypy_extensions import i64

from sesha.guest.loop.source import Source
from sesha.guest.machine.this import network


class NetworkSource(Source):
    """Asks the machine's network."""

    def __init__(self) -> None:
        network.start()

    def wait(self, timeout: i64) -> list[int]:
        return network.wait(timeout)

    def heed_signals(self) -> None:
        network.heed_signals()

    def finish(self) -> None:
        network.finish()
