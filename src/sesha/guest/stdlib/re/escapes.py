"""Read what stands behind a backslash and what stands in brackets: the parser's lowest layer."""

from typing import Any

from sesha.guest.stdlib.re import nodes as n
from sesha.guest.stdlib.re.charset import CharSet
from sesha.guest.stdlib.re.constants import (
    ASCII,
    IGNORECASE,
    PatternError,
)
from sesha.guest.stdlib.re.nodes import Node, Widths

_ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_HEX_LENGTHS = {"x": 2, "u": 4, "U": 8}
_CATEGORIES = "dDsSwW"


class PatternReader:
    """A pattern, where it is read, and the groups found so far."""

    def __init__(self, pattern: str, source: Any, flags: int) -> None:
        self.pattern = pattern
        self.source = source
        self.is_bytes = not isinstance(source, str)
        self.at = 0
        self.flags = flags
        self.groups = 0
        self.names: dict[str, int] = {}
        self.open_groups: list[int] = []
        self.widths = Widths()
        self.group_widths_at: dict[int, int] = {}
        self.lookbehind_groups: int | None = None
        self.pending_conditions: list[tuple[int, int]] = []

    def error(self, message: str, position: int) -> PatternError:
        return PatternError(message, self.source, position)

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def take(self, text: str) -> bool:
        """Step over the text if it stands here."""
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def digits(self) -> str:
        start = self.at
        while self.at < len(self.pattern) and "0" <= self.pattern[self.at] <= "9":
            self.at += 1
        return self.pattern[start : self.at]

    def category(self, letter: str, flags: int) -> Node:
        node = Node(n.SET, 0, flags)
        node.charset = self.new_set(False, flags)
        node.charset.categories.append(letter)
        node.charset.finish()
        return node

    def new_set(self, negated: bool, flags: int) -> CharSet:
        ascii_only = self.is_bytes or flags & ASCII != 0
        return CharSet(negated, ascii_only, flags & IGNORECASE != 0)

    def escape(self, flags: int) -> Node:
        """What stands behind a backslash outside of a set."""
        begin = self.at - 1
        letter = self.peek()
        if not letter:
            raise self.error("bad escape (end of pattern)", begin)
        if letter in _CATEGORIES:
            self.at += 1
            return self.category(letter, flags)
        if letter in "AZbB":
            self.at += 1
            kinds = {
                "A": n.AT_BEGINNING,
                "Z": n.AT_END_OF_TEXT,
                "b": n.AT_BOUNDARY,
                "B": n.AT_NO_BOUNDARY,
            }
            return Node(n.AT, kinds[letter], flags)
        if letter == "z":
            self.at += 1
            return Node(n.AT, n.AT_END_OF_TEXT, flags)
        if "1" <= letter <= "9":
            return self.numbered(begin, flags)
        return Node(n.LITERAL, self.escaped_code(begin), flags)

    def numbered(self, begin: int, flags: int) -> Node:
        """An octal code of three digits, or the number of a group."""
        text = self.pattern[self.at : self.at + 3]
        if len(text) == 3 and not text.strip("01234567"):
            code = int(text, 8)
            if code > 0o377:
                raise self.error(f"octal escape value \\{text} outside of range 0-0o377", begin)
            self.at += 3
            return Node(n.LITERAL, code, flags)
        length = 2 if len(text) > 1 and "0" <= text[1] <= "9" else 1
        group = int(text[:length])
        self.at += length
        return self.reference(group, begin + 1, begin, flags)

    def reference(self, group: int, position: int, begin: int, flags: int) -> Node:
        if group > self.groups:
            raise self.error(f"invalid group reference {group}", position)
        if group in self.open_groups:
            raise self.error("cannot refer to an open group", begin)
        if self.lookbehind_groups is not None and group > self.lookbehind_groups:
            raise self.error("cannot refer to group defined in the same lookbehind subpattern", self.at)
        return Node(n.BACKREFERENCE, group, flags)

    def escaped_code(self, begin: int) -> int:
        """The code point of an escape that stands for one character."""
        letter = self.pattern[self.at]
        self.at += 1
        if letter in _HEX_LENGTHS and not (self.is_bytes and letter != "x"):
            return self.hex_code(letter, begin)
        if letter == "0":
            start = self.at - 1
            while self.at < start + 3 and "0" <= (self.peek() or "x") <= "7":
                self.at += 1
            return int(self.pattern[start : self.at], 8)
        known = _ESCAPES.get(letter)
        if known is not None and letter != "b":
            return known
        if letter.isascii() and letter.isalpha():
            raise self.error(f"bad escape \\{letter}", begin)
        return ord(letter)

    def hex_code(self, letter: str, begin: int) -> int:
        length = _HEX_LENGTHS[letter]
        start = self.at
        while self.at < start + length and (self.peek() or "x") in "0123456789abcdefABCDEF":
            self.at += 1
        if self.at - start != length:
            raise self.error(f"incomplete escape {self.pattern[begin : self.at]}", begin)
        code = int(self.pattern[start : self.at], 16)
        if code > 0x10FFFF:
            raise self.error(f"bad escape {self.pattern[begin : self.at]}", begin)
        return code

    def char_class(self, flags: int) -> Node:
        """[...], whose bracket was just read."""
        begin = self.at - 1
        node = Node(n.SET, 0, flags)
        charset = self.new_set(self.take("^"), flags)
        first = True
        while True:
            if self.at >= len(self.pattern):
                raise self.error("unterminated character set", begin)
            if self.peek() == "]" and not first:
                self.at += 1
                break
            first = False
            start = self.at
            low = self.class_member(charset)
            if self.peek() != "-":
                if low >= 0:
                    charset.add(low, low)
                continue
            self.at += 1
            if self.at >= len(self.pattern):
                raise self.error("unterminated character set", begin)
            if self.peek() == "]":
                if low >= 0:
                    charset.add(low, low)
                charset.add(45, 45)
                self.at += 1
                break
            high = self.class_member(charset)
            if low < 0 or high < 0 or high < low:
                raise self.error(f"bad character range {self.pattern[start : self.at]}", start)
            charset.add(low, high)
        charset.finish()
        node.charset = charset
        return node

    def class_member(self, charset: CharSet) -> int:
        """One character of a set, as its code point; -1 for a category, which is added at once."""
        begin = self.at
        character = self.pattern[begin]
        self.at += 1
        if character != "\\":
            return ord(character)
        letter = self.peek()
        if not letter:
            raise self.error("unterminated character set", self.pattern.rfind("[", 0, begin))
        if letter in _CATEGORIES:
            self.at += 1
            charset.categories.append(letter)
            return -1
        if letter == "b":
            self.at += 1
            return 8
        if "1" <= letter <= "7":
            return self.class_octal(begin)
        if letter in "89":
            raise self.error(f"bad escape \\{letter}", begin)
        return self.escaped_code(begin)

    def class_octal(self, begin: int) -> int:
        start = self.at
        while self.at < start + 3 and "0" <= (self.peek() or "x") <= "7":
            self.at += 1
        code = int(self.pattern[start : self.at], 8)
        if code > 0o377:
            text = self.pattern[begin : self.at]
            raise self.error(f"octal escape value {text} outside of range 0-0o377", begin)
        return code
