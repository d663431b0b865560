"""Counts of what happened, above all of what was dropped and why.

Frequent events are attributes, rare ones entries under a fixed phrase, so that the table cannot
grow beyond the phrases in the source.
"""

from mypy_extensions import i64


class Counters:
    def __init__(self) -> None:
        self.frames_in: i64 = 0
        self.bytes_in: i64 = 0
        self.frames_out: i64 = 0
        self.bytes_out: i64 = 0
        self.segments_in: i64 = 0
        self.segments_out: i64 = 0
        self.retransmitted: i64 = 0
        self.datagrams_in: i64 = 0
        self.datagrams_out: i64 = 0
        self.events: dict[str, int] = {}

    def count(self, event: str) -> None:
        """Count a rare event, such as a drop, under its phrase."""
        self.events[event] = self.events.get(event, 0) + 1
