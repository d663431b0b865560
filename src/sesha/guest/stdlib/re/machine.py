"""Run the program of a pattern over a text: backtracking with a stack of its own.

The stack holds, in threes, what is to be done when the machine fails: go on elsewhere (a choice),
give a slot its old value back (an undo), or try one character less or more (singles). Only
look-around and atomic groups call `run` again; their depth is that of the pattern.
"""

from mypy_extensions import i64

from sesha.guest.stdlib.re import nodes as n, program as p
from sesha.guest.stdlib.re.charset import is_word, same_ignoring_case
from sesha.guest.stdlib.re.program import Loop, Program

# Kinds of entries on the stack: the last of the three numbers is kind + 4 * something.
_CHOICE = 0
_UNDO = 1
_FEWER = 2
_MORE = 3


class Machine:
    """One text, and the state of matching it."""

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

    # --- finding ------------------------------------------------------------------------------------
    def reset(self) -> None:
        self.stack.clear()
        self.last_group = -1
        slots = self.slots
        for index in range(len(slots)):
            slots[index] = -1

    def match_at(self, start: int) -> int:
        """Match from a position on; where the match ends, or -1 (then all is as it was)."""
        self.start = start
        end = self.run(0, start, True)
        if end >= 0:
            self.slots[0] = start
            self.slots[1] = end
        return end

    def search(self, start: int) -> int:
        """Find the first match at or behind a position; where it begins, or -1."""
        self.reset()
        while True:
            found = self.candidate(start)
            if found < 0:
                return -1
            if found > start:
                self.must_advance = False
            if self.match_at(found) >= 0:
                return found
            self.must_advance = False
            start = found + 1

    def candidate(self, start: int) -> int:
        """The first position, from one on, where a match can begin; or -1."""
        program = self.program
        text = self.text
        end = self.end
        if program.prefix:
            return text.find(program.prefix, start, end)
        starts = program.starts
        if not starts:
            return start if start <= end else -1
        cursor: i64 = start
        stop: i64 = end
        while cursor < stop:
            code = ord(text[cursor])
            if code > 127 or starts[code] == 1:
                return int(cursor)
            cursor += 1
        return -1

    # --- slots and failure ----------------------------------------------------------------------------
    def set_slot(self, slot: int, value: int) -> None:
        """Change a slot so that failing changes it back."""
        stack = self.stack
        stack.append(slot)
        stack.append(self.slots[slot])
        stack.append(_UNDO)
        self.slots[slot] = value

    def keep_only_undos(self, base: int) -> None:
        """Forget the choices above a height: what was found stays found."""
        stack = self.stack
        write = base
        for read in range(base, len(stack), 3):
            if stack[read + 2] == _UNDO:
                stack[write] = stack[read]
                stack[write + 1] = stack[read + 1]
                stack[write + 2] = _UNDO
                write += 3
        del stack[write:]

    def unwind(self, base: int) -> None:
        """Take back everything above a height."""
        stack = self.stack
        while len(stack) > base:
            kind = stack.pop()
            value = stack.pop()
            slot = stack.pop()
            if kind == _UNDO:
                self.restore(slot, value)

    def restore(self, slot: int, value: int) -> None:
        if slot < 0:
            self.last_group = value
        else:
            self.slots[slot] = value

    # --- single characters ------------------------------------------------------------------------------
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

    def singles(self, loop: Loop, position: int) -> int:
        """Repeat a single character; the position behind it, or -1."""
        most = loop.low if loop.mode == n.LAZY else loop.high
        count = self.count(loop.body, position, most)
        if count < loop.low:
            return -1
        end = position + count
        stack = self.stack
        if loop.mode == n.GREEDY and count > loop.low:
            stack.append(loop.next)
            stack.append(end)
            stack.append(_FEWER + 4 * (position + loop.low))
        elif loop.mode == n.LAZY and loop.high > loop.low:
            stack.append(loop.index)
            stack.append(end)
            stack.append(_MORE + 4 * position)
        return end

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

    def look(self, pc: int, position: int) -> bool:
        """Run a look-around; whether it says yes."""
        how = self.program.second[pc]
        start = position
        if how & 2:
            start -= how >> 2
            if start < 0:
                return how & 1 == 1
        base = len(self.stack)
        found = self.run(pc + 1, start, False) >= 0
        if how & 1:
            self.unwind(base)
            return not found
        self.keep_only_undos(base)
        return found

    def loop(self, loop: Loop, position: int) -> int:
        """Decide at the end of a round: where the program goes on, or -1 to fail."""
        slot = loop.slot
        count = self.slots[slot] + 1
        last = self.slots[slot + 1]
        if count < loop.low:
            self.set_slot(slot, count)
            self.set_slot(slot + 1, position)
            return loop.body
        may_repeat = count < loop.high and position != last
        if loop.mode == n.LAZY:
            if may_repeat:
                # When the rest fails, one more round: the choice enters the loop's body again.
                self.stack.append(~loop.index)
                self.stack.append(position)
                self.stack.append(_CHOICE + 4 * count)
            return loop.next
        if not may_repeat:
            return loop.next
        self.stack.append(loop.next)
        self.stack.append(position)
        self.stack.append(_CHOICE)
        self.set_slot(slot, count)
        self.set_slot(slot + 1, position)
        return loop.body

    def fewer(self, place: int, least: int, most: int) -> int:
        """The last position between two where the operation at a place is worth a try; or -1."""
        program = self.program
        if program.operations[place] == p.CHAR:
            return self.text.rfind(chr(program.first[place]), least, most + 1)
        return most

    # --- the machine ------------------------------------------------------------------------------------
    def run(self, begin: int, start: int, outermost: bool) -> int:
        """Run from an operation and a position; where the match ends, or -1."""
        pc: i64 = begin
        position: i64 = start
        program = self.program
        operations = program.operations
        first = program.first
        second = program.second
        sets = program.sets
        stack = self.stack
        text = self.text
        end: i64 = self.end
        base = len(stack)
        while True:
            operation: i64 = operations[pc]
            failed = False
            if operation == p.CHAR:
                if position < end and ord(text[position]) == first[pc]:
                    position += 1
                    pc += 1
                else:
                    failed = True
            elif operation == p.SET:
                if position < end and sets[first[pc]].accepts(ord(text[position])):
                    position += 1
                    pc += 1
                else:
                    failed = True
            elif operation < p.SET and operation > p.MATCH:
                if position < end and self.accepts(pc, ord(text[position])):
                    position += 1
                    pc += 1
                else:
                    failed = True
            elif operation == p.SINGLES:
                loop = program.loops[first[pc]]
                position = self.singles(loop, position)
                pc = loop.next
                failed = position < 0
            elif operation == p.SAVE:
                slot = first[pc]
                self.set_slot(slot, position)
                if slot & 1:
                    stack.append(-1)
                    stack.append(self.last_group)
                    stack.append(_UNDO)
                    self.last_group = slot >> 1
                pc += 1
            elif operation == p.SPLIT:
                other = second[pc]
                pc = first[pc]
                if operations[pc] == p.CHAR and (position >= end or ord(text[position]) != first[pc]):
                    pc = other
                else:
                    stack.append(other)
                    stack.append(position)
                    stack.append(_CHOICE)
            elif operation == p.JUMP:
                pc = first[pc]
            elif operation == p.LOOP:
                pc = self.loop(program.loops[first[pc]], position)
                failed = pc < 0
            elif operation == p.LOOP_BEGIN:
                self.set_slot(first[pc], -1)
                self.set_slot(first[pc] + 1, -1)
                pc = second[pc]
            elif operation == p.AT:
                failed = not self.at(first[pc], position, second[pc] == 1)
                pc += 1
            elif operation == p.MATCH:
                refused = outermost and (
                    (self.whole and position != end) or (self.must_advance and position == self.start)
                )
                if not refused:
                    return int(position)
                failed = True
            elif operation == p.BACKREFERENCE:
                position = self.backreference(first[pc], position, second[pc] == 1)
                pc += 1
                failed = position < 0
            elif operation == p.LOOK:
                failed = not self.look(pc, position)
                pc = first[pc]
            elif operation == p.CONDITION:
                pc = pc + 1 if self.slots[2 * first[pc] + 1] >= 0 else second[pc]
            else:
                height = len(stack)
                position = self.run(pc + 1, position, False)
                pc = first[pc]
                failed = position < 0
                if not failed:
                    self.keep_only_undos(height)
            if failed:
                pc = self.backtrack(base)
                if pc < 0:
                    return -1
                position = self.start_again

    start_again: int = 0
    """Where `backtrack` says that matching goes on."""

    def backtrack(self, base: int) -> int:
        """Go back to the last choice above a height: the operation to go on with, or -1."""
        stack = self.stack
        while len(stack) > base:
            kind = stack.pop()
            value = stack.pop()
            place = stack.pop()
            what = kind & 3
            if what == _UNDO:
                self.restore(place, value)
            elif what == _CHOICE:
                self.start_again = value
                if place >= 0:
                    return place
                loop = self.program.loops[~place]
                self.set_slot(loop.slot, kind >> 2)
                self.set_slot(loop.slot + 1, value)
                return loop.body
            elif what == _FEWER:
                value = self.fewer(place, kind >> 2, value - 1)
                if value < 0:
                    continue
                if value > kind >> 2:
                    stack.append(place)
                    stack.append(value)
                    stack.append(kind)
                self.start_again = value
                return place
            else:
                loop = self.program.loops[place]
                if value < self.end and self.accepts(loop.body, ord(self.text[value])):
                    value += 1
                    if value - (kind >> 2) < loop.high:
                        stack.append(place)
                        stack.append(value)
                        stack.append(kind)
                    self.start_again = value
                    return loop.next
        return -1
