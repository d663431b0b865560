"""Views of mappings: their keys, items and values."""

from typing import Any

from sesha.guest.stdlib._collections_abc.protocols import Collection, Sized
from sesha.guest.stdlib._collections_abc.sets import Set


class MappingView(Sized):
    _mapping: Any

    def __init__(self, mapping: Any) -> None:
        self._mapping = mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        return set(it)

    def __contains__(self, key: Any) -> bool:
        return key in self._mapping

    def __iter__(self) -> Any:
        yield from self._mapping


class ItemsView(MappingView, Set):
    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        return set(it)

    def __contains__(self, item: Any) -> bool:
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or bool(found == value)

    def __iter__(self) -> Any:
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
    def __contains__(self, value: Any) -> bool:
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self) -> Any:
        for key in self._mapping:
            yield self._mapping[key]
