"""Compiled patterns and what they find: `Pattern` and `Match`.

Bytes are matched as texts of the same codes; `_out` turns pieces back into bytes.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sesha.guest.stdlib.re.machine import Machine
from sesha.guest.stdlib.re.program import Program
from sesha.guest.stdlib.re.template import LongText, Template


class Match:
    """A place in a text where a pattern fits."""

    __module__ = "re"

    def __init__(
        self, pattern: "Pattern", string: Any, text: str, pos: int, endpos: int, slots: list[int], last: int
    ) -> None:
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self.lastindex = last if last > 0 else None
        self._text = text
        self._slots = slots

    @property
    def lastgroup(self) -> str | None:
        for name, index in self.re.groupindex.items():
            if index == self.lastindex:
                return name
        return None

    @property
    def regs(self) -> tuple[tuple[int, int], ...]:
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    def _index(self, group: int | str) -> int:
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif group in self.re.groupindex:
            return self.re.groupindex[group]
        raise IndexError("no such group")

    def _piece(self, index: int, default: Any) -> Any:
        start = self._slots[2 * index]
        end = self._slots[2 * index + 1]
        if start < 0 or end < 0:
            return default
        return self.re.out(self._text[start:end])

    def group(self, *groups: int | str) -> Any:
        """The whole match, one group, or several."""
        if not groups:
            return self._piece(0, None)
        if len(groups) == 1:
            return self._piece(self._index(groups[0]), None)
        return tuple([self._piece(self._index(group), None) for group in groups])

    def __getitem__(self, name: int | str) -> Any:
        return self._piece(self._index(name), None)

    def groups(self, default: Any = None) -> tuple[Any, ...]:
        return tuple([self._piece(index, default) for index in range(1, self.re.groups + 1)])

    def groupdict(self, default: Any = None) -> dict[str, Any]:
        return {name: self._piece(index, default) for name, index in self.re.groupindex.items()}

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def span(self, group: int | str = 0) -> tuple[int, int]:
        index = self._index(group)
        start = self._slots[2 * index]
        end = self._slots[2 * index + 1]
        return (start, end) if start >= 0 and end >= 0 else (-1, -1)

    def expand(self, template: Any) -> Any:
        return self.re.out(self.re.expanded(self.re.template(template), self))

    def text_of(self, group: int) -> str:
        """What a group matched, empty if it did not."""
        piece: str = self._text[self._slots[2 * group] : self._slots[2 * group + 1]]
        return piece if self._slots[2 * group + 1] >= 0 else ""

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"


class Pattern:
    """A regular expression, ready to be used."""

    __module__ = "re"

    def __init__(self, pattern: Any, flags: int, program: Program, names: dict[str, int]) -> None:
        self.pattern = pattern
        self.flags = flags
        self.groups = program.groups
        self.groupindex = names
        self._program = program
        self._is_bytes = program.is_bytes

    def __repr__(self) -> str:
        names: list[str] = []
        rest = self.flags & ~32 if not self._is_bytes else self.flags
        for bit, name in _FLAG_NAMES:
            if rest & bit:
                names.append("re." + name)
        text = repr(self.pattern)[:200]
        return f"re.compile({text}, {'|'.join(names)})" if names else f"re.compile({text})"

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and self.pattern == other.pattern

    # --- texts and bytes ----------------------------------------------------------------------------
    def text(self, string: Any) -> str:
        """The subject as a text."""
        if isinstance(string, str):
            if self._is_bytes:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            return string
        if not isinstance(string, (bytes, bytearray, memoryview)):
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        if not self._is_bytes:
            raise TypeError("cannot use a string pattern on a bytes-like object")
        data = string if isinstance(string, bytes) else bytes(string)
        return data.decode("latin-1")

    def out(self, piece: str) -> Any:
        return piece.encode("latin-1") if self._is_bytes else piece

    def _match(self, machine: Machine, string: Any, pos: int, endpos: int) -> Match:
        slots = machine.slots[: 2 * (self.groups + 1)]
        return Match(self, string, machine.text, pos, endpos, slots, machine.last_group)

    def _machine(self, text: str, pos: int, endpos: int) -> tuple[Machine, int]:
        length = len(text)
        end = min(max(endpos, 0), length)
        return Machine(self._program, text, end), min(max(pos, 0), length)

    # --- finding one ------------------------------------------------------------------------------------
    def search(self, string: Any, pos: int = 0, endpos: int = 1 << 60) -> Match | None:
        """The first match anywhere."""
        machine, start = self._machine(self.text(string), pos, endpos)
        if machine.search(start) < 0:
            return None
        return self._match(machine, string, start, machine.end)

    def match(self, string: Any, pos: int = 0, endpos: int = 1 << 60) -> Match | None:
        """The match at the beginning."""
        machine, start = self._machine(self.text(string), pos, endpos)
        if start > machine.end or machine.match_at(start) < 0:
            return None
        return self._match(machine, string, start, machine.end)

    def fullmatch(self, string: Any, pos: int = 0, endpos: int = 1 << 60) -> Match | None:
        """The match of the whole text."""
        machine, start = self._machine(self.text(string), pos, endpos)
        machine.whole = True
        if start > machine.end or machine.match_at(start) < 0:
            return None
        return self._match(machine, string, start, machine.end)

    # --- finding all ------------------------------------------------------------------------------------
    def _all(self, string: Any, pos: int, endpos: int, most: int) -> Iterator[Match]:
        """Matches that do not overlap, at most so many if that is not 0."""
        machine, start = self._machine(self.text(string), pos, endpos)
        return self._scan(machine, string, start, most)

    def _scan(self, machine: Machine, string: Any, first: int, most: int) -> Iterator[Match]:
        start = first
        count = 0
        while start <= machine.end and machine.search(start) >= 0:
            yield self._match(machine, string, first, machine.end)
            count += 1
            if count == most:
                return
            start = machine.slots[1]
            machine.must_advance = start == machine.slots[0]

    def finditer(self, string: Any, pos: int = 0, endpos: int = 1 << 60) -> Iterator[Match]:
        return self._all(string, pos, endpos, 0)

    def findall(self, string: Any, pos: int = 0, endpos: int = 1 << 60) -> list[Any]:
        """All matches: texts, or the groups if there are some."""
        result: list[Any] = []
        for match in self._all(string, pos, endpos, 0):
            if self.groups == 0:
                result.append(match.group())
            elif self.groups == 1:
                result.append(self.out(match.text_of(1)))
            else:
                pieces = [self.out(match.text_of(index)) for index in range(1, self.groups + 1)]
                result.append(tuple(pieces))
        return result

    def split(self, string: Any, maxsplit: int = 0) -> list[Any]:
        """The pieces between matches, with what groups matched."""
        text = self.text(string)
        result: list[Any] = []
        if maxsplit < 0:
            return [string]
        at = 0
        for match in self._all(string, 0, len(text), maxsplit):
            result.append(self.out(text[at : match.start()]))
            for index in range(1, self.groups + 1):
                result.append(match.group(index))
            at = match.end()
        result.append(self.out(text[at:]))
        return result

    # --- replacing --------------------------------------------------------------------------------------
    def template(self, source: Any) -> Template:
        text = source if isinstance(source, str) else bytes(source).decode("latin-1")
        return Template(source, text, self.groups, self.groupindex)

    def expanded(self, template: Template, match: Match) -> str:
        if not template.groups:
            return template.literals[0]
        pieces = [template.literals[0]]
        for index in range(len(template.groups)):
            pieces.append(match.text_of(template.groups[index]))
            pieces.append(template.literals[index + 1])
        return "".join(pieces)

    def subn(self, repl: Any, string: Any, count: int = 0) -> tuple[Any, int]:
        """The text with matches replaced, and how many there were."""
        text = self.text(string)
        function: Callable[[Match], Any] | None = None
        template: Template | None = None
        if isinstance(repl, (str, bytes, bytearray)):
            template = self.template(repl)
        else:
            function = repl
        if count < 0:
            return self.out(text), 0
        result = LongText()
        at = 0
        made = 0
        for match in self._all(string, 0, len(text), count):
            made += 1
            result.append(text[at : match.start()])
            if template is not None:
                result.append(self.expanded(template, match))
            elif function is not None:
                piece = function(match)
                result.append(piece if isinstance(piece, str) else bytes(piece).decode("latin-1"))
            at = match.end()
        result.append(text[at:])
        return self.out(result.joined()), made

    def sub(self, repl: Any, string: Any, count: int = 0) -> Any:
        return self.subn(repl, string, count)[0]


_FLAG_NAMES = (
    (2, "IGNORECASE"),
    (4, "LOCALE"),
    (8, "MULTILINE"),
    (16, "DOTALL"),
    (64, "VERBOSE"),
    (128, "DEBUG"),
    (256, "ASCII"),
)
