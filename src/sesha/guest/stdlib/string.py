"""Characters by kind, and `Template`, as the module `string` of images."""

from collections.abc import Mapping
from typing import Any

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s: str, sep: str | None = None) -> str:
    """Every word with a capital first letter, one separator between them."""
    if sep is None:
        return " ".join([word.capitalize() for word in s.split()])
    return sep.join([word.capitalize() for word in s.split(sep)])


def _is_identifier_start(character: str) -> bool:
    return character in "_" or (character.isascii() and character.isalpha())


def _identifier_end(text: str, start: int) -> int:
    """Where the identifier that starts there ends; `start` if there is none."""
    if start >= len(text) or not _is_identifier_start(text[start]):
        return start
    end = start + 1
    while end < len(text) and (_is_identifier_start(text[end]) or "0" <= text[end] <= "9"):
        end += 1
    return end


class Template:
    """A text with $names to be filled in."""

    def __init__(self, template: str) -> None:
        self.template = template

    def _invalid(self, at: int) -> ValueError:
        lines = self.template[: at + 1].splitlines(keepends=True)
        column = at + 1 - len("".join(lines[:-1]))
        return ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def _placeholder(self, dollar: int) -> tuple[str, int]:
        """Name and end of the placeholder at a dollar: name "$" for an escaped one, "" for none."""
        text = self.template
        start = dollar + 1
        if text.startswith("$", start):
            return "$", start + 1
        braced = text.startswith("{", start)
        if braced:
            start += 1
        end = _identifier_end(text, start)
        if end == start or (braced and not text.startswith("}", end)):
            return "", dollar + 1
        return text[start:end], end + 1 if braced else end

    def _filled(self, values: Mapping[str, Any], keywords: dict[str, Any], safe: bool) -> str:
        text = self.template
        pieces: list[str] = []
        at = 0
        while True:
            dollar = text.find("$", at)
            if dollar < 0:
                pieces.append(text[at:])
                return "".join(pieces)
            pieces.append(text[at:dollar])
            name, at = self._placeholder(dollar)
            if name == "$":
                pieces.append("$")
            elif not name:
                if not safe:
                    raise self._invalid(dollar)
                pieces.append("$")
            elif name in keywords:
                pieces.append(str(keywords[name]))
            elif safe and name not in values:
                pieces.append(text[dollar:at])
            else:
                pieces.append(str(values[name]))

    def substitute(self, mapping: Mapping[str, Any] = {}, /, **kwds: Any) -> str:
        return self._filled(mapping, kwds, False)

    def safe_substitute(self, mapping: Mapping[str, Any] = {}, /, **kwds: Any) -> str:
        return self._filled(mapping, kwds, True)

    def _names(self) -> tuple[list[str], bool]:
        """The names in order, and whether every dollar is well used."""
        names: list[str] = []
        valid = True
        at = self.template.find("$")
        while at >= 0:
            name, end = self._placeholder(at)
            if not name:
                valid = False
            elif name != "$" and name not in names:
                names.append(name)
            at = self.template.find("$", end)
        return names, valid

    def is_valid(self) -> bool:
        return self._names()[1]

    def get_identifiers(self) -> list[str]:
        return self._names()[0]
