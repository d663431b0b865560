"""The environment: `os.environ`, a mapping filled from what the machine was started with."""

from collections.abc import ItemsView, Iterator, KeysView, ValuesView

from sesha.guest.machine.this import arguments


class _Environ:
    """Names and values; changes stay in the program."""

    def __init__(self, data: dict[str, str]) -> None:
        self._data = data

    def __getitem__(self, key: str) -> str:
        value = self._data.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: str) -> None:
        self._data[key] = value

    def __delitem__(self, key: str) -> None:
        del self._data[key]

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        return f"environ({self._data!r})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _Environ):
            return self._data == other._data
        return self._data == other

    __hash__ = None  # type: ignore[assignment]

    def get(self, key: str, default: str | None = None) -> str | None:
        return self._data.get(key, default)

    def keys(self) -> KeysView[str]:
        return self._data.keys()

    def values(self) -> ValuesView[str]:
        return self._data.values()

    def items(self) -> ItemsView[str, str]:
        return self._data.items()

    def copy(self) -> dict[str, str]:
        return dict(self._data)

    def setdefault(self, key: str, value: str) -> str:
        return self._data.setdefault(key, value)

    def pop(self, key: str, *default: str | None) -> str | None:
        if key not in self._data and default:
            return default[0]
        return self._data.pop(key)

    def update(self, other: dict[str, str]) -> None:
        self._data.update(other)

    def clear(self) -> None:
        self._data.clear()


environ = _Environ(dict(arguments.environ()))


def getenv(key: str, default: str | None = None) -> str | None:
    return environ.get(key, default)


def putenv(name: str, value: str, /) -> None:
    environ[name] = value


def unsetenv(name: str, /) -> None:
    environ.pop(name, None)
