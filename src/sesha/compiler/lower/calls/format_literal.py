"""Lower `"...".format(...)` of a literal template: as an f-string, field by field.

The template is taken apart here, so that the image needs no parser of templates, and attributes
in fields (`{0.name}`) are ordinary attributes. A template that is malformed, or that names what
the call does not give, is left to the run time, which raises what CPython raises.
"""

import string
from dataclasses import dataclass

from mypy import nodes as n

from sesha.compiler.lower.calls import built_in
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD

MAX_DEPTH = 2
CONVERSIONS = ("r", "s", "a")

Path = list[tuple[bool, "int | str"]]
"""Steps from the argument to the value: (whether an attribute, its name or the key)."""


@dataclass
class Field:
    argument: int | str
    path: Path
    conversion: str
    spec: "list[str | Field]"


class _Numbering:
    """Automatic numbers, or numbers that are written: a template has one kind."""

    def __init__(self) -> None:
        self.next = 0
        self.manual = False

    def key(self, first: "int | str") -> "int | str | None":
        if first == "":
            self.next += 1
            return None if self.manual else self.next - 1
        if isinstance(first, int):
            self.manual = True
            return None if self.next else first
        return first


def lower_format(fl: FunctionLowering, node: n.CallExpr, template: str) -> Val | None:
    """The formatted text, or None if the run time has to do it."""
    if any(kind not in (n.ARG_POS, n.ARG_NAMED) for kind in node.arg_kinds):
        return None
    names: list[int | str] = []
    for kind, name in zip(node.arg_kinds, node.arg_names, strict=True):
        names.append(name if kind is n.ARG_NAMED and name else len(names))
    pieces = _pieces(template, _Numbering(), MAX_DEPTH)
    if pieces is None or not _given(pieces, set(names)):
        return None
    values = dict(zip(names, [fl.operand(argument) for argument in node.args], strict=True))
    return _joined(fl, pieces, values)


def _pieces(template: str, numbering: _Numbering, depth: int) -> "list[str | Field] | None":
    """Literal text and fields in turn; None if the template is not plain and well-formed."""
    if depth == 0:
        return None if "{" in template or "}" in template else [template] if template else []
    result: list[str | Field] = []
    try:
        for text, name, spec, conversion in string.Formatter().parse(template):
            if text:
                result.append(text)
            if name is None:
                continue
            field = _field(name, spec or "", conversion, numbering, depth)
            if field is None:
                return None
            result.append(field)
    except ValueError:
        return None
    return result


def _field(name: str, spec: str, conversion: str | None, numbering: _Numbering, depth: int) -> Field | None:
    if conversion is not None and conversion not in CONVERSIONS:
        return None
    first, rest = string._string.formatter_field_name_split(name)  # type: ignore[attr-defined]
    path = list(rest)
    if any(key == "" for _, key in path):
        return None
    argument = numbering.key(first)
    parts = _pieces(spec, numbering, depth - 1) if argument is not None else None
    if argument is None or parts is None:
        return None
    return Field(argument, path, conversion or "", parts)


def _given(pieces: "list[str | Field]", names: set[int | str]) -> bool:
    """Whether the call has every argument that the fields name."""
    fields = [piece for piece in pieces if isinstance(piece, Field)]
    return all(field.argument in names and _given(field.spec, names) for field in fields)


def _joined(fl: FunctionLowering, pieces: "list[str | Field]", values: dict[int | str, Val]) -> Val:
    return built_in.join_pieces(
        fl, [constant(p) if isinstance(p, str) else _field_text(fl, p, values) for p in pieces]
    )


def _field_text(fl: FunctionLowering, field: Field, values: dict[int | str, Val]) -> Val:
    value = values[field.argument]
    for is_attribute, key in field.path:
        if is_attribute:
            value = Val(fl.builder.emit("get_dynamic", fl.word(value), name=key), WORD)
        else:
            value = fl.runtime("operators.getitem", value, constant(key))
    spec = _joined(fl, field.spec, values)
    return built_in.format_piece(fl, field.conversion, value, spec, not field.spec)
