"""Implement UserDict, UserList and UserString: containers around a built-in one, to derive from."""

from collections.abc import Iterable
from typing import Any


class UserDict:
    data: dict[Any, Any]

    def __init__(self, dict: Any = None, /, **kwargs: Any) -> None:
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, key: Any) -> Any:
        if key in self.data:
            return self.data[key]
        if hasattr(self, "__missing__"):
            return self.__missing__(key)
        raise KeyError(key)

    def __setitem__(self, key: Any, item: Any) -> None:
        self.data[key] = item

    def __delitem__(self, key: Any) -> None:
        del self.data[key]

    def __iter__(self) -> Any:
        return iter(self.data)

    def __contains__(self, key: object) -> bool:
        return key in self.data

    def get(self, key: Any, default: Any = None) -> Any:
        if key in self:
            return self[key]
        return default

    def keys(self) -> Any:
        return self.data.keys()

    def values(self) -> Any:
        return self.data.values()

    def items(self) -> Any:
        return self.data.items()

    def pop(self, key: Any, *default: Any) -> Any:
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self) -> Any:
        for key in self:
            value = self[key]
            del self[key]
            return (key, value)
        raise KeyError

    def clear(self) -> None:
        for key in list(self):
            del self[key]

    def setdefault(self, key: Any, default: Any = None) -> Any:
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other: Any = (), /, **kwargs: Any) -> None:
        if hasattr(other, "keys"):
            for key in other.keys():  # noqa: SIM118
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for name, value in kwargs.items():
            self[name] = value

    def copy(self) -> Any:
        return UserDict(self.data)

    def __eq__(self, other: object) -> Any:
        if isinstance(other, UserDict):
            return self.data == other.data
        return self.data == other

    def __repr__(self) -> str:
        return repr(self.data)


class UserList:
    data: list[Any]

    def __init__(self, initlist: Any = None) -> None:
        self.data = []
        if initlist is not None:
            self.data.extend(initlist)

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, i: Any) -> Any:
        return UserList(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i: Any, item: Any) -> None:
        self.data[i] = item

    def __delitem__(self, i: Any) -> None:
        del self.data[i]

    def __contains__(self, item: object) -> bool:
        return item in self.data

    def __iter__(self) -> Any:
        return iter(self.data)

    def append(self, item: Any) -> None:
        self.data.append(item)

    def extend(self, other: Iterable[Any]) -> None:
        self.data.extend(other)

    def insert(self, i: int, item: Any) -> None:
        self.data.insert(i, item)

    def pop(self, i: int = -1) -> Any:
        return self.data.pop(i)

    def remove(self, item: Any) -> None:
        self.data.remove(item)

    def clear(self) -> None:
        self.data.clear()

    def copy(self) -> Any:
        return UserList(self.data)

    def count(self, item: Any) -> int:
        return self.data.count(item)

    def index(self, item: Any, *args: Any) -> int:
        return self.data.index(item, *args)

    def reverse(self) -> None:
        self.data.reverse()

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        self.data.sort(key=key, reverse=reverse)

    def __add__(self, other: Any) -> Any:
        return UserList(self.data + list(other))

    def __iadd__(self, other: Any) -> Any:
        self.data.extend(other)
        return self

    def __mul__(self, n: int) -> Any:
        return UserList(self.data * n)

    def __eq__(self, other: object) -> Any:
        return self.data == _plain(other)

    def __lt__(self, other: Any) -> bool:
        return bool(self.data < _plain(other))

    def __le__(self, other: Any) -> bool:
        return bool(self.data <= _plain(other))

    def __gt__(self, other: Any) -> bool:
        return bool(self.data > _plain(other))

    def __ge__(self, other: Any) -> bool:
        return bool(self.data >= _plain(other))

    def __repr__(self) -> str:
        return repr(self.data)


def _plain(value: Any) -> Any:
    return value.data if isinstance(value, UserList) else value


class UserString:
    data: str

    def __init__(self, seq: Any) -> None:
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self) -> str:
        return self.data

    def __repr__(self) -> str:
        return repr(self.data)

    def __hash__(self) -> int:
        return hash(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: Any) -> Any:
        return UserString(self.data[index])

    def __contains__(self, char: Any) -> bool:
        return str(char) in self.data

    def __iter__(self) -> Any:
        return iter(self.data)

    def __add__(self, other: Any) -> Any:
        return UserString(self.data + str(other))

    def __radd__(self, other: Any) -> Any:
        return UserString(str(other) + self.data)

    def __mul__(self, n: int) -> Any:
        return UserString(self.data * n)

    def __eq__(self, other: object) -> Any:
        return self.data == str(other) if isinstance(other, (str, UserString)) else NotImplemented

    def __lt__(self, other: Any) -> bool:
        return self.data < str(other)

    def __le__(self, other: Any) -> bool:
        return self.data <= str(other)

    def __gt__(self, other: Any) -> bool:
        return self.data > str(other)

    def __ge__(self, other: Any) -> bool:
        return self.data >= str(other)
