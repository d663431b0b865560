"""Write the usage line, wrapped when it is too long.

A part is what must not be torn apart: an argument with its values, or a whole group of arguments
that exclude each other.
"""

from collections.abc import Sequence
from typing import Any

from sesha.guest.stdlib.argparse.actions import Action
from sesha.guest.stdlib.argparse.constants import SUPPRESS


def _action_part(formatter: Any, action: Action, in_group: bool) -> str:
    """One argument; what may be left out stands in brackets, unless its group has them."""
    if not action.option_strings:
        part: str = formatter.format_args(action)
        if in_group and part.startswith("[") and part.endswith("]"):
            return part[1:-1]
        return part
    name = action.option_strings[0]
    if action.nargs == 0:
        part = action.format_usage()
    else:
        part = f"{name} {formatter.format_args(action)}"
    return part if action.required or in_group else f"[{part}]"


def _group_part(formatter: Any, members: list[Action], required: bool) -> str:
    """Arguments that exclude each other, a bar between them."""
    parts = [_action_part(formatter, action, True) for action in members]
    text = " | ".join(parts)
    if not required:
        return f"[{text}]"
    return f"({text})" if len(parts) > 1 else text


def _parts(formatter: Any, actions: list[Action], groups: Sequence[Any]) -> list[str]:
    """The parts of these arguments; a group stands where its first member does."""
    parts: list[str] = []
    done: list[Action] = []
    for action in actions:
        if action in done or action.help == SUPPRESS:
            continue
        group = _group_of(action, actions, groups)
        if group is None:
            parts.append(_action_part(formatter, action, False))
            continue
        members = [member for member in group._group_actions if member.help != SUPPRESS]
        done.extend(members)
        parts.append(_group_part(formatter, members, group.required))
    return parts


def _group_of(action: Action, actions: list[Action], groups: Sequence[Any]) -> Any:
    """The group whose members stand together from this argument on."""
    at = actions.index(action)
    for group in groups:
        members = group._group_actions
        if members and members[0] is action and actions[at : at + len(members)] == members:
            return group
    return None


def _lines(parts: list[str], indent: str, prefix: str | None, width: int) -> list[str]:
    """The parts in as few lines as they fit in; the first line stands behind the prefix."""
    lines: list[str] = []
    line: list[str] = []
    length = (len(indent) if prefix is None else len(prefix)) - 1
    for part in parts:
        if line and length + 1 + len(part) > width:
            lines.append(indent + " ".join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix is not None:
        lines[0] = lines[0][len(indent) :]
    return lines


def _wrapped(prog: str, options: list[str], positionals: list[str], prefix: str, width: int) -> str:
    if len(prefix) + len(prog) <= 0.75 * width:
        indent = " " * (len(prefix) + len(prog) + 1)
        if options:
            lines = _lines([prog, *options], indent, prefix, width)
            lines.extend(_lines(positionals, indent, None, width))
        elif positionals:
            lines = _lines([prog, *positionals], indent, prefix, width)
        else:
            lines = [prog]
        return "\n".join(lines)
    indent = " " * len(prefix)
    lines = _lines(options + positionals, indent, None, width)
    if len(lines) > 1:
        lines = _lines(options, indent, None, width) + _lines(positionals, indent, None, width)
    return "\n".join([prog, *lines])


def format_usage(
    formatter: Any,
    prog: str,
    width: int,
    usage: str | None,
    actions: Sequence[Action],
    groups: Sequence[Any],
    prefix: str,
) -> str:
    """The usage with an empty line below it."""
    if usage is not None:
        return prefix + usage % {"prog": prog} + "\n\n"
    options = _parts(formatter, [action for action in actions if action.option_strings], groups)
    positionals = _parts(formatter, [action for action in actions if not action.option_strings], groups)
    text = " ".join([prog, *[part for part in options + positionals if part]])
    if len(prefix) + len(text) > width:
        text = _wrapped(prog, options, positionals, prefix, width)
    return prefix + text + "\n\n"
