"""Aliases for the program beside."""

Numbers = dict[str, int]
Scalar = int | str | None
Plain = list
