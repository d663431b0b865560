"""The parser: what is known of a program's arguments, its help, and its errors.

`parsing.py` goes through the argument strings.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from sesha.guest.stdlib.argparse.actions import Action, HelpAction, SubParsersAction
from sesha.guest.stdlib.argparse.constants import SUPPRESS
from sesha.guest.stdlib.argparse.container import ArgumentContainer, ArgumentGroup
from sesha.guest.stdlib.argparse.errors import ArgumentError
from sesha.guest.stdlib.argparse.formatter import HelpFormatter
from sesha.guest.stdlib.argparse.namespace import Namespace, values_of
from sesha.guest.stdlib.argparse.parsing import Parsing, value_of


class ArgumentParser(ArgumentContainer):
    """Turns a program's argument strings into attributes of a namespace."""

    __module__ = "argparse"

    def __init__(
        self,
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: "Sequence[ArgumentParser]" = (),
        formatter_class: Any = HelpFormatter,
        prefix_chars: str = "-",
        fromfile_prefix_chars: str | None = None,
        argument_default: Any = None,
        conflict_handler: str = "error",
        add_help: bool = True,
        allow_abbrev: bool = True,
        exit_on_error: bool = True,
        *,
        suggest_on_error: bool = False,
        color: bool = True,
    ) -> None:
        ArgumentContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        if fromfile_prefix_chars is not None:
            raise ValueError("not supported in an image: fromfile_prefix_chars")
        if suggest_on_error:
            raise ValueError("not supported in an image: suggest_on_error")
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._subparsers: ArgumentGroup | None = None
        self._unrecognized: list[str] = []
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        if add_help:
            mark = "-" if "-" in prefix_chars else prefix_chars[0]
            self._add_action(
                HelpAction(
                    [mark + "h", mark * 2 + "help"],
                    SUPPRESS,
                    0,
                    None,
                    SUPPRESS,
                    help="show this help message and exit",
                )
            )
        for parent in parents:
            self._add_parent(parent)

    def _add_parent(self, parent: "ArgumentParser") -> None:
        """Take over the arguments of another parser, group by group."""
        for group in parent._action_groups:
            if group is parent._positionals:
                target = self._positionals
            elif group is parent._optionals:
                target = self._optionals
            else:
                target = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                target._add_action(action)
        for exclusive in parent._mutually_exclusive_groups:
            copied = self.add_mutually_exclusive_group(required=exclusive.required)
            copied._group_actions.extend(exclusive._group_actions)
        self._defaults.update(parent._defaults)

    def _add_action(self, action: Action) -> Action:
        if action.option_strings:
            return self._optionals._add_action(action)
        return self._positionals._add_action(action)

    def _remove_action(self, action: Action) -> None:
        if action.option_strings or action in self._optionals._group_actions:
            self._optionals._remove_action(action)
        else:
            self._positionals._remove_action(action)

    def add_subparsers(
        self,
        *,
        title: str = "subcommands",
        description: str | None = None,
        prog: str | None = None,
        parser_class: Any = None,
        dest: str | None = None,
        required: bool = False,
        help: str | None = None,
        metavar: Any = None,
    ) -> SubParsersAction:
        """The place for sub-commands, each with a parser of its own."""
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        has_section = title != "subcommands" or description is not None
        if has_section:
            self._subparsers = self.add_argument_group(title, description)
        else:
            self._subparsers = self._positionals
        if prog is None:
            formatter = self._formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, "")
            prog = formatter.format_help().strip()
        # Naming the class is what lets an image make instances of it.
        own: Any = ArgumentParser if type(self) is ArgumentParser else type(self)
        made = SubParsersAction(
            prog,
            own if parser_class is None else parser_class,
            SUPPRESS if dest is None else dest,
            required,
            help,
            metavar,
        )
        self._subparsers._add_action(made)
        return made

    # --- parsing ----------------------------------------------------------------------------------
    def parse_args(self, args: Sequence[str] | None = None, namespace: Namespace | None = None) -> Namespace:
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f"unrecognized arguments: {' '.join(rest)}"
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return found

    def parse_known_args(
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """The same, and what was not understood."""
        strings = list(sys.argv[1:] if args is None else args)
        found = Namespace() if namespace is None else namespace
        self._set_defaults_in(found)
        self._unrecognized = []
        if not self.exit_on_error:
            rest = Parsing(self, strings, found).run()
        else:
            try:
                rest = Parsing(self, strings, found).run()
            except ArgumentError as error:
                self.error(str(error))
        return found, rest + self._unrecognized

    def _set_defaults_in(self, namespace: Namespace) -> None:
        values = values_of(namespace)
        for action in self._actions:
            if action.dest != SUPPRESS and action.dest not in values and not is_suppressed(action.default):
                values[action.dest] = action.default
        for dest, value in self._defaults.items():
            if dest not in values:
                values[dest] = value

    def convert_defaults(self, seen: Iterable[Action], namespace: Namespace) -> None:
        """Defaults that are texts go through the type as if they had been given."""
        values = values_of(namespace)
        for action in self._actions:
            default = action.default
            if action in seen or not isinstance(default, str) or action.required:
                continue
            if action.dest in values and values[action.dest] is default:
                values[action.dest] = value_of(action, default)

    def note_unrecognized(self, rest: list[str]) -> None:
        """What a sub-command's parser did not understand."""
        self._unrecognized.extend(rest)

    # --- texts ------------------------------------------------------------------------------------
    def _formatter(self) -> HelpFormatter:
        made: HelpFormatter = self.formatter_class(prog=self.prog)
        return made

    def format_usage(self) -> str:
        formatter = self._formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, "usage: ")
        return formatter.format_help()

    def format_help(self) -> str:
        formatter = self._formatter()
        for group in self._action_groups:
            formatter.measure_section(group._group_actions)
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, "usage: ")
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.add_section(group.title, group.description, group._group_actions)
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def version_text(self, version: str | None) -> str:
        formatter = self._formatter()
        formatter.add_text(version)
        return formatter.format_help()

    def print_usage(self, file: Any = None) -> None:
        (sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file: Any = None) -> None:
        (sys.stdout if file is None else file).write(self.format_help())

    # --- the end ----------------------------------------------------------------------------------
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the program is used, and end with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


def is_suppressed(value: Any) -> bool:
    return isinstance(value, str) and value == SUPPRESS
