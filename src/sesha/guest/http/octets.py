"""Check bytes against a table: the one loop of the parser that looks at every byte."""

from mypy_extensions import i64


def consists_of(table: bytes, data: bytes, start: i64, end: i64) -> bool:
    """Whether every byte of data[start:end] is marked in the table, which has 256 bytes."""
    for index in range(start, end):
        if table[data[index]] == 0:
            return False
    return True
