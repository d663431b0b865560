"""Sets of characters: ranges and categories, with a table for the first 128.

A category is one of d, w and s, in capitals for its complement; `ascii_only` limits it to ASCII.
"""


def is_word(character: str, ascii_only: bool) -> bool:
    if character == "_":
        return True
    return character.isalnum() and (not ascii_only or character < "\x80")


def in_category(kind: str, character: str, ascii_only: bool) -> bool:
    """Whether a character belongs to a category."""
    low = kind.lower()
    if low == "w":
        found = is_word(character, ascii_only)
    elif low == "d":
        found = character.isdecimal() and (not ascii_only or character < "\x80")
    else:
        found = character in " \t\n\r\f\v" if ascii_only else character.isspace()
    return found == (kind == low)


def same_ignoring_case(code: int, wanted: int, ascii_only: bool) -> bool:
    """Whether a code point is the wanted lower-case one, or its capital."""
    if code == wanted:
        return True
    if ascii_only and code > 127:
        return False
    lower = chr(code).lower()
    if len(lower) == 1 and ord(lower) == wanted:
        return True
    return chr(code).upper() == chr(wanted).upper()


class CharSet:
    """What one position of a pattern accepts."""

    def __init__(self, negated: bool, ascii_only: bool, ignore_case: bool) -> None:
        self.negated = negated
        self.ascii_only = ascii_only
        self.ignore_case = ignore_case
        self.ranges: list[tuple[int, int]] = []
        self.categories: list[str] = []
        self.table = b""

    def add(self, low: int, high: int) -> None:
        self.ranges.append((low, high))

    def finish(self) -> None:
        """Work out the table; nothing is added any more."""
        self.table = bytes([1 if self._accepts(code) else 0 for code in range(128)])

    def _holds(self, code: int) -> bool:
        for low, high in self.ranges:
            if low <= code <= high:
                return True
        return False

    def _accepts(self, code: int) -> bool:
        character = chr(code)
        found = self._holds(code)
        if not found:
            for kind in self.categories:
                if in_category(kind, character, self.ascii_only):
                    found = True
                    break
        if not found and self.ignore_case and (code < 128 or not self.ascii_only):
            found = self._holds_other_case(character)
        return found != self.negated

    def _holds_other_case(self, character: str) -> bool:
        lower = character.lower()
        upper = character.upper()
        if len(lower) == 1 and self._allowed(lower) and self._holds(ord(lower)):
            return True
        return len(upper) == 1 and self._allowed(upper) and self._holds(ord(upper))

    def _allowed(self, character: str) -> bool:
        return not self.ascii_only or character < "\x80"

    def accepts(self, code: int) -> bool:
        if code < 128:
            return self.table[code] == 1
        return self._accepts(code)
