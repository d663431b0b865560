"""What every match of a program begins with, to pass over the positions where none can begin.

The operations that can see the first character are followed through those that see none. The
answer may name more characters than can really begin a match, never fewer.
"""

from sesha.guest.stdlib.re import program as p
from sesha.guest.stdlib.re.charset import same_ignoring_case
from sesha.guest.stdlib.re.program import Program


def find_starts(program: Program) -> None:
    """Set the text that every match begins with, or else the characters that one can begin with."""
    program.prefix = _prefix(program)
    if not program.prefix:
        starts = _Starts(program)
        if starts.follow(0) and 0 in starts.table:
            program.starts = bytes(starts.table)


def _prefix(program: Program) -> str:
    letters: list[str] = []
    at = 0
    while program.operations[at] in (p.CHAR, p.SAVE):
        if program.operations[at] == p.CHAR:
            letters.append(chr(program.first[at]))
        at += 1
    return "".join(letters)


class _Starts:
    """The ASCII characters found so far, and the operations looked at."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.table = bytearray(128)
        self.seen: set[int] = set()

    def follow(self, pc: int) -> bool:
        """Add what can come first from an operation on; False if that may be nothing, or unknown."""
        if pc in self.seen:
            return True
        self.seen.add(pc)
        program = self.program
        operation = program.operations[pc]
        if p.CHAR <= operation <= p.SET:
            self.add(pc)
            return True
        if operation in (p.SAVE, p.AT, p.ATOMIC):
            return self.follow(pc + 1)
        if operation in (p.JUMP, p.LOOK):
            return self.follow(program.first[pc])
        if operation == p.SPLIT:
            return self.follow(program.first[pc]) and self.follow(program.second[pc])
        if operation == p.CONDITION:
            return self.follow(pc + 1) and self.follow(program.second[pc])
        if operation == p.LOOP_BEGIN:
            return self.loop(program.first[program.second[pc]])
        if operation == p.SINGLES:
            return self.loop(program.first[pc])
        # A round of a loop that may be empty, a reference, or the end.
        return False

    def loop(self, index: int) -> bool:
        loop = self.program.loops[index]
        return self.follow(loop.body) and (loop.low > 0 or self.follow(loop.next))

    def add(self, pc: int) -> None:
        """Add the characters that a single-character operation accepts."""
        program = self.program
        operation = program.operations[pc]
        wanted = program.first[pc]
        for code in range(128):
            if operation == p.CHAR:
                accepted = code == wanted
            elif operation == p.CHAR_IGNORE:
                accepted = same_ignoring_case(code, wanted, program.second[pc] == 1)
            elif operation == p.SET:
                accepted = program.sets[wanted].table[code] == 1
            else:
                accepted = operation == p.ANY or code != 10
            if accepted:
                self.table[code] = 1
