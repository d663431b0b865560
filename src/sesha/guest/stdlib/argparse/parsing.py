"""Go through the argument strings once, from left to right.

Every string is first marked as an option or an argument; then options take what stands behind
them, and positional arguments share what stands between.
"""

import sys
from typing import Any

from sesha.guest.stdlib.argparse.actions import Action, action_name
from sesha.guest.stdlib.argparse.constants import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
)
from sesha.guest.stdlib.argparse.container import _is_negative_number, group_names
from sesha.guest.stdlib.argparse.errors import ArgumentError, ArgumentTypeError
from sesha.guest.stdlib.argparse.matching import match_one, match_partial
from sesha.guest.stdlib.argparse.namespace import Namespace


class _Found:
    """An option that a string may stand for, and the value that is part of the string."""

    def __init__(self, action: Action | None, option: str, separator: str | None, value: str | None) -> None:
        self.action = action
        self.option = option
        self.separator = separator
        self.value = value


class Parsing:
    """One run of a parser over its strings."""

    def __init__(self, parser: Any, strings: list[str], namespace: Namespace) -> None:
        self.parser = parser
        self.strings = strings
        self.namespace = namespace
        self.extras: list[str] = []
        self.seen: list[Action] = []
        self.given: list[Action] = []
        self.positionals: list[Action] = [a for a in parser._actions if not a.option_strings]
        self.options: dict[int, list[_Found]] = {}
        self.pattern = ""

    def run(self) -> list[str]:
        """Fill the namespace; what nobody takes is the result."""
        self._classify()
        last = max(self.options) if self.options else -1
        at = 0
        while at <= last:
            following = at
            while following <= last and following not in self.options:
                following += 1
            if at != following:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras.extend(self.strings[at:following])
                at = following
            at = self._take_option(at)
        end = self._take_positionals(at)
        self.extras.extend(self.strings[end:])
        self._check_required()
        return self.extras

    # --- options and arguments ---------------------------------------------------------------------
    def _classify(self) -> None:
        letters: list[str] = []
        for index in range(len(self.strings)):
            string = self.strings[index]
            if string == "--":
                letters.append("-")
                letters.append("A" * (len(self.strings) - index - 1))
                break
            found = self._options_of(string)
            if found:
                self.options[index] = found
                letters.append("O")
            else:
                letters.append("A")
        self.pattern = "".join(letters)

    def _options_of(self, string: str) -> list[_Found]:
        """The options that a string may stand for; none if it is an argument."""
        if not string or string[0] not in self.parser.prefix_chars:
            return []
        known: dict[str, Action] = self.parser._option_string_actions
        if string in known:
            return [_Found(known[string], string, None, None)]
        if len(string) == 1:
            return []
        option, separator, value = string.partition("=")
        if separator and option in known:
            return [_Found(known[option], option, separator, value)]
        found = self._abbreviated(string)
        if found:
            return found
        if _is_negative_number(string) and not self.parser._negative_options:
            return []
        if " " in string:
            return []
        return [_Found(None, string, None, None)]

    def _abbreviated(self, string: str) -> list[_Found]:
        """Options that begin with the string, and short options with a value right behind them."""
        found: list[_Found] = []
        prefix, equals, after = string.partition("=")
        separator = equals or None
        value = after if equals else None
        is_long = string[1] in self.parser.prefix_chars
        known: dict[str, Action] = self.parser._option_string_actions
        for option, action in known.items():
            if not is_long and option == string[:2]:
                found.append(_Found(action, option, "", string[2:]))
            elif self.parser.allow_abbrev and option.startswith(prefix):
                found.append(_Found(action, option, separator, value))
        return found

    def _take_option(self, at: int) -> int:
        """Let the option at an index take its values; where the next string is."""
        candidates = self.options[at]
        if len(candidates) > 1:
            matches = ", ".join([found.option for found in candidates])
            raise ArgumentError(None, f"ambiguous option: {self.strings[at]} could match {matches}")
        found = candidates[0]
        action = found.action
        if action is None:
            self.extras.append(self.strings[at])
            return at + 1
        pending: list[tuple[Action, list[str], str]] = []
        end = self._collect(action, found, at + 1, pending)
        for one, values, name in pending:
            self._apply(one, values, name)
        return end

    def _collect(
        self, action: Action, found: _Found, start: int, pending: list[tuple[Action, list[str], str]]
    ) -> int:
        """Find the values of an option: --option=value, -ovalue, several short options in one string,
        or the strings from `start` on. Where the next string is."""
        chars = self.parser.prefix_chars
        known: dict[str, Action] = self.parser._option_string_actions
        option = found.option
        separator = found.separator
        value = found.value
        while value is not None:
            count = self._count(action, "A")
            if count == 0 and option[1] not in chars and value != "":
                if separator or value[0] in chars:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                pending.append((action, [], option))
                letter = option[0]
                option = letter + value[0]
                if option not in known:
                    self.extras.append(letter + value)
                    return start
                action = known[option]
                separator = "=" if value[1:2] == "=" else ""
                value = value[2:] if separator else value[1:]
                if not value and not separator:
                    value = None
            elif count == 1:
                pending.append((action, [value], option))
                return start
            else:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
        count = self._count(action, self.pattern[start:])
        pending.append((action, self.strings[start : start + count], option))
        return start + count

    def _count(self, action: Action, pattern: str) -> int:
        """How many strings the option takes."""
        count = match_one(action, pattern)
        if count >= 0:
            return count
        nargs = action.nargs
        if nargs is None:
            raise ArgumentError(action, "expected one argument")
        if nargs == OPTIONAL:
            raise ArgumentError(action, "expected at most one argument")
        if nargs == ONE_OR_MORE:
            raise ArgumentError(action, "expected at least one argument")
        raise ArgumentError(action, f"expected {nargs} argument{'' if nargs == 1 else 's'}")

    # --- positional arguments ------------------------------------------------------------------------
    def _take_positionals(self, at: int) -> int:
        counts = match_partial(self.positionals, self.pattern[at:])
        for action, count in zip(self.positionals, counts):
            values = self.strings[at : at + count]
            if action.nargs == PARSER:
                if self.pattern[at] == "-":
                    values.remove("--")
            elif action.nargs != REMAINDER and "-" in self.pattern[at : at + count]:
                values.remove("--")
            at += count
            self._apply(action, values, None)
        self.positionals = self.positionals[len(counts) :]
        return at

    # --- values -------------------------------------------------------------------------------------
    def _apply(self, action: Action, strings: list[str], option: str | None) -> None:
        """Convert the values and let the action have them."""
        self.seen.append(action)
        if action.deprecated:
            name = option if option is not None else action_name(action)
            what = "option" if option is not None else "argument"
            sys.stderr.write(f"{self.parser.prog}: warning: {what} {name!r} is deprecated\n")
        values = _values(action, strings)
        if action.option_strings or strings:
            self.given.append(action)
            self._check_exclusive(action)
        if not (isinstance(values, str) and values == SUPPRESS):
            action(self.parser, self.namespace, values, option)

    def _check_exclusive(self, action: Action) -> None:
        for group in self.parser._mutually_exclusive_groups:
            if action not in group._group_actions:
                continue
            for other in group._group_actions:
                if other is not action and other in self.given:
                    raise ArgumentError(action, f"not allowed with argument {action_name(other)}")

    def _check_required(self) -> None:
        missing: list[str] = []
        for action in self.parser._actions:
            if action.required and action not in self.seen:
                missing.append(action_name(action) or "")
        self.parser.convert_defaults(self.seen, self.namespace)
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not [a for a in group._group_actions if a in self.given]:
                raise ArgumentError(None, f"one of the arguments {' '.join(group_names(group))} is required")


