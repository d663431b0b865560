"""Read records: a state machine over the characters of the lines, with CPython's states."""

from collections.abc import Iterable, Iterator
from typing import Any

from sesha.guest.stdlib.csv.dialect import QUOTE_NONE, QUOTE_NONNUMERIC, Error, Format, excel

START_RECORD = 0
START_FIELD = 1
ESCAPED = 2
IN_FIELD = 3
IN_QUOTES = 4
ESCAPED_IN_QUOTES = 5
QUOTE_IN_QUOTES = 6
AFTER_END = 7
AFTER_ESCAPED_END = 8

END = ""
"""Stands for the end of a line that the iterator gave."""
NEWLINES = ("\n", "\r")

_limit = 128 * 1024


def field_size_limit(new: Any = None) -> int:
    """How long a field may be; answers the limit so far."""
    global _limit
    before = _limit
    if new is not None:
        if not isinstance(new, int):
            raise TypeError("limit must be an integer")
        _limit = new
    return before


class Reader:
    """Gives the records of an iterator of lines."""

    def __init__(self, lines: Iterable[Any], dialect: Format) -> None:
        self.dialect = dialect
        self.line_num = 0
        self._lines: Iterator[Any] = iter(lines)
        self._state = START_RECORD
        self._fields: list[Any] = []
        self._field: list[str] = []
        self._numeric = False

    def __iter__(self) -> "Reader":
        return self

    def __next__(self) -> list[Any]:
        self._fields = []
        self._field = []
        self._numeric = False
        self._state = START_RECORD
        while True:
            try:
                line: Any = next(self._lines)
            except StopIteration:
                if not self._field and self._state != IN_QUOTES:
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                self._save()
                return self._fields
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} "
                    "(the file should be opened in text mode)"
                )
            self.line_num += 1
            for character in line:
                self._take(character)
            self._take(END)
            if self._state == START_RECORD:
                return self._fields

    def _add(self, character: str) -> None:
        if len(self._field) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._field.append(character)

    def _save(self) -> None:
        text = "".join(self._field)
        self._field = []
        if self._numeric:
            self._numeric = False
            self._fields.append(float(text))
        else:
            self._fields.append(text)

    def _end_record(self, character: str) -> None:
        self._save()
        self._state = START_RECORD if character == END else AFTER_END

    def _take(self, character: str) -> None:
        state = self._state
        if state == IN_QUOTES:
            self._in_quotes(character)
        elif state == IN_FIELD:
            self._in_field(character)
        elif state == START_FIELD:
            self._start_field(character)
        elif state == START_RECORD:
            if character in NEWLINES:
                self._state = AFTER_END
            elif character != END:
                self._start_field(character)
        elif state == QUOTE_IN_QUOTES:
            self._after_quote(character)
        elif state == AFTER_END:
            self._after_end(character)
        elif state == AFTER_ESCAPED_END:
            if character != END:
                self._in_field(character)
        else:
            self._escaped(character)

    def _start_field(self, character: str) -> None:
        dialect = self.dialect
        self._state = START_FIELD
        if character == END or character in NEWLINES:
            self._end_record(character)
        elif character == dialect.quote and dialect.quoting != QUOTE_NONE:
            self._state = IN_QUOTES
        elif character == dialect.escape:
            self._state = ESCAPED
        elif character == " " and dialect.skipinitialspace:
            pass
        elif character == dialect.delimiter:
            self._save()
        else:
            self._numeric = dialect.quoting == QUOTE_NONNUMERIC
            self._add(character)
            self._state = IN_FIELD

    def _in_field(self, character: str) -> None:
        """Also after an escaped end of line, which is forgotten only at the field's end, as in CPython."""
        dialect = self.dialect
        if character == END or character in NEWLINES:
            self._end_record(character)
        elif character == dialect.escape:
            self._state = ESCAPED
        elif character == dialect.delimiter:
            self._save()
            self._state = START_FIELD
        else:
            self._add(character)

    def _in_quotes(self, character: str) -> None:
        dialect = self.dialect
        if character == END:
            return
        if character == dialect.escape:
            self._state = ESCAPED_IN_QUOTES
        elif character == dialect.quote and dialect.quoting != QUOTE_NONE:
            self._state = QUOTE_IN_QUOTES if dialect.doublequote else IN_FIELD
        else:
            self._add(character)

    def _after_quote(self, character: str) -> None:
        dialect = self.dialect
        if character == END or character in NEWLINES:
            self._end_record(character)
        elif character == dialect.quote and dialect.quoting != QUOTE_NONE:
            self._add(character)
            self._state = IN_QUOTES
        elif character == dialect.delimiter:
            self._save()
            self._state = START_FIELD
        elif not dialect.strict:
            self._add(character)
            self._state = IN_FIELD
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quote}'")

    def _escaped(self, character: str) -> None:
        if self._state == ESCAPED and character in NEWLINES:
            self._add(character)
            self._state = AFTER_ESCAPED_END
            return
        self._add("\n" if character == END else character)
        self._state = IN_FIELD if self._state == ESCAPED else IN_QUOTES

    def _after_end(self, character: str) -> None:
        if character == END:
            self._state = START_RECORD
        elif character not in NEWLINES:
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file with newline=''?"
            )


def reader(csvfile: Iterable[str], /, dialect: Any = excel, **fmtparams: Any) -> Reader:
    """The records of a file, or of any iterable of lines."""
    return Reader(csvfile, Format(dialect, fmtparams))
