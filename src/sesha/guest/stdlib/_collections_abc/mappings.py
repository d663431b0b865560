"""Mappings: what `__getitem__`, `__iter__` and `__len__` (and two more) make of a class."""

from typing import Any

from sesha.guest.stdlib._collections_abc.protocols import Collection
from sesha.guest.stdlib._collections_abc.views import ItemsView, KeysView, ValuesView


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


class Mapping(Collection):
    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    def get(self: Any, key: Any, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self: Any, key: Any) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self) -> Any:
        return KeysView(self)

    def items(self) -> Any:
        return ItemsView(self)

    def values(self) -> Any:
        return ValuesView(self)

    def __eq__(self: Any, other: Any) -> Any:
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    def pop(self: Any, key: Any, *default: Any) -> Any:
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value

    def popitem(self: Any) -> Any:
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self: Any) -> None:
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self: Any, other: Any = (), /, **kwds: Any) -> None:
        if _is_mapping(other):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():  # noqa: SIM118
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for name, value in kwds.items():
            self[name] = value

    def setdefault(self: Any, key: Any, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default
