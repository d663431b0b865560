"""Turn the tree of a pattern into a program for the matching machine.

A program is three lists of the same length: operation and two operands. Sets stand in a list of
their own. Slots hold what changes while matching: the bounds of groups, and two for each counted
loop (how often, and where its last round began).
"""

from sesha.guest.stdlib.re import nodes as n
from sesha.guest.stdlib.re.charset import CharSet
from sesha.guest.stdlib.re.constants import ASCII, DOTALL, IGNORECASE
from sesha.guest.stdlib.re.nodes import Node

MATCH = 0
CHAR = 1
CHAR_IGNORE = 2
ANY = 3
ANY_BUT_NEWLINE = 4
SET = 5
JUMP = 6
SPLIT = 7
"""Go on at the first operand; if that fails, at the second."""
SAVE = 8
AT = 9
"""Operands: the kind, and whether words are ASCII."""
BACKREFERENCE = 10
"""Operands: the group, and whether case is ignored."""
LOOK = 11
"""Operands: where it goes on, and direction (width behind * 4 + 2) | negated."""
CONDITION = 12
ATOMIC = 13
LOOP_BEGIN = 14
"""Operands: the loop's slot, and where its LOOP stands."""
LOOP = 15
"""Operands: an index into `loops`."""
SINGLES = 16
"""Operands: an index into `loops`; the repeated operation stands right behind."""


class Loop:
    """A repetition: its bounds, its slot, where its body begins and where it goes on."""

    def __init__(self, index: int, low: int, high: int, mode: int, slot: int) -> None:
        self.index = index
        self.low = low
        self.high = high
        self.mode = mode
        self.slot = slot
        self.body = 0
        self.next = 0


class Program:
    """The program of one pattern."""

    def __init__(self, groups: int, is_bytes: bool) -> None:
        self.operations: list[int] = []
        self.first: list[int] = []
        self.second: list[int] = []
        self.sets: list[CharSet] = []
        self.loops: list[Loop] = []
        self.groups = groups
        self.slots = 2 * (groups + 1)
        self.is_bytes = is_bytes
        self.prefix = ""
        self.starts = b""
        """For each ASCII code, 1 if a match can begin with it; empty if that says nothing."""

    def emit(self, operation: int, first: int = 0, second: int = 0) -> int:
        """Append an operation; where it stands."""
        self.operations.append(operation)
        self.first.append(first)
        self.second.append(second)
        return len(self.operations) - 1

    def here(self) -> int:
        return len(self.operations)

    def build(self, tree: Node) -> None:
        """The whole program."""
        self.node(tree)
        self.emit(MATCH)

    # --- one node -----------------------------------------------------------------------------------
    def node(self, node: Node) -> None:
        kind = node.kind
        if kind == n.LITERAL:
            self.literal(node)
        elif kind == n.ANY:
            self.emit(ANY if node.flags & DOTALL else ANY_BUT_NEWLINE)
        elif kind == n.SET:
            if node.charset is not None:
                self.sets.append(node.charset)
            self.emit(SET, len(self.sets) - 1)
        elif kind == n.SEQUENCE:
            for item in node.items:
                self.node(item)
        elif kind == n.BRANCH:
            self.branch(node)
        elif kind == n.GROUP:
            self.emit(SAVE, 2 * node.value)
            self.node(node.items[0])
            self.emit(SAVE, 2 * node.value + 1)
        elif kind == n.REPEAT:
            self.repeat(node)
        elif kind == n.LOOK:
            self.look(node)
        elif kind == n.AT:
            self.emit(AT, node.value, 1 if self.is_bytes or node.flags & ASCII else 0)
        elif kind == n.BACKREFERENCE:
            self.emit(BACKREFERENCE, node.value, 1 if node.flags & IGNORECASE else 0)
        elif kind == n.CONDITION:
            self.condition(node)
        else:
            at = self.emit(ATOMIC)
            self.node(node.items[0])
            self.emit(MATCH)
            self.first[at] = self.here()

    def literal(self, node: Node) -> None:
        code = node.value
        if node.flags & IGNORECASE:
            character = chr(code)
            ascii_only = self.is_bytes or node.flags & ASCII != 0
            has_case = character.lower() != character.upper()
            if has_case and (code < 128 or not ascii_only):
                lower = character.lower()
                self.emit(CHAR_IGNORE, ord(lower) if len(lower) == 1 else code, 1 if ascii_only else 0)
                return
        self.emit(CHAR, code)

    def branch(self, node: Node) -> None:
        """The choices, behind the characters that all of them begin with."""
        shared = _shared_literals(node.items)
        for literal in node.items[0].items[:shared]:
            self.literal(literal)
        ends: list[int] = []
        for index in range(len(node.items)):
            if index + 1 < len(node.items):
                split = self.emit(SPLIT, self.here() + 1)
                self.choice(node.items[index], shared)
                ends.append(self.emit(JUMP))
                self.second[split] = self.here()
            else:
                self.choice(node.items[index], shared)
        for end in ends:
            self.first[end] = self.here()

    def choice(self, node: Node, begin: int) -> None:
        if node.kind == n.SEQUENCE:
            for item in node.items[begin:]:
                self.node(item)
        else:
            self.node(node)

    def condition(self, node: Node) -> None:
        at = self.emit(CONDITION, node.value)
        self.node(node.items[0])
        end = self.emit(JUMP)
        self.second[at] = self.here()
        self.node(node.items[1])
        self.first[end] = self.here()

    def look(self, node: Node) -> None:
        how = node.low
        if node.value < 0:
            how += 2 + node.high * 4
        at = self.emit(LOOK, 0, how)
        self.node(node.items[0])
        self.emit(MATCH)
        self.first[at] = self.here()

    def repeat(self, node: Node) -> None:
        body = node.items[0]
        while body.kind == n.SEQUENCE and len(body.items) == 1:
            body = body.items[0]
        if node.high == 0:
            return
        if node.low == 1 and node.high == 1:
            self.node(body)
            return
        if node.value == n.POSSESSIVE and not body.is_single():
            at = self.emit(ATOMIC)
            self.loop(body, node.low, node.high, n.GREEDY)
            self.emit(MATCH)
            self.first[at] = self.here()
            return
        if body.is_single():
            loop = Loop(len(self.loops), node.low, node.high, node.value, -1)
            self.loops.append(loop)
            self.emit(SINGLES, loop.index)
            loop.body = self.here()
            self.node(body)
            loop.next = self.here()
            return
        self.loop(body, node.low, node.high, node.value)

    def loop(self, body: Node, low: int, high: int, mode: int) -> None:
        """A repetition of anything: its body, then the LOOP that decides."""
        loop = Loop(len(self.loops), low, high, mode, self.slots)
        self.slots += 2
        self.loops.append(loop)
        begin = self.emit(LOOP_BEGIN, loop.slot)
        loop.body = self.here()
        self.node(body)
        self.second[begin] = self.emit(LOOP, loop.index)
        loop.next = self.here()


def _shared_literals(choices: list[Node]) -> int:
    """How many literals, the same ones, all of the sequences begin with."""
    count = 0
    while _literal_at(choices[0], count) is not None:
        wanted = choices[0].items[count]
        for choice in choices:
            found = _literal_at(choice, count)
            if found is None or found.value != wanted.value or found.flags != wanted.flags:
                return count
        count += 1
    return count


def _literal_at(choice: Node, index: int) -> Node | None:
    if choice.kind != n.SEQUENCE or index >= len(choice.items) or choice.items[index].kind != n.LITERAL:
        return None
    return choice.items[index]
