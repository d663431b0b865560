"""Replacement texts: literal pieces and references to groups; and the text they get into."""

from typing import Any

from sesha.guest.stdlib.re.constants import PatternError

_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}

_PIECES_AT_ONCE = 1024


class LongText:
    """A text put together of many short pieces, which take memory only until they are joined."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[str] = []

    def append(self, piece: str) -> None:
        self._pieces.append(piece)
        if len(self._pieces) == _PIECES_AT_ONCE:
            self._parts.append("".join(self._pieces))
            self._pieces.clear()

    def joined(self) -> str:
        """The text; nothing of it is kept here."""
        self._parts.extend(self._pieces)
        self._pieces.clear()
        text = "".join(self._parts)
        self._parts.clear()
        return text


class Template:
    """Pieces in turn: a text, a group, a text ..."""

    def __init__(self, source: Any, text: str, groups: int, names: dict[str, int]) -> None:
        self.source = source
        self.text = text
        self.group_count = groups
        self.names = names
        self.literals: list[str] = [""]
        self.groups: list[int] = []
        self._parse()

    def _error(self, message: str, position: int) -> PatternError:
        return PatternError(message, self.source, position)

    def _add(self, literal: str) -> None:
        self.literals[-1] += literal

    def _add_group(self, group: int, position: int) -> None:
        if group > self.group_count:
            raise self._error(f"invalid group reference {group}", position)
        self.groups.append(group)
        self.literals.append("")

    def _parse(self) -> None:
        text = self.text
        at = 0
        while True:
            backslash = text.find("\\", at)
            if backslash < 0:
                self._add(text[at:])
                return
            self._add(text[at:backslash])
            if backslash + 1 == len(text):
                raise self._error("bad escape (end of pattern)", backslash)
            at = self._escape(backslash, text[backslash + 1])

    def _escape(self, begin: int, letter: str) -> int:
        """Read the escape that begins there; where it ends."""
        if letter == "g":
            return self._named(begin)
        if "0" <= letter <= "9":
            return self._numbered(begin)
        known = _ESCAPES.get(letter)
        if known is None and letter.isascii() and letter.isalpha():
            raise self._error(f"bad escape \\{letter}", begin)
        self._add("\\" + letter if known is None else known)
        return begin + 2

    def _named(self, begin: int) -> int:
        """\\g<name> or \\g<number>."""
        text = self.text
        if text[begin + 2 : begin + 3] != "<":
            raise self._error("missing <", begin + 2)
        start = begin + 3
        end = text.find(">", start)
        if start >= len(text):
            raise self._error("missing group name", start)
        if end < 0:
            raise self._error("missing >, unterminated name", start)
        name = text[start:end]
        if not name:
            raise self._error("missing group name", start)
        if name.isdecimal() and name.isascii():
            self._add_group(int(name), start)
        else:
            if not name.isidentifier():
                raise self._error(f"bad character in group name {name!r}", start)
            if name not in self.names:
                raise IndexError(f"unknown group name {name!r}")
            self._add_group(self.names[name], start)
        return end + 1

    def _numbered(self, begin: int) -> int:
        """\\1 to \\99, or an octal code."""
        text = self.text
        digits = text[begin + 1 : begin + 4]
        if digits[0] == "0":
            end = begin + 2
            while end < begin + 4 and text[end : end + 1] in ("0", "1", "2", "3", "4", "5", "6", "7"):
                end += 1
            self._add(chr(int(text[begin + 1 : end], 8) & 255))
            return end
        if len(digits) == 3 and not digits.strip("01234567"):
            code = int(digits, 8)
            if code > 0o377:
                raise self._error(f"octal escape value \\{digits} outside of range 0-0o377", begin)
            self._add(chr(code))
            return begin + 4
        length = 2 if len(digits) > 1 and "0" <= digits[1] <= "9" else 1
        self._add_group(int(digits[:length]), begin + 1)
        return begin + 1 + length
