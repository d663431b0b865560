"""Give and take records as dicts from field names to values."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sesha.guest.stdlib.csv.parse import reader
from sesha.guest.stdlib.csv.write import writer


class DictReader:
    """Records as dicts; the first one gives the names, unless they are said."""

    def __init__(
        self,
        f: Iterable[str],
        fieldnames: Sequence[Any] | None = None,
        restkey: Any = None,
        restval: Any = None,
        dialect: Any = "excel",
        *args: Any,
        **kwds: Any,
    ) -> None:
        self._fieldnames: Any = list(fieldnames) if fieldnames is not None else None
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self) -> Iterator[dict[Any, Any]]:
        return self

    @property
    def fieldnames(self) -> Any:
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value: Any) -> None:
        self._fieldnames = value

    def __next__(self) -> dict[Any, Any]:
        if self.line_num == 0:
            _ = self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names: Any = self.fieldnames
        record: dict[Any, Any] = dict(zip(names, row))
        wanted = len(names)
        if wanted < len(row):
            record[self.restkey] = row[wanted:]
        elif wanted > len(row):
            for name in names[len(row) :]:
                record[name] = self.restval
        return record


class DictWriter:
    """Takes dicts and writes their values in the order of the field names."""

    def __init__(
        self,
        f: Any,
        fieldnames: Collection[Any],
        restval: Any = "",
        extrasaction: str = "raise",
        dialect: Any = "excel",
        *args: Any,
        **kwds: Any,
    ) -> None:
        self.fieldnames: Any = list(fieldnames)
        self.restval = restval
        action = extrasaction.lower()
        if action not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = action
        self.writer = writer(f, dialect, **kwds)

    def writeheader(self) -> Any:
        return self.writerow({name: name for name in self.fieldnames})

    def _values(self, rowdict: Mapping[Any, Any]) -> list[Any]:
        if self.extrasaction == "raise":
            wrong = [repr(key) for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict: Mapping[Any, Any]) -> Any:
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts: Iterable[Mapping[Any, Any]]) -> None:
        for rowdict in rowdicts:
            self.writer.writerow(self._values(rowdict))
