"""Say how fields are delimited and quoted: dialects, by name, and what a call changes of one."""

from typing import Any

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3
QUOTE_STRINGS = 4
QUOTE_NOTNULL = 5


class Error(Exception):
    """A line or a value that the dialect cannot express."""


class Dialect:
    """What subclasses describe by class variables."""

    delimiter: Any = ","
    quotechar: Any = '"'
    escapechar: Any = None
    doublequote: Any = True
    skipinitialspace: Any = False
    lineterminator: Any = "\r\n"
    quoting: Any = QUOTE_MINIMAL
    strict: Any = False


class excel(Dialect):
    """What Excel writes."""


class excel_tab(excel):
    """The same with tabulators."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """Lines that end as on UNIX, everything quoted."""

    quoting = QUOTE_ALL
    lineterminator = "\n"


PARAMETERS = (
    "delimiter",
    "quotechar",
    "escapechar",
    "doublequote",
    "skipinitialspace",
    "lineterminator",
    "quoting",
    "strict",
)


class Format:
    """A dialect that has been checked: what reading and writing go by. `quote` and `escape` are empty
    where there is no such character."""

    def __init__(self, dialect: Any, changes: dict[str, Any]) -> None:
        base = get_dialect(dialect) if isinstance(dialect, str) else dialect
        for name in changes:
            if name not in PARAMETERS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        self.delimiter = _character("delimiter", changes.get("delimiter", base.delimiter), False)
        self.quotechar: Any = changes.get("quotechar", base.quotechar)
        self.escapechar: Any = changes.get("escapechar", base.escapechar)
        self.quote = _character("quotechar", self.quotechar, True)
        self.escape = _character("escapechar", self.escapechar, True)
        self.doublequote = bool(changes.get("doublequote", base.doublequote))
        self.skipinitialspace = bool(changes.get("skipinitialspace", base.skipinitialspace))
        self.strict = bool(changes.get("strict", base.strict))
        terminator: Any = changes.get("lineterminator", base.lineterminator)
        if not isinstance(terminator, str):
            raise TypeError('"lineterminator" must be a string')
        self.lineterminator: str = terminator
        quoting: Any = changes.get("quoting", base.quoting)
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        if quoting < QUOTE_MINIMAL or quoting > QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and self.quote == "":
            if "quotechar" in changes or "quoting" in changes:
                raise TypeError("quotechar must be set if quoting enabled")
            quoting = QUOTE_NONE
        self.quoting: int = quoting


def _character(name: str, value: Any, optional: bool) -> str:
    if value is None and optional:
        return ""
    if not isinstance(value, str) or len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


_dialects: dict[str, Any] = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name: str, dialect: Any = excel, **fmtparams: Any) -> None:
    """Give a dialect a name, with what is to be different."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Format(dialect, fmtparams)


def unregister_dialect(name: str) -> None:
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name: str) -> Any:
    found: Any = _dialects.get(name)
    if found is None:
        raise Error("unknown dialect")
    return found


def list_dialects() -> list[str]:
    return list(_dialects)
