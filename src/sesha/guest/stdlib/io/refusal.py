"""Say no: the exception of a file that cannot do what it is asked."""


class UnsupportedOperation(OSError, ValueError):
    """The file is not open for that."""

    __module__ = "io"
