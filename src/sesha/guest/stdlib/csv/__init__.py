"""Read and write tables in lines of text, as the module `csv` of images.

`dialect.py` says how fields are delimited and quoted, `parse.py` reads records, `write.py` writes them,
`records.py` gives and takes them as dicts.
"""

from sesha.guest.stdlib.csv.dialect import (
    QUOTE_ALL,
    QUOTE_MINIMAL,
    QUOTE_NONE,
    QUOTE_NONNUMERIC,
    QUOTE_NOTNULL,
    QUOTE_STRINGS,
    Dialect,
    Error,
    excel,
    excel_tab,
    get_dialect,
    list_dialects,
    register_dialect,
    unix_dialect,
    unregister_dialect,
)
from sesha.guest.stdlib.csv.parse import field_size_limit, reader
from sesha.guest.stdlib.csv.records import DictReader, DictWriter
from sesha.guest.stdlib.csv.write import writer

__all__ = [
    "QUOTE_ALL",
    "QUOTE_MINIMAL",
    "QUOTE_NONE",
    "QUOTE_NONNUMERIC",
    "QUOTE_NOTNULL",
    "QUOTE_STRINGS",
    "Dialect",
    "DictReader",
    "DictWriter",
    "Error",
    "excel",
    "excel_tab",
    "field_size_limit",
    "get_dialect",
    "list_dialects",
    "reader",
    "register_dialect",
    "unix_dialect",
    "unregister_dialect",
    "writer",
]
