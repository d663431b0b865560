"""Keep the notes, in memory."""

from dataclasses import dataclass

MAXIMUM_KEY = 64
MAXIMUM_TEXT = 10_000
MAXIMUM_NOTES = 10_000


class InvalidNote(Exception):
    """The note cannot be kept; the message says why."""


@dataclass
class Note:
    key: str
    text: str


class NoteStore:
    """Notes by key, in the order in which they were first written."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def all(self) -> list[Note]:
        return list(self._notes.values())

    def get(self, key: str) -> Note | None:
        return self._notes.get(key)

    def put(self, key: str, text: str) -> bool:
        """Write a note; answers whether it is new."""
        if not 0 < len(key) <= MAXIMUM_KEY:
            raise InvalidNote(f"a key has 1 to {MAXIMUM_KEY} characters")
        if len(text) > MAXIMUM_TEXT:
            raise InvalidNote(f"a text has at most {MAXIMUM_TEXT} characters")
        note = self._notes.get(key)
        if note is not None:
            note.text = text
            return False
        if len(self._notes) >= MAXIMUM_NOTES:
            raise InvalidNote(f"there are {MAXIMUM_NOTES} notes already")
        self._notes[key] = Note(key, text)
        return True

    def delete(self, key: str) -> bool:
        """Forget a note; answers whether there was one."""
        return self._notes.pop(key, None) is not None
