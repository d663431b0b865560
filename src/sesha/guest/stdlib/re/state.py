"""Hold the state of a match, and ask the text about one position: what `machine.py` runs on."""

from mypy_extensions import i64

from sesha.guest.stdlib.re import nodes as n, program as p
from sesha.guest.stdlib.re.charset import is_word, same_ignoring_case
from sesha.guest.stdlib.re.program import Program

# Kinds of entries on the stack: the last of the three numbers is kind + 4 * something.
CHOICE = 0
UNDO = 1
FEWER = 2
MORE = 3


class MatchState:
    """One text, the slots of its groups, and the stack of what is to be done when the machine fails."""

    def __init__(self, program: Program, text: str, end: int) -> None:
        self.program = program
        self.text = text
        self.end = end
        self.slots: list[int] = [-1] * program.slots
        self.last_group = -1
        self.stack: list[int] = []
        self.whole = False
        self.start = 0
        self.must_advance = False
        self.start_again = 0
        """Where `backtrack` and `special` say that matching goes on."""

    def reset(self) -> None:
        self.stack.clear()
        self.last_group = -1
        slots = self.slots
        for index in range(len(slots)):
            slots[index] = -1

    def push(self, place: int, value: int, kind: int) -> None:
        """Note what is to be done when the machine fails."""
        stack = self.stack
        stack.append(place)
        stack.append(value)
        stack.append(kind)

    def set_slot(self, slot: int, value: int) -> None:
        """Change a slot so that failing changes it back."""
        self.push(slot, self.slots[slot], UNDO)
        self.slots[slot] = value

    def keep_only_undos(self, base: int) -> None:
        """Forget the choices above a height: what was found stays found."""
        stack = self.stack
        write = base
        for read in range(base, len(stack), 3):
            if stack[read + 2] == UNDO:
                stack[write] = stack[read]
                stack[write + 1] = stack[read + 1]
                stack[write + 2] = UNDO
                write += 3
        del stack[write:]

    def unwind(self, base: int) -> None:
        """Take back everything above a height."""
        stack = self.stack
        while len(stack) > base:
            kind = stack.pop()
            value = stack.pop()
            slot = stack.pop()
            if kind == UNDO:
                self.restore(slot, value)

    def restore(self, slot: int, value: int) -> None:
        if slot < 0:
            self.last_group = value
        else:
            self.slots[slot] = value

    def accepts(self, at: int, code: int) -> bool:
        """Whether the single-character operation at an index accepts a code point."""
        program = self.program
        operation = program.operations[at]
        if operation == p.CHAR:
            return code == program.first[at]
        if operation == p.ANY_BUT_NEWLINE:
            return code != 10
        if operation == p.SET:
            return program.sets[program.first[at]].accepts(code)
        if operation == p.CHAR_IGNORE:
            return same_ignoring_case(code, program.first[at], program.second[at] == 1)
        return True

    def count(self, at: int, position: int, most: int) -> int:
        """How many characters from a position on the operation at an index accepts, at most so many."""
        text = self.text
        stop = self.end
        if most < stop - position:
            stop = position + most
        program = self.program
        operation = program.operations[at]
        cursor: i64 = position
        if operation == p.CHAR:
            wanted = program.first[at]
            while cursor < stop and ord(text[cursor]) == wanted:
                cursor += 1
        elif operation == p.ANY:
            cursor = max(stop, position)
        elif operation == p.ANY_BUT_NEWLINE:
            newline = text.find("\n", position, stop) if stop > position else position
            cursor = max(stop, position) if newline < 0 else newline
        elif operation == p.SET:
            charset = program.sets[program.first[at]]
            table = charset.table
            while cursor < stop:
                code = ord(text[cursor])
                if code < 128:
                    if table[code] == 0:
                        break
                elif not charset.accepts(code):
                    break
                cursor += 1
        else:
            while cursor < stop and self.accepts(at, ord(text[cursor])):
                cursor += 1
        return cursor - position

    def boundary(self, position: int, ascii_only: bool) -> bool:
        text = self.text
        before = position > 0 and is_word(text[position - 1], ascii_only)
        after = position < self.end and is_word(text[position], ascii_only)
        return before != after

    def at(self, kind: int, position: int, ascii_only: bool) -> bool:
        """Whether the position is of that kind."""
        if kind == n.AT_BEGINNING:
            return position == 0
        if kind == n.AT_LINE_BEGINNING:
            return position == 0 or self.text[position - 1] == "\n"
        if kind == n.AT_END:
            return position == self.end or (position == self.end - 1 and self.text[position] == "\n")
        if kind == n.AT_LINE_END:
            return position == self.end or self.text[position] == "\n"
        if kind == n.AT_END_OF_TEXT:
            return position == self.end
        return self.boundary(position, ascii_only) == (kind == n.AT_BOUNDARY)

    def backreference(self, group: int, position: int, ignore_case: bool) -> int:
        """The position behind what a group matched; -1 if it does not stand here."""
        start = self.slots[2 * group]
        stop = self.slots[2 * group + 1]
        if start < 0 or stop < start:
            return -1
        end = position + stop - start
        if end > self.end:
            return -1
        wanted = self.text[start:stop]
        found = self.text[position:end]
        if wanted == found or (ignore_case and wanted.lower() == found.lower()):
            return end
        return -1
