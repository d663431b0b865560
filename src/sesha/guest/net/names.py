"""Answers of name servers, kept as long as they say, within bounds (RFC 1034 5, RFC 2308)."""

from mypy_extensions import i64

from sesha.guest.net.timers import SECOND

MAXIMUM_ENTRIES = 256
MAXIMUM_TTL = 3600
MINIMUM_TTL = 1
NEGATIVE_TTL = 30
"""For a name that does not exist, unless the zone's SOA says less."""


class Entry:
    """An answer; no addresses when the name does not exist."""

    def __init__(self, addresses: list[int], expires: i64) -> None:
        self.addresses = addresses
        self.expires = expires


class NameCache:
    """Names that were looked up, oldest first."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}

    def put(self, name: str, addresses: list[int], ttl: i64, now: i64) -> None:
        """Remember an answer for `ttl` seconds, at least one and at most an hour."""
        self.entries.pop(name, None)
        if len(self.entries) >= MAXIMUM_ENTRIES:
            self._make_room(now)
        ttl = min(max(ttl, MINIMUM_TTL), MAXIMUM_TTL)
        self.entries[name] = Entry(addresses, now + ttl * SECOND)

    def get(self, name: str, now: i64) -> list[int] | None:
        """The addresses, or None when nothing (any more) is known."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        if entry.expires <= now:
            del self.entries[name]
            return None
        return entry.addresses

    def _make_room(self, now: i64) -> None:
        """Drop what has expired, or else the oldest."""
        names = list(self.entries)
        for name in names:
            if self.entries[name].expires <= now:
                del self.entries[name]
        if len(self.entries) >= MAXIMUM_ENTRIES:
            del self.entries[names[0]]
