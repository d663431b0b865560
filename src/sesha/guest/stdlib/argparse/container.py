"""Hold arguments: what parsers and groups of arguments share.

A group only lists arguments under a heading, or forbids them together; the parser it belongs to
knows them all.
"""

from typing import Any

from sesha.guest.stdlib.argparse.actions import (
    ONE_VALUE,
    STORING,
    Action,
    AppendConstAction,
    BooleanOptionalAction,
    CountAction,
    HelpAction,
    StoreConstAction,
    VersionAction,
    action_name,
    needs_values,
)
from sesha.guest.stdlib.argparse.constants import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
)
from sesha.guest.stdlib.argparse.errors import ArgumentError

_UNSET: Any = object()
_NARGS = (OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER, SUPPRESS)


def _is_negative_number(text: str) -> bool:
    """Like -5, -.5, -1_000 or -1e-3."""
    if not text.startswith("-") or len(text) < 2 or not (text[1].isdecimal() or text[1] == "."):
        return False
    try:
        float(text)
    except ValueError:
        return False
    return True


class ArgumentContainer:
    """Arguments, their options by name, and groups of them."""

    def __init__(
        self, description: str | None, prefix_chars: str, argument_default: Any, conflict_handler: str
    ) -> None:
        if conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._actions: list[Action] = []
        self._option_string_actions: dict[str, Action] = {}
        self._action_groups: list[ArgumentGroup] = []
        self._mutually_exclusive_groups: list[MutuallyExclusiveGroup] = []
        self._defaults: dict[str, Any] = {}
        self._negative_options: list[bool] = []

    # --- defaults ---------------------------------------------------------------------------------
    def set_defaults(self, **kwargs: Any) -> None:
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest: str) -> Any:
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # --- adding -----------------------------------------------------------------------------------
    def add_argument(
        self,
        *name_or_flags: str,
        action: Any = "store",
        nargs: int | str | None = None,
        const: Any = None,
        default: Any = _UNSET,
        type: Any = None,
        choices: Any = None,
        required: Any = _UNSET,
        help: str | None = None,
        metavar: Any = None,
        dest: str | None = None,
        version: str | None = None,
        deprecated: bool = False,
        **kwargs: Any,
    ) -> Action:
        """A positional argument or an option, and what is to be done with it."""
        names = list(name_or_flags)
        is_positional = not names or (len(names) == 1 and names[0][:1] not in self.prefix_chars)
        if is_positional:
            if names and dest is not None:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            target = names[0] if names else dest
            if target is None:
                raise TypeError("missing dest argument for positional")
            if required is not _UNSET:
                raise TypeError("'required' is an invalid argument for positionals")
            options: list[str] = []
            must = self._positional_required(nargs, default)
        else:
            options = self._checked_options(names)
            target = self._option_dest(options) if dest is None else dest
            must = False if required is _UNSET else bool(required)
        value = self._default_for(target) if default is _UNSET else default
        if action in ("store_true", "store_false") and default is _UNSET and value is None:
            value = action == "store_false"
        made = self._made(
            action, options, target, nargs, const, value, type, choices, must, help, metavar, version,
            deprecated, kwargs,
        )  # fmt: skip
        if made.nargs is not None and not isinstance(made.nargs, int) and made.nargs not in _NARGS:
            raise ValueError(f"invalid nargs value: {made.nargs!r}")
        if made.type is not None and not callable(made.type):
            raise TypeError(f"{made.type!r} is not callable")
        return self._add_action(made)

    def _positional_required(self, nargs: int | str | None, default: Any) -> bool:
        if nargs == ZERO_OR_MORE:
            return default is _UNSET
        return nargs not in (OPTIONAL, REMAINDER, SUPPRESS)

    def _default_for(self, dest: str) -> Any:
        return self._defaults.get(dest, self.argument_default)

    def _checked_options(self, names: list[str]) -> list[str]:
        for name in names:
            if name[:1] not in self.prefix_chars or not name:
                raise ValueError(
                    f"invalid option string {name!r}: must start with a character {self.prefix_chars!r}"
                )
        return names

    def _option_dest(self, options: list[str]) -> str:
        """The name that the first long option gives, else the first short one."""
        chosen = options[0]
        for option in options:
            if len(option) > 1 and option[1] in self.prefix_chars:
                chosen = option
                break
        dest = chosen.lstrip(self.prefix_chars)
        if not dest:
            raise TypeError(f"dest= is required for options like {chosen!r}")
        return dest.replace("-", "_")

    def _made(
        self,
        action: Any,
        options: list[str],
        dest: str,
        nargs: int | str | None,
        const: Any,
        default: Any,
        type: Any,
        choices: Any,
        required: bool,
        help: str | None,
        metavar: Any,
        version: str | None,
        deprecated: bool,
        others: dict[str, Any],
    ) -> Action:
        """The action object of an action's name or class."""
        if action is BooleanOptionalAction:
            return BooleanOptionalAction(options, dest, default, required, help, deprecated)
        if not isinstance(action, str):
            return self._custom(
                action, options, dest, nargs, const, default, type, choices, required, help, metavar, others
            )
        if action in ONE_VALUE:
            needs_values(nargs, options, const, "append" if action == "extend" else action)
            return STORING[action](
                options, dest, nargs, const, default, type, choices, required, help, metavar, deprecated
            )
        if action in ("store_const", "store_true", "store_false"):
            value = const if action == "store_const" else action == "store_true"
            return StoreConstAction(
                options, dest, 0, value, default, None, None, required, help, metavar, deprecated
            )
        if action == "append_const":
            return AppendConstAction(
                options, dest, 0, const, default, None, None, required, help, metavar, deprecated
            )
        if action == "count":
            return CountAction(options, dest, 0, None, default, None, None, required, help, None, deprecated)
        if action == "help":
            return HelpAction(options, SUPPRESS, 0, None, SUPPRESS, None, None, False, help)
        if action == "version":
            return VersionAction(options, version, SUPPRESS, SUPPRESS, help, deprecated)
        raise ValueError(f"unknown action {action!r}")

    def _custom(
        self,
        action: Any,
        options: list[str],
        dest: str,
        nargs: int | str | None,
        const: Any,
        default: Any,
        type: Any,
        choices: Any,
        required: bool,
        help: str | None,
        metavar: Any,
        others: dict[str, Any],
    ) -> Action:
        """An action class of the program's own gets what was given for the argument."""
        given = dict(others)
        for name, value in (
            ("nargs", nargs),
            ("const", const),
            ("default", default),
            ("type", type),
            ("choices", choices),
            ("help", help),
            ("metavar", metavar),
        ):
            if value is not None:
                given[name] = value
        if required:
            given["required"] = required
        made: Action = action(option_strings=options, dest=dest, **given)
        return made

    def _add_action(self, action: Action) -> Action:
        self._check_conflicts(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option) and not self._negative_options:
                self._negative_options.append(True)
        return action

    def _check_conflicts(self, action: Action) -> None:
        taken = [option for option in action.option_strings if option in self._option_string_actions]
        if not taken:
            return
        if self.conflict_handler == "error":
            plural = "s" if len(taken) > 1 else ""
            raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(taken)}")
        for option in taken:
            other = self._option_string_actions.pop(option)
            other.option_strings.remove(option)
            if not other.option_strings:
                other.container._remove_action(other)

    def _remove_action(self, action: Action) -> None:
        self._actions.remove(action)

    # --- groups -----------------------------------------------------------------------------------
    def add_argument_group(self, title: str | None = None, description: str | None = None) -> "ArgumentGroup":
        group = ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required: bool = False) -> "MutuallyExclusiveGroup":
        group = MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


