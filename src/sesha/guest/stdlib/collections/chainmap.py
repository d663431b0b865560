"""Implement ChainMap: several mappings seen as one; changes go to the first."""

from typing import Any


class ChainMap:
    maps: list[Any]

    def __init__(self, *maps: Any) -> None:
        self.maps = list(maps) if maps else [{}]

    def __missing__(self, key: Any) -> Any:
        raise KeyError(key)

    def __getitem__(self, key: Any) -> Any:
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        if key in self:
            return self[key]
        return default

    def _flat(self) -> dict[Any, Any]:
        """All items, keys in the order of the last mapping first."""
        result: dict[Any, Any] = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                result[key] = mapping[key]
        return result

    def __len__(self) -> int:
        return len(self._flat())

    def __iter__(self) -> Any:
        return iter(self._flat())

    def __contains__(self, key: Any) -> bool:
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self) -> bool:
        for mapping in self.maps:
            if mapping:
                return True
        return False

    def keys(self) -> Any:
        return self._flat().keys()

    def values(self) -> Any:
        return self._flat().values()

    def items(self) -> Any:
        return self._flat().items()

    def new_child(self, m: Any = None, **kwargs: Any) -> "ChainMap":
        child: Any = kwargs if m is None else m
        if m is not None:
            child.update(kwargs)
        return ChainMap(child, *self.maps)

    @property
    def parents(self) -> "ChainMap":
        return ChainMap(*self.maps[1:])

    def copy(self) -> "ChainMap":
        return ChainMap(self.maps[0].copy(), *self.maps[1:])

    def __copy__(self) -> "ChainMap":
        return ChainMap(self.maps[0].copy(), *self.maps[1:])

    # --- changes: the first mapping --------------------------------------------------------------------
    def __setitem__(self, key: Any, value: Any) -> None:
        self.maps[0][key] = value

    def __delitem__(self, key: Any) -> None:
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def pop(self, key: Any, *default: Any) -> Any:
        if key not in self.maps[0] and not default:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key, *default)

    def popitem(self) -> Any:
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def setdefault(self, key: Any, default: Any = None) -> Any:
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other: Any = (), **kwargs: Any) -> None:
        self.maps[0].update(other, **kwargs)

    def clear(self) -> None:
        self.maps[0].clear()

    # --- comparison --------------------------------------------------------------------------------------
    def __eq__(self, other: object) -> Any:
        if isinstance(other, ChainMap):
            return self._flat() == other._flat()
        return self._flat() == other

    def __or__(self, other: Any) -> Any:
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other: Any) -> Any:
        self.update(other)
        return self

    def __repr__(self) -> str:
        return "ChainMap(" + ", ".join([repr(mapping) for mapping in self.maps]) + ")"
