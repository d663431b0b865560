"""Turn JSON text into values: `JSONDecoder` holds the options, `scanner.py` reads."""

from collections.abc import Callable
from typing import Any

from sesha.guest.stdlib.json.scanner import JSONDecodeError, Scanner, after_whitespace

__all__ = ["JSONDecodeError", "JSONDecoder", "plain_decoder"]


class JSONDecoder:
    """What becomes of objects, numbers and constants; reusable, holds no text."""

    def __init__(
        self,
        *,
        object_hook: Callable[[dict[str, Any]], Any] | None = None,
        parse_float: Callable[[str], Any] | None = None,
        parse_int: Callable[[str], Any] | None = None,
        parse_constant: Callable[[str], Any] | None = None,
        strict: bool = True,
        object_pairs_hook: Callable[[list[tuple[str, Any]]], Any] | None = None,
    ) -> None:
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _scanner(self, s: str, idx: int) -> Scanner:
        return Scanner(
            s,
            idx,
            self.strict,
            self.object_hook,
            self.object_pairs_hook,
            self.parse_float,
            self.parse_int,
            self.parse_constant,
        )

    def decode(self, s: str) -> Any:
        """The value of a text that holds one value and white space."""
        scanner = self._scanner(s, after_whitespace(s, 0))
        value = scanner.value()
        end = after_whitespace(s, scanner.at)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
        """The value that starts exactly at `idx`, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        if idx > len(s):
            raise JSONDecodeError("Expecting value", s, idx)
        scanner = self._scanner(s, idx)
        value = scanner.value()
        return value, scanner.at


plain_decoder = JSONDecoder()
