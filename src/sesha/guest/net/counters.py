"""Counts of what happened, above all of what was dropped and why.

Frequent events are attributes, rare ones entries under a fixed phrase, so that the table cannot
grow beyond the phrases in the source.
"""


class Counters:
    def __init__(self) -> None:
        self.frames_in = 0
        self.bytes_in = 0
        self.frames_out = 0
        self.bytes_out = 0
        self.segments_in = 0
        self.segments_out = 0
        self.retransmitted = 0
        self.datagrams_in = 0
        self.datagrams_out = 0
        self.events: dict[str, int] = {}

    def count(self, event: str) -> None:
        """Count a rare event, such as a drop, under its phrase."""
        self.events[event] = self.events.get(event, 0) + 1
