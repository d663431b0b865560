"""Run the program of a pattern over a text: backtracking with a stack of its own.

The stack holds, in threes, what is to be done when the machine fails: go on elsewhere (a choice),
give a slot its old value back (an undo), or try one character less or more (singles). Only
look-around and atomic groups call `run` again; their depth is that of the pattern.
"""

from mypy_extensions import i64

from sesha.guest.stdlib.re import nodes as n, program as p
from sesha.guest.stdlib.re.program import Loop
from sesha.guest.stdlib.re.state import CHOICE, FEWER, MORE, UNDO, MatchState


class Machine(MatchState):
    """Runs the program over the text."""

    # --- finding ------------------------------------------------------------------------------------

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

    # --- single characters ------------------------------------------------------------------------------

    def singles(self, loop: Loop, position: int) -> int:
        """Repeat a single character; the position behind it, or -1."""
        most = loop.low if loop.mode == n.LAZY else loop.high
        count = self.count(loop.body, position, most)
        if count < loop.low:
            return -1
        end = position + count
        if loop.mode == n.GREEDY and count > loop.low:
            self.push(loop.next, end, FEWER + 4 * (position + loop.low))
        elif loop.mode == n.LAZY and loop.high > loop.low:
            self.push(loop.index, end, MORE + 4 * position)
        return end

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

    def save(self, slot: int, position: int) -> None:
        """Note where a group begins (an even slot) or ends."""
        self.set_slot(slot, position)
        if slot & 1:
            self.push(-1, self.last_group, UNDO)
            self.last_group = slot >> 1

    def loop(self, loop: Loop, position: int) -> int:
        """Decide at the end of a round: where the program goes on, or -1 to fail."""
        slot = loop.slot
        count = self.slots[slot] + 1
        last = self.slots[slot + 1]
        if count < loop.low:  # a round that must be does not count as one that moved nowhere
            self.set_slot(slot, count)
            return loop.body
        may_repeat = count < loop.high and position != last
        if loop.mode == n.LAZY:
            if may_repeat:
                # When the rest fails, one more round: the choice enters the loop's body again.
                self.push(~loop.index, position, CHOICE + 4 * count)
            return loop.next
        if not may_repeat:
            return loop.next
        self.push(loop.next, position, CHOICE)
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
            failed = False  # where it fails, what it did to pc and position does not matter
            if operation == p.CHAR:
                failed = position >= end or ord(text[position]) != first[pc]
                position += 1
                pc += 1
            elif operation == p.SET:
                failed = position >= end or not sets[first[pc]].accepts(ord(text[position]))
                position += 1
                pc += 1
            elif operation < p.SET and operation > p.MATCH:
                failed = position >= end or not self.accepts(pc, ord(text[position]))
                position += 1
                pc += 1
            elif operation == p.SINGLES:
                loop = program.loops[first[pc]]
                position = self.singles(loop, position)
                pc = loop.next
                failed = position < 0
            elif operation == p.SAVE:
                self.save(first[pc], position)
                pc += 1
            elif operation == p.SPLIT:
                other = second[pc]
                pc = first[pc]
                if operations[pc] == p.CHAR and (position >= end or ord(text[position]) != first[pc]):
                    pc = other
                else:
                    self.push(other, position, CHOICE)
            elif operation == p.JUMP:
                pc = first[pc]
            elif operation == p.LOOP:
                pc = self.loop(program.loops[first[pc]], position)
                failed = pc < 0
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
            else:
                pc = self.special(operation, pc, position)
                position = self.start_again
                failed = pc < 0
            if failed:
                pc = self.backtrack(base)
                if pc < 0:
                    return -1
                position = self.start_again

    def special(self, operation: int, pc: int, position: int) -> int:
        """The rarer operations: the operation to go on with (-1 where they fail), at `start_again`."""
        program = self.program
        first = program.first[pc]
        self.start_again = position
        if operation == p.LOOP_BEGIN:
            self.set_slot(first, -1)
            self.set_slot(first + 1, -1)
            return program.second[pc]
        if operation == p.BACKREFERENCE:
            self.start_again = self.backreference(first, position, program.second[pc] == 1)
            return pc + 1 if self.start_again >= 0 else -1
        if operation == p.LOOK:
            return first if self.look(pc, position) else -1
        if operation == p.CONDITION:
            return pc + 1 if self.slots[2 * first + 1] >= 0 else program.second[pc]
        height = len(self.stack)
        self.start_again = self.run(pc + 1, position, False)
        if self.start_again < 0:
            return -1
        self.keep_only_undos(height)
        return first

    def backtrack(self, base: int) -> int:
        """Go back to the last choice above a height: the operation to go on with, or -1."""
        stack = self.stack
        while len(stack) > base:
            kind = stack.pop()
            value = stack.pop()
            place = stack.pop()
            what = kind & 3
            if what == UNDO:
                self.restore(place, value)
            elif what == CHOICE:
                self.start_again = value
                if place >= 0:
                    return place
                loop = self.program.loops[~place]
                self.set_slot(loop.slot, kind >> 2)
                self.set_slot(loop.slot + 1, value)
                return loop.body
            elif what == FEWER:
                value = self.fewer(place, kind >> 2, value - 1)
                if value < 0:
                    continue
                if value > kind >> 2:
                    self.push(place, value, kind)
                self.start_again = value
                return place
            else:
                loop = self.program.loops[place]
                if value < self.end and self.accepts(loop.body, ord(self.text[value])):
                    value += 1
                    if value - (kind >> 2) < loop.high:
                        self.push(place, value, kind)
                    self.start_again = value
                    return loop.next
        return -1
