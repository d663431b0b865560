"""Fill the fields of `str.format` templates: `"{0[key]!r:>{width}}".format(...)`."""

from typing import Any, NoReturn

from sesha.guest.builtins.format import format_value
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_of import ascii_of, repr_of, text_of
from sesha.guest.cpu.attribute_intrinsics import formatted_attribute

MAX_DEPTH = 2
MANUAL_TO_AUTOMATIC = "cannot switch from manual field specification to automatic field numbering"
AUTOMATIC_TO_MANUAL = "cannot switch from automatic field numbering to manual field specification"


def format(self: str, *args: object, **kwargs: object) -> str:
    return _Formatter(args, kwargs, True).fill(self, MAX_DEPTH)


def format_map(self: str, mapping: Any) -> str:
    return _Formatter((), mapping, False).fill(self, MAX_DEPTH)


class _Formatter:
    """The arguments of one call, and how far automatic numbering has come."""

    def __init__(self, arguments: tuple[object, ...], names: Any, positional: bool) -> None:
        self.arguments = arguments
        self.names: Any = names
        self.positional = positional
        self.automatic = 0
        self.manual = False

    def fill(self, template: str, depth: int) -> str:
        """The template with its fields replaced; specifications may have fields to a depth."""
        if depth == 0:
            raise ValueError("Max string recursion exceeded")
        builder = StringBuilder()
        length = len(template)
        i = 0
        while i < length:
            char = template[i]
            if char != "{" and char != "}":
                start = i
                while i < length and template[i] != "{" and template[i] != "}":
                    i += 1
                builder.append(template[start:i])
                continue
            if i + 1 < length and template[i + 1] == char:
                builder.append(char)
                i += 2
                continue
            if char == "}" or i + 1 == length:
                raise ValueError("Single '" + char + "' encountered in format string")
            field = _Field(template, i + 1)
            builder.append(self.field_text(field, depth))
            i = field.end
        return builder.text()

    def field_text(self, field: "_Field", depth: int) -> str:
        value = self.value_of(field.name)
        if field.conversion == "r":
            value = repr_of(value)
        elif field.conversion == "s":
            value = text_of(value)
        elif field.conversion == "a":
            value = ascii_of(value)
        elif field.conversion != "":
            raise ValueError("Unknown conversion specifier " + field.conversion)
        spec = field.spec
        if "{" in spec:
            spec = self.fill(spec, depth - 1)
        return format_value(value, spec)

    # --- what a field names --------------------------------------------------------------------
    def value_of(self, name: str) -> object:
        end = 0
        while end < len(name) and name[end] != "." and name[end] != "[":
            end += 1
        value: object = self.argument(name[:end])
        while end < len(name):
            if name[end] == ".":
                start = end + 1
                end = start
                while end < len(name) and name[end] != "." and name[end] != "[":
                    end += 1
                value = _attribute(value, name[start:end])
                continue
            if name[end] != "[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            close = name.find("]", end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            value = _item(value, name[end + 1 : close])
            end = close + 1
        return value

    def argument(self, name: str) -> object:
        if name == "":
            if self.manual:
                raise ValueError(MANUAL_TO_AUTOMATIC)
            self.automatic += 1
            return self.positional_argument(self.automatic - 1)
        index = _number(name)
        if index < 0:
            named: object = self.names[name]
            return named
        if self.automatic > 0:
            raise ValueError(AUTOMATIC_TO_MANUAL)
        self.manual = True
        return self.positional_argument(index)

    def positional_argument(self, index: int) -> object:
        if not self.positional:
            raise ValueError("Format string contains positional fields")
        if index >= len(self.arguments):
            raise IndexError(f"Replacement index {index} out of range for positional args tuple")
        return self.arguments[index]


class _Field:
    """One `{name!conversion:spec}`, from after its opening brace; `end` is after the closing one."""

    def __init__(self, template: str, start: int) -> None:
        self.conversion = ""
        self.spec = ""
        self.end = _end_of_name(template, start)
        self.name = template[start : self.end]
        if self.end == len(template):
            raise ValueError("expected '}' before end of string")
        if template[self.end] == "!":
            self._read_conversion(template)
        if template[self.end] == ":":
            self._read_spec(template)
        self.end += 1

    def _read_conversion(self, template: str) -> None:
        if self.end + 1 == len(template):
            raise ValueError("end of string while looking for conversion specifier")
        self.conversion = template[self.end + 1]
        self.end += 2
        if self.end == len(template):
            raise ValueError("unmatched '{' in format spec")
        if template[self.end] != "}" and template[self.end] != ":":
            raise ValueError("expected ':' after conversion specifier")

    def _read_spec(self, template: str) -> None:
        start = self.end + 1
        depth = 1
        i = start
        while i < len(template):
            if template[i] == "{":
                depth += 1
            elif template[i] == "}":
                depth -= 1
                if depth == 0:
                    self.spec = template[start:i]
                    self.end = i
                    return
            i += 1
        raise ValueError("unmatched '{' in format spec")


def _end_of_name(template: str, start: int) -> int:
    """Where the field's name ends; brackets hide `!`, `:` and `}`."""
    inside = False
    i = start
    while i < len(template):
        char = template[i]
        if char == "{":
            raise ValueError("unexpected '{' in field name")
        if char == "[":
            inside = True
        elif char == "]":
            inside = False
        elif not inside and (char == "}" or char == ":" or char == "!"):
            return i
        i += 1
    return i


def _number(name: str) -> int:
    """The index that the name is, or -1."""
    value = 0
    for char in name:
        digit = ord(char) - 48
        if digit < 0 or digit > 9:
            return -1
        value = value * 10 + digit
    if value >= 1 << 63:
        raise ValueError("Too many decimal digits in format string")
    return value if name != "" else -1


def _item(value: Any, key: str) -> object:
    if key == "":
        raise ValueError("Empty attribute in format string")
    index = _number(key)
    result: object = value[index] if index >= 0 else value[key]
    return result


def _attribute(value: object, name: str) -> object:
    if name == "":
        raise ValueError("Empty attribute in format string")
    found: object = formatted_attribute(value, name)
    return found


def unmentioned(name: str) -> NoReturn:
    """A format string that was put together, or came from elsewhere."""
    raise NotImplementedError(
        f"the attribute '{name}' in a format string: no text of the program names it so"
    )