class ArgumentGroup(ArgumentContainer):
    """Arguments under a heading of their own."""

    def __init__(self, container: ArgumentContainer, title: str | None, description: str | None) -> None:
        ArgumentContainer.__init__(
            self,
            description,
            container.prefix_chars,
            container.argument_default,
            container.conflict_handler,
        )
        self._container = container
        self.title = title
        self._group_actions: list[Action] = []
        # The parser knows every argument, whatever group it is in.
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._negative_options = container._negative_options
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action: Action) -> Action:
        ArgumentContainer._add_action(self, action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action: Action) -> None:
        ArgumentContainer._remove_action(self, action)
        self._group_actions.remove(action)

    def add_argument_group(self, title: str | None = None, description: str | None = None) -> "ArgumentGroup":
        raise ValueError("argument groups cannot be nested")


class MutuallyExclusiveGroup(ArgumentContainer):
    """Arguments of which at most one may be given."""

    def __init__(self, container: ArgumentContainer, required: bool) -> None:
        ArgumentContainer.__init__(
            self,
            None,
            container.prefix_chars,
            container.argument_default,
            container.conflict_handler,
        )
        self._container = container
        self.required = required
        self._group_actions: list[Action] = []
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._negative_options = container._negative_options

    def _add_action(self, action: Action) -> Action:
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action: Action) -> None:
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *, required: bool = False) -> "MutuallyExclusiveGroup":
        raise ValueError("mutually exclusive groups cannot be nested")


def group_names(group: MutuallyExclusiveGroup) -> list[str]:
    """The visible members of a group as an error lists them."""
    return [action_name(action) or "" for action in group._group_actions if action.help != SUPPRESS]