def _values(action: Action, strings: list[str]) -> Any:
    """The value of an argument that takes these strings."""
    nargs = action.nargs
    if not strings and nargs == OPTIONAL:
        value = action.const if action.option_strings else action.default
        if isinstance(value, str) and value != SUPPRESS:
            value = value_of(action, value)
        return value
    if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
        return [] if action.default is None else action.default
    if len(strings) == 1 and (nargs is None or nargs == OPTIONAL):
        value = value_of(action, strings[0])
        _check_choice(action, value)
        return value
    if nargs == SUPPRESS:
        return SUPPRESS
    values = [value_of(action, string) for string in strings]
    if nargs == PARSER:
        _check_choice(action, values[0])
    elif nargs != REMAINDER:
        for value in values:
            _check_choice(action, value)
    return values


def value_of(action: Action, string: str) -> Any:
    """The string, converted by the argument's type."""
    convert = action.type
    if convert is None:
        return string
    try:
        return convert(string)
    except ArgumentTypeError as error:
        message = str(error)
    except (TypeError, ValueError):
        name = getattr(convert, "__name__", None)
        message = f"invalid {repr(convert) if name is None else name} value: {string!r}"
    raise ArgumentError(action, message)


def _check_choice(action: Action, value: Any) -> None:
    choices = action.choices
    if choices is None:
        return
    if value not in (list(choices) if isinstance(choices, str) else choices):
        listed = ", ".join([str(choice) for choice in choices])
        raise ArgumentError(action, f"invalid choice: {value!r} (choose from {listed})")
