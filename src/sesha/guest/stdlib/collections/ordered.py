"""Implement OrderedDict: a dict whose items can be moved, and whose order counts in `==`."""

from typing import Any


class OrderedDict(dict[Any, Any]):
    def popitem(self, last: bool = True) -> tuple[Any, Any]:
        """The last item, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return super().popitem()
        for key in self:
            return (key, self.pop(key))
        raise KeyError("dictionary is empty")

    def move_to_end(self, key: Any, last: bool = True) -> None:
        value = self.pop(key)
        if last:
            self[key] = value
            return
        others = list(self.items())
        self.clear()
        self[key] = value
        for other, kept in others:
            self[other] = kept

    def copy(self) -> "OrderedDict":
        return OrderedDict(self)

    def __copy__(self) -> "OrderedDict":
        return OrderedDict(self)

    def __eq__(self, other: object) -> Any:
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict(self) == other

    def __ne__(self, other: object) -> Any:
        if isinstance(other, OrderedDict):
            return list(self.items()) != list(other.items())
        return dict(self) != other

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, dict):
            return NotImplemented
        result = OrderedDict(self)
        result.update(other)
        return result

    def __repr__(self) -> str:
        return f"OrderedDict({dict(self)!r})" if self else "OrderedDict()"
