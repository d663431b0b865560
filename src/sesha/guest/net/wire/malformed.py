"""The one error that every parser of this folder raises."""


class Malformed(ValueError):
    """Bytes from outside that break their format; the message is a fixed phrase that is counted."""
