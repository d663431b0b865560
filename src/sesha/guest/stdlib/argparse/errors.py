"""What goes wrong while arguments are parsed."""

from sesha.guest.stdlib.argparse.actions import Action, action_name


class ArgumentError(Exception):
    """An argument is not as it should be."""

    __module__ = "argparse"

    def __init__(self, argument: Action | None, message: str) -> None:
        self.argument_name = action_name(argument)
        self.message = message

    def __str__(self) -> str:
        if self.argument_name is None:
            return self.message
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a type function raises to say in its own words what is wrong."""

    __module__ = "argparse"
