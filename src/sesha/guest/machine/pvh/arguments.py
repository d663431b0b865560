"""Give the program's arguments and environment: what the runner put on the command line."""

from sesha.guest.machine.pvh import command_line

ARGUMENT = b"sesha.arg="
VARIABLE = b"sesha.env="


def argv() -> list[str]:
    """The program's name and its arguments."""
    return command_line.texts(ARGUMENT)


def environ() -> list[tuple[str, str]]:
    """Names and values, in order."""
    pairs: list[tuple[str, str]] = []
    for text in command_line.texts(VARIABLE):
        name, _, value = text.partition("=")
        pairs.append((name, value))
    return pairs
