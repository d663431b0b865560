"""Wrap, fill and indent text, as the module `textwrap` of images.

A text is cut into chunks, words and the white space between them, and the chunks are put into
lines. CPython cuts with a regular expression; `_chunk_end` finds the same ends step by step.
"""

from collections.abc import Callable

_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()


def _is_word(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_")


def _ends_word(text: str, at: int) -> bool:
    """Whether a dash after the character before `at` may begin a dash between words."""
    before = text[at - 1]
    return before.isalnum() or before in "_!\"'&.,?"


def _dashes_before_word(text: str, at: int) -> int:
    """The end of two or more dashes that a word follows; `at` if there are none."""
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    return end if end - at >= 2 and _is_word(text, end) else at


def _breaks_at_hyphen(text: str, at: int) -> bool:
    """Whether a line may break behind the hyphen: between at least two letters on both sides."""
    left = _is_letter(text, at - 1) and (
        _is_letter(text, at - 2) or (at >= 2 and text[at - 2] == "-" and _is_letter(text, at - 3))
    )
    if not left or not _is_letter(text, at + 1):
        return False
    if text.startswith("-", at + 2):
        return _is_letter(text, at + 3)
    return _is_letter(text, at + 2)


def _chunk_end(text: str, start: int) -> int:
    """Where the chunk that starts there ends."""
    length = len(text)
    end = start + 1
    if text[start] in _WHITESPACE:
        while end < length and text[end] in _WHITESPACE:
            end += 1
        return end
    if start > 0 and text[start] == "-" and _ends_word(text, start):
        dashes = _dashes_before_word(text, start)
        if dashes > start:
            return dashes
    while end < length and text[end] not in _WHITESPACE:
        if text[end] == "-":
            if _breaks_at_hyphen(text, end):
                return end + 1
            if _ends_word(text, end) and _dashes_before_word(text, end) > end:
                return end
        end += 1
    return end


def _plain_chunks(text: str) -> list[str]:
    """Words and white space in turn."""
    chunks: list[str] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (text[at] in _WHITESPACE) != (text[start] in _WHITESPACE):
            chunks.append(text[start:at])
            start = at
    return chunks


def _ends_sentence(chunk: str) -> bool:
    bare = chunk[:-1] if chunk[-1:] in ("'", '"') else chunk
    return len(bare) >= 2 and bare[-1] in ".!?" and "a" <= bare[-2] <= "z"


class TextWrapper:
    """How lines are to be made."""

    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text: str) -> list[str]:
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for character in "\t\n\x0b\x0c\r":
                text = text.replace(character, " ")
        if not self.break_on_hyphens:
            return _plain_chunks(text)
        chunks: list[str] = []
        at = 0
        while at < len(text):
            end = _chunk_end(text, at)
            chunks.append(text[at:end])
            at = end
        return chunks

    def _check(self) -> None:
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _is_last(self, chunks: list[str], at: int, lines: list[str], length: int, width: int) -> bool:
        """Whether a line may be written as it is: it need not say that more follows."""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        rest = len(chunks) - at
        ends = rest == 0 or (self.drop_whitespace and rest == 1 and not chunks[at].strip())
        return ends and length <= width

    def _shortened(self, line: list[str], indent: str, lines: list[str], width: int) -> None:
        """Write the last line of a text that does not fit, with the placeholder."""
        length = sum([len(chunk) for chunk in line])
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _long_piece(self, chunk: str, line: list[str], length: int, width: int) -> int:
        """How much of a chunk that is longer than a line goes into this one."""
        room = width - length if width >= 1 else 1
        if not self.break_long_words:
            return 0 if line else len(chunk)
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room) if room > 0 else -1
            if hyphen > 0 and chunk[:hyphen].strip("-"):
                return hyphen + 1
        return room

    def wrap(self, text: str) -> list[str]:
        """The lines of the text."""
        self._check()
        chunks = self._chunks(text)
        if self.fix_sentence_endings:
            for index in range(len(chunks) - 1):
                if chunks[index + 1] == " " and _ends_sentence(chunks[index]):
                    chunks[index + 1] = "  "
        lines: list[str] = []
        at = 0
        while at < len(chunks):
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[at].strip():
                at += 1
            line: list[str] = []
            length = 0
            while at < len(chunks) and length + len(chunks[at]) <= width:
                line.append(chunks[at])
                length += len(chunks[at])
                at += 1
            if at < len(chunks) and len(chunks[at]) > width:
                taken = self._long_piece(chunks[at], line, length, width)
                if taken or self.break_long_words:
                    line.append(chunks[at][:taken])
                    length += len(line[-1])
                    chunks[at] = chunks[at][taken:]
                if taken and not chunks[at]:
                    at += 1
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if not self._is_last(chunks, at, lines, length, width):
                self._shortened(line, indent, lines, width)
                break
            lines.append(indent + "".join(line))
        return lines

    def fill(self, text: str) -> str:
        return "\n".join(self.wrap(text))


def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    tabsize: int = 8,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    drop_whitespace: bool = True,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    """The lines of one paragraph."""
    wrapper = TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    )
    return wrapper.wrap(text)


def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    tabsize: int = 8,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    drop_whitespace: bool = True,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    """The lines of one paragraph, as one text."""
    lines = wrap(
        text,
        width,
        initial_indent=initial_indent,
        subsequent_indent=subsequent_indent,
        expand_tabs=expand_tabs,
        tabsize=tabsize,
        replace_whitespace=replace_whitespace,
        fix_sentence_endings=fix_sentence_endings,
        break_long_words=break_long_words,
        break_on_hyphens=break_on_hyphens,
        drop_whitespace=drop_whitespace,
        max_lines=max_lines,
        placeholder=placeholder,
    )
    return "\n".join(lines)


def shorten(text: str, width: int, *, placeholder: str = " [...]") -> str:
    """The text in one line, cut off where it does not fit."""
    return fill(" ".join(text.split()), width, max_lines=1, placeholder=placeholder)


def dedent(text: str) -> str:
    """The text without the white space that all its lines begin with."""
    lines = text.split("\n")
    margin: str | None = None
    for index in range(len(lines)):
        line = lines[index]
        if not line.strip(" \t\r\x0b\x0c") or not line.strip():
            lines[index] = ""
            continue
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
            continue
        shared = 0
        while shared < len(margin) and shared < len(indent) and margin[shared] == indent[shared]:
            shared += 1
        margin = margin[:shared]
    cut = 0 if margin is None else len(margin)
    return "\n".join([line[cut:] for line in lines])


def indent(text: str, prefix: str, predicate: Callable[[str], bool] | None = None) -> str:
    """The text with a prefix before every line that is not blank."""
    pieces: list[str] = []
    for line in text.splitlines(keepends=True):
        if predicate(line) if predicate is not None else not line.isspace():
            pieces.append(prefix)
        pieces.append(line)
    return "".join(pieces)
