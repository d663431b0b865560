"""Group and share streams: `groupby` and `tee`, whose parts look at one source together."""

from collections.abc import Callable, Iterable
from typing import Any


class groupby:
    """The current item waits in `value`; `group` is the only group that may still give items."""

    def __init__(self, iterable: Iterable[Any], key: Callable[[Any], Any] | None = None) -> None:
        self.iterator = iter(iterable)
        self.function = key
        self.waiting = False
        self.value: Any = None
        self.key: Any = None
        self.group: Any = None

    def __iter__(self) -> "groupby":
        return self

    def __next__(self) -> Any:
        """The next key and its group; what is left of the group before is passed over."""
        previous = self.group
        self.group = None
        if previous is not None:
            while self.waiting and self.key == previous.key:
                self.advance()
        elif not self.waiting:
            self.advance()
        if not self.waiting:
            raise StopIteration
        self.group = _grouper(self, self.key)
        return (self.key, self.group)

    def advance(self) -> None:
        """Take the next item and its key."""
        self.waiting = False
        for value in self.iterator:
            self.value = value
            self.key = value if self.function is None else self.function(value)
            self.waiting = True
            return


class _grouper:
    """The items of one key, taken from the parent while they last."""

    def __init__(self, parent: groupby, key: Any) -> None:
        self.parent = parent
        self.key = key

    def __iter__(self) -> "_grouper":
        return self

    def __next__(self) -> Any:
        parent = self.parent
        if parent.group is not self or not parent.waiting or not parent.key == self.key:
            raise StopIteration
        value = parent.value
        parent.advance()
        return value


class _Shared:
    """What the iterators of one `tee` have in common: the source and a chain of items taken."""

    def __init__(self, iterator: Any) -> None:
        self.iterator = iterator


class _Link:
    """One item of a `tee` and the way to the next; made when first asked for."""

    def __init__(self) -> None:
        self.filled = False
        self.value: Any = None
        self.following: Any = None


class _tee:
    def __init__(self, shared: _Shared, link: _Link) -> None:
        self.shared = shared
        self.link = link

    def __iter__(self) -> "_tee":
        return self

    def __next__(self) -> Any:
        link = self.link
        if not link.filled:
            link.value = next(self.shared.iterator)
            link.following = _Link()
            link.filled = True
        self.link = link.following
        return link.value

    def __copy__(self) -> "_tee":
        return _tee(self.shared, self.link)


def tee(iterable: Iterable[Any], n: int = 2) -> tuple[Any, ...]:
    if n < 0:
        raise ValueError("n must be >= 0")
    shared = _Shared(iter(iterable))
    link = _Link()
    return tuple([_tee(shared, link) for _ in range(n)])
