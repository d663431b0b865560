"""Functions over dataclasses, as the module `dataclasses` of images.

The compiler writes the methods of a dataclass itself. What it leaves for these functions is the
class attribute `__dataclass_fields__`, a dict from names to `Field` in their order, made for the
classes of a program that uses one of them.
"""

from collections.abc import Callable
from typing import Any


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen dataclass was assigned or deleted."""


class _MissingType:
    """The type of MISSING."""

    def __repr__(self) -> str:
        return "<dataclasses._MISSING_TYPE object>"


class _KwOnlyType:
    """The type of KW_ONLY."""


MISSING: Any = _MissingType()
KW_ONLY: Any = _KwOnlyType()


class Field:
    """What is known of one field."""

    def __init__(
        self,
        default: Any,
        default_factory: Any,
        init: bool,
        repr: bool,
        hash: bool | None,
        compare: bool,
        metadata: Any,
        kw_only: Any,
    ) -> None:
        self.name = ""
        self.type: Any = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata: Any = {} if metadata is None else metadata
        self.kw_only = kw_only

    def __repr__(self) -> str:
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type=_FIELD)"
        )


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
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _fields_of(value: Any) -> dict[str, Any] | None:
    found: dict[str, Any] | None = getattr(value, "__dataclass_fields__", None)
    return found


def is_dataclass(obj: Any) -> bool:
    """Whether the value is a dataclass or an instance of one."""
    return _fields_of(obj) is not None


def fields(class_or_instance: Any) -> tuple[Any, ...]:
    """The fields, in order."""
    found = _fields_of(class_or_instance)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(found.values())


def _is_instance(value: Any) -> bool:
    return not isinstance(value, type) and _fields_of(value) is not None


def asdict(obj: Any, *, dict_factory: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """The fields as a dict; dataclasses, lists, tuples and dicts inside are converted, too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(value: Any, dict_factory: Callable[[list[tuple[str, Any]]], Any]) -> Any:
    if value is None or isinstance(value, (str, int, float, bytes)):
        return value
    if _is_instance(value):
        pairs = [(f.name, _as_dict(getattr(value, f.name), dict_factory)) for f in fields(value)]
        return dict_factory(pairs)
    if isinstance(value, list):
        return [_as_dict(item, dict_factory) for item in value]
    if isinstance(value, tuple):
        items = [_as_dict(item, dict_factory) for item in value]
        if hasattr(value, "_fields"):
            return type(value)(*items)
        return tuple(items)
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
        return tuple_factory([_as_tuple(getattr(value, f.name), tuple_factory) for f in fields(value)])
    if isinstance(value, list):
        return [_as_tuple(item, tuple_factory) for item in value]
    if isinstance(value, tuple):
        items = [_as_tuple(item, tuple_factory) for item in value]
        if hasattr(value, "_fields"):
            return type(value)(*items)
        return tuple(items)
    if isinstance(value, dict):
        return {_as_tuple(k, tuple_factory): _as_tuple(v, tuple_factory) for k, v in value.items()}
    return value


def replace(obj: Any, /, **changes: Any) -> Any:
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in fields(obj):
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
        elif f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
