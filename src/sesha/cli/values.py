"""Read the values of options: sizes, published ports, variables."""

import re
from collections.abc import Callable
from typing import TypeVar

import click

from sesha.machine.job import Publication

UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
LEAST_MEMORY = 2 << 20
MOST_PORT = 65535
RESERVED = "SESHA_"

T = TypeVar("T")


def parse_size(text: str) -> int:
    """`16M`, `512K`, `1G` or bytes."""
    match = re.fullmatch(r"(\d+)([KMG]?)(i?B)?", text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"{text!r} is not a size; write for example 16M")
    size = int(match[1]) * UNITS[match[2].upper()]
    if size < LEAST_MEMORY:
        raise ValueError(f"{text!r} is too little; no machine works with less than {LEAST_MEMORY >> 20}M")
    return size


def parse_publication(text: str) -> Publication:
    """`8080:8000`: port 8080 of the host leads to port 8000 of the machine."""
    parts = text.split(":")
    if len(parts) != 2 or not all(p.isdecimal() and 0 < int(p) <= MOST_PORT for p in parts):
        raise ValueError(f"{text!r} is not HOST:GUEST with two port numbers; write for example 8080:8000")
    return Publication(int(parts[0]), int(parts[1]))


def parse_variable(text: str) -> tuple[str, str]:
    """`NAME=VALUE`."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise ValueError(f"{text!r} is not NAME=VALUE")
    if name.startswith(RESERVED):
        raise ValueError(f"{name} is not for programs; names that begin with {RESERVED} are the runner's")
    return name, value


def option(parse: Callable[[str], T]) -> Callable[[click.Context, click.Parameter, object], object]:
    """A click callback that applies `parse` to the option's text or texts."""

    def callback(_context: click.Context, parameter: click.Parameter, value: object) -> object:
        try:
            if isinstance(value, tuple):
                return tuple(parse(str(text)) for text in value)
            return None if value is None else parse(str(value))
        except ValueError as error:
            raise click.BadParameter(str(error), param=parameter) from error

    return callback
