"""Write usage and help.

The width is the terminal's as COLUMNS tells it, 80 without. Subclasses change how descriptions
and help texts are wrapped and what is added to them.
"""

import os
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from sesha.guest.stdlib.argparse.actions import Action
from sesha.guest.stdlib.argparse.constants import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
)
from sesha.guest.stdlib.argparse.usage import format_usage


def _terminal_width() -> int:
    text = os.environ.get("COLUMNS")
    width = int(text) if text is not None and text.isdecimal() else 0
    return (width if width > 0 else 80) - 2


class _Section:
    """A heading and what stands below it, already formatted."""

    def __init__(self, heading: str | None) -> None:
        self.heading = heading
        self.items: list[str] = []


class HelpFormatter:
    """Collects sections, then writes them below each other."""

    __module__ = "argparse"

    def __init__(
        self,
        prog: str,
        indent_increment: int = 2,
        max_help_position: int = 24,
        width: int | None = None,
    ) -> None:
        found = _terminal_width() if width is None else width
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(found - 20, indent_increment * 2))
        self._width = found
        self._indent = 0
        self._longest = 0
        self._parts: list[str] = []

    # --- what subclasses change -------------------------------------------------------------------
    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(" ".join(text.split()), width)

    def _get_help_string(self, action: Action) -> str | None:
        return action.help

    def _get_default_metavar_for_optional(self, action: Action) -> str:
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action: Action) -> str:
        return action.dest

    # --- arguments ------------------------------------------------------------------------------
    def _metavars(self, action: Action, count: int) -> list[str]:
        """The names of the values of an argument."""
        if action.metavar is not None:
            if isinstance(action.metavar, tuple):
                return [str(name) for name in action.metavar]
            name = str(action.metavar)
        elif action.choices is not None:
            name = "{" + ",".join([str(choice) for choice in action.choices]) + "}"
        elif action.option_strings:
            name = self._get_default_metavar_for_optional(action)
        else:
            name = self._get_default_metavar_for_positional(action)
        return [name] * count

    def format_args(self, action: Action) -> str:
        """The values of an argument as usage shows them."""
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, 1)[0]
        if nargs == OPTIONAL:
            return f"[{self._metavars(action, 1)[0]}]"
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, 1)
            if len(names) == 2:
                return f"[{names[0]} [{names[1]} ...]]"
            return f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            names = self._metavars(action, 2)
            return f"{names[0]} [{names[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{self._metavars(action, 1)[0]} ..."
        if nargs == SUPPRESS:
            return ""
        if isinstance(nargs, int):
            return " ".join(self._metavars(action, nargs)[:nargs])
        raise ValueError("invalid nargs value")

    def _invocation(self, action: Action) -> str:
        """An argument as the help lists it."""
        if not action.option_strings:
            return " ".join(self._metavars(action, 1))
        names = ", ".join(action.option_strings)
        return names if action.nargs == 0 else f"{names} {self.format_args(action)}"

    def _expand_help(self, action: Action) -> str:
        text = self._get_help_string(action) or ""
        if "%" not in text:
            return text
        values: dict[str, Any] = {
            "option_strings": action.option_strings,
            "dest": action.dest,
            "nargs": action.nargs,
            "const": action.const,
            "default": action.default,
            "type": action.type,
            "choices": action.choices,
            "required": action.required,
            "help": action.help,
            "metavar": action.metavar,
            "prog": self._prog,
        }
        for name in ("const", "default", "type"):
            if hasattr(values[name], "__name__"):
                values[name] = values[name].__name__
        if action.choices is not None:
            values["choices"] = ", ".join([str(choice) for choice in action.choices])
        return text % values

    def _measure(self, actions: Iterable[Action]) -> None:
        """Find how wide the left column must be."""
        for action in actions:
            if action.help == SUPPRESS:
                continue
            self._longest = max(self._longest, len(self._invocation(action)) + self._indent)
            self._indent += self._indent_increment
            self._measure(action.subactions())
            self._indent -= self._indent_increment

    def _format_action(self, action: Action) -> str:
        """An argument with its help beside or below it."""
        position = min(self._longest + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        header_width = position - self._indent - 2
        header = self._invocation(action)
        margin = " " * self._indent
        first = " " * position
        if not action.help:
            parts = [margin + header + "\n"]
        elif len(header) <= header_width:
            parts = [margin + header.ljust(header_width) + "  "]
            first = ""
        else:
            parts = [margin + header + "\n"]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            lines = self._split_lines(text, help_width) if text else []
            for line in lines:
                parts.append(first + line + "\n")
                first = " " * position
        elif not parts[0].endswith("\n"):
            parts.append("\n")
        self._indent += self._indent_increment
        for subaction in action.subactions():
            if subaction.help != SUPPRESS:
                parts.append(self._format_action(subaction))
        self._indent -= self._indent_increment
        return "".join(parts)

    def _format_text(self, text: str) -> str:
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._indent, 11)
        return self._fill_text(text, width, " " * self._indent) + "\n\n"

    # --- building ---------------------------------------------------------------------------------
    def measure_section(self, actions: Iterable[Action]) -> None:
        """Count a section's arguments in for the left column."""
        self._indent += self._indent_increment
        self._measure(actions)
        self._indent -= self._indent_increment

    def add_usage(
        self, usage: str | None, actions: Sequence[Action], groups: Sequence[Any], prefix: str
    ) -> None:
        self._parts.append(format_usage(self, self._prog, self._width, usage, actions, groups, prefix))

    def add_text(self, text: str | None) -> None:
        if text is not None and text != SUPPRESS:
            self._parts.append(self._format_text(text))

    def add_section(self, heading: str | None, description: str | None, actions: Iterable[Action]) -> None:
        """A heading, a description and arguments; nothing if there is nothing below the heading."""
        self._indent += self._indent_increment
        items: list[str] = []
        if description is not None and description != SUPPRESS:
            items.append(self._format_text(description))
        for action in actions:
            if action.help != SUPPRESS:
                items.append(self._format_action(action))
        self._indent -= self._indent_increment
        text = "".join(items)
        if not text:
            return
        if heading is not None and heading != SUPPRESS:
            text = " " * self._indent + heading + ":\n" + text
        self._parts.append("\n" + text + "\n")

    def format_help(self) -> str:
        """Everything so far, never more than one empty line in a row."""
        text = "".join(self._parts)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip("\n") + "\n" if text else ""


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    __module__ = "argparse"

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    __module__ = "argparse"

    def _split_lines(self, text: str, width: int) -> list[str]:
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds default values to the help."""

    __module__ = "argparse"

    def _get_help_string(self, action: Action) -> str | None:
        text = action.help or ""
        if "%(default)" not in text and action.default != SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by their types."""

    __module__ = "argparse"

    def _get_default_metavar_for_optional(self, action: Action) -> str:
        return str(action.type.__name__)

    def _get_default_metavar_for_positional(self, action: Action) -> str:
        return str(action.type.__name__)
