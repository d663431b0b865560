"""Write records, quoted as far as the dialect wants it."""

from collections.abc import Iterable
from typing import Any

from sesha.guest.stdlib.csv.dialect import (
    QUOTE_ALL,
    QUOTE_NONE,
    QUOTE_NONNUMERIC,
    QUOTE_NOTNULL,
    QUOTE_STRINGS,
    Error,
    Format,
    excel,
)


class Writer:
    """Writes records to what has a method `write`."""

    def __init__(self, file: Any, dialect: Format) -> None:
        self.dialect = dialect
        self._file = file
        special = dialect.delimiter + dialect.quote + dialect.escape + dialect.lineterminator
        self._special = frozenset(special + "\r\n")

    def writerow(self, row: Iterable[Any], /) -> Any:
        """Write one record; answers what the file's `write` does."""
        try:
            values = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(value) for value in values]
        if len(fields) == 1 and fields[0] == "":
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields[0] = self.dialect.quote * 2
        return self._file.write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows: Iterable[Iterable[Any]], /) -> None:
        for row in rows:
            self.writerow(row)

    def _field(self, value: Any) -> str:
        quoting = self.dialect.quoting
        quoted = quoting == QUOTE_ALL
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float))
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        if value is None:
            text = ""
        else:
            text = value if isinstance(value, str) else str(value)
        return self._written(text, quoted)

    def _written(self, text: str, quoted: bool) -> str:
        dialect = self.dialect
        pieces: list[str] = []
        for character in text:
            if character in self._special:
                escaped = dialect.quoting == QUOTE_NONE or character == dialect.escape
                if not escaped and character == dialect.quote:
                    escaped = not dialect.doublequote
                    if not escaped:
                        pieces.append(character)
                if not escaped:
                    quoted = True
                elif dialect.escape == "":
                    raise Error("need to escape, but no escapechar set")
                else:
                    pieces.append(dialect.escape)
            pieces.append(character)
        mark = dialect.quote if quoted else ""
        return mark + "".join(pieces) + mark


def writer(csvfile: Any, /, dialect: Any = excel, **fmtparams: Any) -> Writer:
    """What writes records to a file."""
    return Writer(csvfile, Format(dialect, fmtparams))
