"""The parsed form of a regular expression: a tree of nodes of a few kinds."""

from sesha.guest.stdlib.re.charset import CharSet
from sesha.guest.stdlib.re.constants import UNLIMITED, PatternError

LITERAL = 0
"""value: the code point; flags say whether case counts."""
ANY = 1
SET = 2
SEQUENCE = 3
BRANCH = 4
GROUP = 5
"""value: the group's number; items: its body."""
REPEAT = 6
"""low, high, value: one of GREEDY, LAZY, POSSESSIVE; items: what is repeated."""
LOOK = 7
"""value: 1 ahead, -1 behind; low: 1 when negated."""
AT = 8
"""value: one of the AT_ constants."""
BACKREFERENCE = 9
CONDITION = 10
"""value: a group; items: what follows if it matched, and if not."""
ATOMIC = 11

GREEDY = 0
LAZY = 1
POSSESSIVE = 2

AT_BEGINNING = 0
AT_LINE_BEGINNING = 1
AT_END = 2
AT_LINE_END = 3
AT_END_OF_TEXT = 4
AT_BOUNDARY = 5
AT_NO_BOUNDARY = 6


class Node:
    """One piece of a pattern."""

    def __init__(self, kind: int, value: int, flags: int) -> None:
        self.kind = kind
        self.value = value
        self.flags = flags
        self.low = 0
        self.high = 0
        self.items: list[Node] = []
        self.charset: CharSet | None = None

    def is_single(self) -> bool:
        """Whether it always matches exactly one character."""
        return self.kind <= SET


class Widths:
    """How many characters nodes can match; group widths are needed for references to them."""

    def __init__(self) -> None:
        self.groups: dict[int, tuple[int, int]] = {}

    def of(self, node: Node) -> tuple[int, int]:
        """The fewest and the most characters."""
        kind = node.kind
        if kind <= SET:
            return 1, 1
        if kind == SEQUENCE:
            return self._of_sequence(node.items)
        if kind == BRANCH:
            return self._of_choices(node.items)
        if kind == GROUP:
            width = self.of(node.items[0])
            self.groups[node.value] = width
            return width
        if kind == ATOMIC:
            return self.of(node.items[0])
        if kind == REPEAT:
            low, high = self.of(node.items[0])
            return min(low * node.low, UNLIMITED), min(high * node.high, UNLIMITED)
        if kind == BACKREFERENCE:
            return self.groups.get(node.value, (0, UNLIMITED))
        if kind == CONDITION:
            return self._of_choices(node.items)
        return 0, 0

    def _of_sequence(self, items: list[Node]) -> tuple[int, int]:
        low = 0
        high = 0
        for item in items:
            fewest, most = self.of(item)
            low += fewest
            high += most
        return min(low, UNLIMITED), min(high, UNLIMITED)

    def _of_choices(self, items: list[Node]) -> tuple[int, int]:
        low, high = self.of(items[0])
        for item in items[1:]:
            fewest, most = self.of(item)
            low = min(low, fewest)
            high = max(high, most)
        return low, high


def fixed_width(node: Node, widths: Widths) -> int:
    """The width of what a look-behind looks for."""
    low, high = widths.of(node)
    if low != high:
        raise PatternError("look-behind requires fixed-width pattern")
    if low >= UNLIMITED:
        raise PatternError("looks too much behind")
    return low
