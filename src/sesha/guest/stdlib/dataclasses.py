"""Functions over dataclasses, as the module `dataclasses` of images.

The compiler writes the methods of a dataclass itself, and four more that the functions here ask
(`compiler/lower/classes/dataclass_fields.py`): `__field_names__`, `__field_values__`, `__init_names__` and
`__with_fields__`. Of a `Field`, images know the name.
"""

from collections.abc import Callable
from typing import Any, NoReturn


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen dataclass was assigned or deleted."""


def refuse_assignment(name: str) -> NoReturn:
    """What assigning to a frozen dataclass does."""
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


class _MissingType:
    """The type of MISSING."""

    def __repr__(self) -> str:
        return "<dataclasses._MISSING_TYPE object>"


class _KwOnlyType:
    """The type of KW_ONLY."""


MISSING: Any = _MissingType()
KW_ONLY: Any = _KwOnlyType()


class Field:
    """One field: `fields` knows its name, `field()` the rest."""

    type: Any
    default: Any
    default_factory: Any
    init: Any
    repr: Any
    hash: Any
    compare: Any
    metadata: Any
    kw_only: Any

    def __init__(self, name: str) -> None:
        self.name = name


def field(
    *,
    default: Any = MISSING,
    default_factory: Any = MISSING,
    init: bool = True,
    repr: bool = True,
    hash: bool | None = None,
    compare: bool = True,
    metadata: Any = None,
    kw_only: Any = MISSING,
) -> Any:
    """The description of a field; the compiler reads it where it stands in a class body."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    made = Field("")
    made.default = default
    made.default_factory = default_factory
    made.init = init
    made.repr = repr
    made.hash = hash
    made.compare = compare
    made.metadata = {} if metadata is None else metadata
    made.kw_only = kw_only
    return made


def _names(value: Any) -> tuple[str, ...] | None:
    """The names of the fields of a dataclass or an instance of one; None for anything else."""
    method = getattr(value, "__field_names__", None)
    if method is None:
        return None
    names: tuple[str, ...] = method()
    return names


def is_dataclass(obj: Any) -> bool:
    """Whether the value is a dataclass or an instance of one."""
    return _names(obj) is not None


def fields(class_or_instance: Any) -> tuple[Any, ...]:
    """The fields, in order."""
    found = _names(class_or_instance)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([Field(name) for name in found])


def _is_instance(value: Any) -> bool:
    return not isinstance(value, type) and _names(value) is not None


def asdict(obj: Any, *, dict_factory: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """The fields as a dict; dataclasses, lists, tuples and dicts inside are converted, too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(value: Any, dict_factory: Callable[[list[tuple[str, Any]]], Any]) -> Any:
    if value is None or isinstance(value, (str, int, float, bytes)):
        return value
    if _is_instance(value):
        values = value.__field_values__()
        names = value.__field_names__()
        return dict_factory([(names[i], _as_dict(values[i], dict_factory)) for i in range(len(names))])
    if isinstance(value, list):
        return [_as_dict(item, dict_factory) for item in value]
    if isinstance(value, tuple):
        items = [_as_dict(item, dict_factory) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, dict):
        return {_as_dict(k, dict_factory): _as_dict(v, dict_factory) for k, v in value.items()}
    return value


def astuple(obj: Any, *, tuple_factory: Callable[[list[Any]], Any] = tuple) -> Any:
    """The values of the fields as a tuple, converted inside as well."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(value: Any, tuple_factory: Callable[[list[Any]], Any]) -> Any:
    if value is None or isinstance(value, (str, int, float, bytes)):
        return value
    if _is_instance(value):
        return tuple_factory([_as_tuple(item, tuple_factory) for item in value.__field_values__()])
    if isinstance(value, list):
        return [_as_tuple(item, tuple_factory) for item in value]
    if isinstance(value, tuple):
        items = [_as_tuple(item, tuple_factory) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, dict):
        return {_as_tuple(k, tuple_factory): _as_tuple(v, tuple_factory) for k, v in value.items()}
    return value


def replace(obj: Any, /, **changes: Any) -> Any:
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    names = obj.__field_names__()
    current = obj.__field_values__()
    known = {names[i]: current[i] for i in range(len(names))}
    values: list[Any] = []
    init_names = obj.__init_names__()
    for name in init_names:
        if name in changes:
            values.append(changes[name])
        elif name in known:
            values.append(known[name])
        else:
            raise ValueError(f"InitVar {name!r} must be specified with replace()")
    for name in changes:
        if name not in init_names:
            _refuse(type(obj).__name__, name, name in known)
    return obj.__with_fields__(tuple(values))


def _refuse(class_name: str, name: str, is_field: bool) -> None:
    if is_field:
        raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
    raise TypeError(f"{class_name}.__init__() got an unexpected keyword argument {name!r}")
