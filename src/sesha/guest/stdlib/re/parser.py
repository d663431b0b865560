"""Read a regular expression: recursive descent over the pattern, one method per construct.

Messages and positions of errors are those of CPython. Flags hold from the place where they are
set to the end of their group.
"""

from sesha.guest.stdlib.re import nodes as n
from sesha.guest.stdlib.re.constants import (
    ASCII,
    DOTALL,
    IGNORECASE,
    LOCALE,
    MULTILINE,
    UNICODE,
    UNLIMITED,
    VERBOSE,
    PatternError,
)
from sesha.guest.stdlib.re.escapes import PatternReader
from sesha.guest.stdlib.re.nodes import Node

_FLAGS = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "u": UNICODE, "x": VERBOSE, "a": ASCII}
_TYPE_FLAGS = ASCII | LOCALE | UNICODE
_REPEATERS = "*+?{"
_SPACE = " \t\n\r\v\f"


class Parser(PatternReader):
    """One method per construct, from the whole pattern down to a single item."""

    def whole(self) -> Node:
        """The tree of the whole pattern."""
        node = self.alternatives(self.flags, True)
        if self.at < len(self.pattern):
            raise self.error("unbalanced parenthesis", self.at)
        for group, position in self.pending_conditions:
            if group > self.groups:
                raise self.error(f"invalid group reference {group}", position)
        return node

    # --- alternatives and sequences -----------------------------------------------------------------
    def alternatives(self, flags: int, outermost: bool) -> Node:
        """Sequences with bars between them, up to a closing parenthesis or the end."""
        first = self.sequence(flags, outermost)
        if self.peek() != "|":
            return first
        branch = Node(n.BRANCH, 0, flags)
        branch.items.append(first)
        while self.take("|"):
            branch.items.append(self.sequence(flags if not outermost else flags | self.flags, False))
        return branch

    def skip_comments(self) -> None:
        """Under VERBOSE, white space and comments mean nothing."""
        while self.at < len(self.pattern):
            if self.pattern[self.at] in _SPACE:
                self.at += 1
            elif self.pattern[self.at] == "#":
                end = self.pattern.find("\n", self.at)
                self.at = len(self.pattern) if end < 0 else end + 1
            else:
                return

    def sequence(self, flags: int, outermost: bool) -> Node:
        result = Node(n.SEQUENCE, 0, flags)
        start = self.at
        while self.at < len(self.pattern):
            if flags & VERBOSE:
                self.skip_comments()
                if self.at >= len(self.pattern):
                    break
            character = self.pattern[self.at]
            if character == "|" or character == ")":
                break
            if character in _REPEATERS and self.repeat_item(result, flags):
                continue
            if character == "(" and self.pattern.startswith("(?", self.at):
                changed = self.global_flags(outermost and self.at == start)
                if changed >= 0:
                    flags |= changed
                    start = self.at
                    continue
            item = self.item(flags)
            if item is not None:
                result.items.append(item)
        return result

    def global_flags(self, at_start: bool) -> int:
        """(?flags) without a body, which only the beginning of a pattern may have; -1 for anything
        else."""
        begin = self.at
        at = begin + 2
        while at < len(self.pattern) and self.pattern[at] in _FLAGS:
            at += 1
        if at == begin + 2 or not self.pattern.startswith(")", at):
            return -1
        if not at_start:
            raise self.error("global flags not at the start of the expression", begin)
        self.at = begin + 2
        found = 0
        for letter in self.pattern[self.at : at]:
            found |= self.checked_flag(letter)
        self.at = at + 1
        self.flags |= found
        return found

    def checked_flag(self, letter: str) -> int:
        self.at += 1
        if self.is_bytes and letter == "u":
            raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at)
        if not self.is_bytes and letter == "L":
            raise self.error("bad inline flags: cannot use 'L' flag with a str pattern", self.at)
        return _FLAGS[letter]

    # --- repetition -----------------------------------------------------------------------------------
    def repeat_item(self, sequence: Node, flags: int) -> bool:
        """Let the last item of the sequence be repeated; False if the brace is an ordinary one."""
        begin = self.at
        character = self.pattern[begin]
        self.at += 1
        low = 0
        high = UNLIMITED
        if character == "+":
            low = 1
        elif character == "?":
            high = 1
        elif character == "{":
            bounds = self.bounds(begin)
            if bounds is None:
                self.at = begin
                return False
            low, high = bounds
        if not sequence.items or sequence.items[-1].kind == n.AT:
            length = self.at - begin
            raise self.error("nothing to repeat", self.at - length)
        last = sequence.items.pop()
        if last.kind == n.REPEAT:
            raise self.error("multiple repeat", begin)
        mode = n.LAZY if self.take("?") else n.POSSESSIVE if self.take("+") else n.GREEDY
        node = Node(n.REPEAT, mode, flags)
        node.low = low
        node.high = high
        node.items.append(last)
        sequence.items.append(node)
        return True

    def bounds(self, begin: int) -> tuple[int, int] | None:
        """The numbers in {m,n} and its kin; None when there are none."""
        if self.peek() == "}":
            return None
        low_text = self.digits()
        high_text = self.digits() if self.take(",") else low_text
        has_comma = self.pattern[self.at - len(high_text) - 1 : self.at - len(high_text)] == ","
        if not self.take("}"):
            return None
        if not has_comma and not low_text:
            return None
        low = int(low_text) if low_text else 0
        high = int(high_text) if high_text else UNLIMITED
        if high < low:
            raise self.error("min repeat greater than max repeat", begin + 1)
        return low, high

    # --- single items -----------------------------------------------------------------------------------
    def item(self, flags: int) -> Node | None:
        begin = self.at
        character = self.pattern[begin]
        self.at += 1
        if character == "\\":
            return self.escape(flags)
        if character == ".":
            return Node(n.ANY, 0, flags)
        if character == "^":
            kind = n.AT_LINE_BEGINNING if flags & MULTILINE else n.AT_BEGINNING
            return Node(n.AT, kind, flags)
        if character == "$":
            return Node(n.AT, n.AT_LINE_END if flags & MULTILINE else n.AT_END, flags)
        if character == "[":
            return self.char_class(flags)
        if character == "(":
            return self.parenthesis(flags, begin)
        return Node(n.LITERAL, ord(character), flags)

    # --- parentheses ------------------------------------------------------------------------------------
    def body(self, flags: int, begin: int) -> Node:
        """What stands in parentheses, and the closing one."""
        node = self.alternatives(flags, False)
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", begin)
        return node

    def parenthesis(self, flags: int, begin: int) -> Node | None:
        if not self.take("?"):
            return self.capture("", flags, begin)
        kind = self.peek()
        if not kind:
            raise self.error("unexpected end of pattern", self.at)
        self.at += 1
        if kind == "P":
            return self.python_extension(flags, begin)
        if kind == ":":
            return self.body(flags, begin)
        if kind == "#":
            end = self.pattern.find(")", self.at)
            if end < 0:
                raise self.error("missing ), unterminated comment", begin)
            self.at = end + 1
            return None
        if kind == "=" or kind == "!":
            return self.look(1, kind, flags, begin)
        if kind == "<":
            direction = self.peek()
            if not direction:
                raise self.error("unexpected end of pattern", self.at)
            if direction not in "=!":
                raise self.unknown_extension(begin, self.at)
            self.at += 1
            return self.look(-1, direction, flags, begin)
        if kind == "(":
            return self.condition(flags, begin)
        if kind == ">":
            node = Node(n.ATOMIC, 0, flags)
            node.items.append(self.body(flags, begin))
            return node
        if kind in _FLAGS or kind == "-":
            self.at -= 1
            return self.body(self.local_flags(flags, begin), begin)
        raise self.unknown_extension(begin, self.at - 1)

    def capture(self, name: str, flags: int, begin: int) -> Node:
        """A group with a number and perhaps a name."""
        self.groups += 1
        number = self.groups
        if name:
            if name in self.names:
                raise self.error(
                    f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}",
                    begin + 4,
                )
            self.names[name] = number
        self.open_groups.append(number)
        node = Node(n.GROUP, number, flags)
        node.items.append(self.body(flags, begin))
        self.open_groups.remove(number)
        self.widths.of(node)
        return node

    def name(self, end: str, begin: int) -> str:
        """A group's name up to its closing character."""
        start = self.at
        at = self.pattern.find(end, start)
        if self.at >= len(self.pattern):
            raise self.error("missing group name", start)
        if at < 0:
            raise self.error(f"missing {end}, unterminated name", start)
        name = self.pattern[start:at]
        if not name:
            raise self.error("missing group name", start)
        self.at = at + 1
        return name

    def check_name(self, name: str, start: int) -> None:
        if not name.isidentifier() or (self.is_bytes and not name.isascii()):
            raise self.error(f"bad character in group name {name!r}", start)

    def unknown_extension(self, begin: int, at: int) -> PatternError:
        """The error of `(?` with something unknown at a place; a backslash goes with what follows it."""
        end = at + 2 if self.pattern[at] == "\\" else at + 1
        return self.error(f"unknown extension {self.pattern[begin + 1 : end]}", begin + 1)

    def python_extension(self, flags: int, begin: int) -> Node:
        """(?P<name>...) and (?P=name)."""
        kind = self.peek()
        if not kind:
            raise self.error("unexpected end of pattern", self.at)
        self.at += 1
        start = self.at
        if kind == "<":
            name = self.name(">", begin)
            self.check_name(name, start)
            return self.capture(name, flags, begin)
        if kind == "=":
            name = self.name(")", begin)
            self.check_name(name, start)
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", start)
            return self.reference(self.names[name], start, start, flags)
        raise self.unknown_extension(begin, self.at - 1)

    def look(self, direction: int, sign: str, flags: int, begin: int) -> Node:
        kept = self.lookbehind_groups
        if direction < 0 and kept is None:
            self.lookbehind_groups = self.groups
        node = Node(n.LOOK, direction, flags)
        node.low = 1 if sign == "!" else 0
        node.items.append(self.body(flags, begin))
        if direction < 0:
            node.high = n.fixed_width(node.items[0], self.widths)
        self.lookbehind_groups = kept
        return node

    def condition(self, flags: int, begin: int) -> Node:
        """(?(group)yes|no)."""
        start = self.at
        name = self.name(")", begin)
        if name.isdecimal() and name.isascii():
            group = int(name)
            if not group:
                raise self.error("bad group number", start)
            self.pending_conditions.append((group, start))
        else:
            self.check_name(name, start)
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", start)
            group = self.names[name]
        if self.lookbehind_groups is not None and group > self.lookbehind_groups:
            raise self.error("cannot refer to group defined in the same lookbehind subpattern", start)
        node = Node(n.CONDITION, group, flags)
        node.items.append(self.sequence(flags, False))
        if self.take("|"):
            node.items.append(self.sequence(flags, False))
            if self.peek() == "|":
                raise self.error("conditional backref with more than two branches", self.at)
        else:
            node.items.append(Node(n.SEQUENCE, 0, flags))
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", begin)
        return node

    def local_flags(self, flags: int, begin: int) -> int:
        """(?flags-flags: up to the colon; the flags that hold inside."""
        added = 0
        while self.peek() in _FLAGS and self.peek():
            found = self.checked_flag(self.peek())
            if found & _TYPE_FLAGS and added & _TYPE_FLAGS and not added & found:
                raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at)
            added |= found
        removed = 0
        if self.take("-"):
            if not self.peek():
                raise self.error("missing flag", self.at)
            if self.peek() not in _FLAGS:
                message = "unknown flag" if self.peek().isalpha() else "missing flag"
                raise self.error(message, self.at)
            while self.peek() and self.peek() in _FLAGS:
                found = self.checked_flag(self.peek())
                if found & _TYPE_FLAGS:
                    raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
                removed |= found
        if not self.take(":"):
            if not self.peek():
                raise self.error("missing -, : or )" if not removed else "missing :", self.at)
            if self.peek().isalpha():
                raise self.error("unknown flag", self.at)
            raise self.error("missing :" if removed else "missing -, : or )", self.at)
        if added & removed:
            raise self.error("bad inline flags: flag turned on and off", self.at - 1)
        if added & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        return (flags | added) & ~removed
