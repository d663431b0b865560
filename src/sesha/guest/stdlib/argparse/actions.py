"""What is done with an argument when it is found: one class per action."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from sesha.guest.stdlib.argparse.constants import OPTIONAL, PARSER, SUPPRESS, ZERO_OR_MORE
from sesha.guest.stdlib.argparse.namespace import Namespace, values_of


class Action:
    """An argument of a parser; called with the values that were found for it."""

    __module__ = "argparse"

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        nargs: int | str | None = None,
        const: Any = None,
        default: Any = None,
        type: Any = None,
        choices: Any = None,
        required: bool = False,
        help: str | None = None,
        metavar: Any = None,
        deprecated: bool = False,
    ) -> None:
        self.option_strings = list(option_strings)
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated
        self.container: Any = None

    def format_usage(self) -> str:
        return self.option_strings[0]

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        raise NotImplementedError(".__call__() not defined")

    def subactions(self) -> "list[Action]":
        """What is listed below the action in the help."""
        return []


def action_name(action: "Action | None") -> str | None:
    """How an error names the argument."""
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    metavar = action.metavar
    if metavar is not None and metavar != SUPPRESS:
        if isinstance(metavar, tuple):
            if action.nargs == ZERO_OR_MORE and len(metavar) == 2:
                return f"{metavar[0]}[, {metavar[1]}]"
            return ", ".join(metavar)
        return str(metavar)
    if action.dest is not None and action.dest != SUPPRESS:
        return action.dest
    if action.choices:
        return "{" + ",".join([str(choice) for choice in action.choices]) + "}"
    return None


class StoreAction(Action):
    """Keeps the value."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        values_of(namespace)[self.dest] = values


class StoreConstAction(Action):
    """Keeps a constant: store_const, store_true and store_false."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        values_of(namespace)[self.dest] = self.const


class BooleanOptionalAction(Action):
    """--foo and --no-foo."""

    __module__ = "argparse"

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        default: Any = None,
        required: bool = False,
        help: str | None = None,
        deprecated: bool = False,
    ) -> None:
        names: list[str] = []
        for option in option_strings:
            names.append(option)
            if option.startswith("--"):
                if option.startswith("--no-"):
                    raise ValueError(f"invalid option name {option!r} for BooleanOptionalAction")
                names.append("--no-" + option[2:])
        Action.__init__(self, names, dest, 0, None, default, None, None, required, help, None, deprecated)

    def format_usage(self) -> str:
        return " | ".join(self.option_strings)

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        if option_string is not None and option_string in self.option_strings:
            values_of(namespace)[self.dest] = not option_string.startswith("--no-")


def _items(namespace: Namespace, dest: str) -> list[Any]:
    """A copy of the list so far."""
    items = values_of(namespace).get(dest)
    return [] if items is None else list(items)


class AppendAction(Action):
    """Collects values in a list."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        items = _items(namespace, self.dest)
        items.append(values)
        values_of(namespace)[self.dest] = items


class AppendConstAction(Action):
    """Collects constants in a list."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        items = _items(namespace, self.dest)
        items.append(self.const)
        values_of(namespace)[self.dest] = items


class ExtendAction(Action):
    """Collects the values of lists in one list."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        items = _items(namespace, self.dest)
        items.extend(values)
        values_of(namespace)[self.dest] = items


class CountAction(Action):
    """Counts how often the option stands there."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        count = values_of(namespace).get(self.dest)
        values_of(namespace)[self.dest] = 1 if count is None else count + 1


class HelpAction(Action):
    """Prints the help and ends the program."""

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        parser.print_help()
        parser.exit()


class VersionAction(Action):
    """Prints the version and ends the program."""

    def __init__(
        self,
        option_strings: Sequence[str],
        version: str | None = None,
        dest: str = SUPPRESS,
        default: Any = SUPPRESS,
        help: str | None = None,
        deprecated: bool = False,
    ) -> None:
        text = "show program's version number and exit" if help is None else help
        Action.__init__(
            self, option_strings, dest, 0, None, default, None, None, False, text, None, deprecated
        )
        self.version = version

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        version = parser.version_text(self.version)
        sys.stdout.write(version)
        parser.exit()


class ChoicePseudoAction(Action):
    """A sub-command as it is listed in the help."""

    def __init__(self, name: str, aliases: Sequence[str], help: str | None) -> None:
        metavar = name
        if aliases:
            metavar += " (" + ", ".join(aliases) + ")"
        Action.__init__(self, [], name, None, None, None, None, None, False, help, metavar)


class SubParsersAction(Action):
    """Hands the rest of the arguments to the parser of a sub-command."""

    def __init__(
        self,
        prog: str,
        parser_class: Any,
        dest: str,
        required: bool,
        help: str | None,
        metavar: Any,
    ) -> None:
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map: dict[str, Any] = {}
        self._choices_actions: list[Action] = []
        Action.__init__(
            self,
            [],
            dest,
            PARSER,
            None,
            None,
            None,
            self._name_parser_map,
            required,
            help,
            metavar,
        )

    def add_parser(
        self, name: str, *, deprecated: bool = False, aliases: Iterable[str] = (), **kwargs: Any
    ) -> Any:
        """A parser for a sub-command."""
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        others = list(aliases)
        for known in [name, *others]:
            if known in self._name_parser_map:
                what = "subparser" if known == name else "subparser alias"
                raise ValueError(f"conflicting {what}: {known}")
        if "help" in kwargs:
            self._choices_actions.append(ChoicePseudoAction(name, others, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in others:
            self._name_parser_map[alias] = parser
        return parser

    def subactions(self) -> list[Action]:
        return self._choices_actions

    def __call__(
        self, parser: Any, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        name: str = values[0]
        if self.dest != SUPPRESS:
            values_of(namespace)[self.dest] = name
        chosen = self._name_parser_map[name]
        found, rest = chosen.parse_known_args(values[1:], None)
        for key, value in values_of(found).items():
            values_of(namespace)[key] = value
        if rest:
            parser.note_unrecognized(rest)


ONE_VALUE = ("store", "append", "extend")
STORING = {
    "store": StoreAction,
    "append": AppendAction,
    "extend": ExtendAction,
}


def needs_values(nargs: int | str | None, option_strings: Sequence[str], const: Any, what: str) -> None:
    """Refuse what makes no sense for an action that takes values."""
    if nargs == 0:
        raise ValueError(
            f"nargs for {what} actions must be != 0; if arg strings are not supplying the value to "
            f"{what}, the {what} const action may be more appropriate"
            if what == "append"
            else f"nargs for {what} actions must be != 0; if you have nothing to store, actions such as "
            "store true or store const may be more appropriate"
        )
    if const is not None and nargs != OPTIONAL:
        raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
