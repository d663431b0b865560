"""Implement the classes of `collections.abc`: what each gives to the classes that derive from it.

Which other classes count as instances is settled when the world is closed (lower/classes/abstract_tests.py):
nothing here is asked about that. Values are dynamic throughout, since any class may come in.
"""

from typing import Any


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_set(value: Any) -> bool:
    return isinstance(value, Set)


def _is_iterable(value: Any) -> bool:
    return isinstance(value, Iterable)


class Hashable:
    __module__ = "collections.abc"


class Callable:
    __module__ = "collections.abc"


class Awaitable:
    __module__ = "collections.abc"


class Coroutine(Awaitable):
    __module__ = "collections.abc"

    def close(self) -> None:
        me: Any = self
        try:
            me.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")


class AsyncIterable:
    __module__ = "collections.abc"


class AsyncIterator(AsyncIterable):
    __module__ = "collections.abc"

    def __aiter__(self) -> Any:
        return self


class Iterable:
    __module__ = "collections.abc"


class Iterator(Iterable):
    __module__ = "collections.abc"

    def __iter__(self) -> Any:
        return self


class Generator(Iterator):
    __module__ = "collections.abc"

    def __next__(self) -> Any:
        me: Any = self
        return me.send(None)

    def close(self) -> None:
        me: Any = self
        try:
            me.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class AsyncGenerator(AsyncIterator):
    __module__ = "collections.abc"

    async def __anext__(self) -> Any:
        me: Any = self
        return await me.asend(None)

    async def aclose(self) -> None:
        me: Any = self
        try:
            await me.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


class Reversible(Iterable):
    __module__ = "collections.abc"


class Sized:
    __module__ = "collections.abc"


class Container:
    __module__ = "collections.abc"


class Collection(Sized, Iterable, Container):
    __module__ = "collections.abc"


class Sequence(Reversible, Collection):
    __module__ = "collections.abc"

    def __iter__(self) -> Any:
        me: Any = self
        i = 0
        try:
            while True:
                yield me[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value: Any) -> bool:
        me: Any = self
        for item in me:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self) -> Any:
        me: Any = self
        for i in reversed(range(len(me))):
            yield me[i]

    def index(self, value: Any, start: Any = 0, stop: Any = None) -> Any:
        me: Any = self
        if start is not None and start < 0:
            start = max(len(me) + start, 0)
        if stop is not None and stop < 0:
            stop += len(me)
        i = start
        while stop is None or i < stop:
            try:
                item = me[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self, value: Any) -> int:
        me: Any = self
        return sum(1 for item in me if item is value or item == value)


class MutableSequence(Sequence):
    __module__ = "collections.abc"

    def append(self, value: Any) -> None:
        me: Any = self
        me.insert(len(me), value)

    def clear(self) -> None:
        me: Any = self
        try:
            while True:
                me.pop()
        except IndexError:
            pass

    def reverse(self) -> None:
        me: Any = self
        n = len(me)
        for i in range(n // 2):
            me[i], me[n - i - 1] = me[n - i - 1], me[i]

    def extend(self, values: Any) -> None:
        me: Any = self
        if values is me:
            values = list(values)
        for item in values:
            me.append(item)

    def pop(self, index: Any = -1) -> Any:
        me: Any = self
        item = me[index]
        del me[index]
        return item

    def remove(self, value: Any) -> None:
        me: Any = self
        del me[me.index(value)]

    def __iadd__(self, values: Any) -> Any:
        me: Any = self
        me.extend(values)
        return me


class Mapping(Collection):
    __module__ = "collections.abc"

    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    def get(self, key: Any, default: Any = None) -> Any:
        me: Any = self
        try:
            return me[key]
        except KeyError:
            return default

    def __contains__(self, key: Any) -> bool:
        me: Any = self
        try:
            me[key]
        except KeyError:
            return False
        return True

    def keys(self) -> Any:
        return KeysView(self)

    def items(self) -> Any:
        return ItemsView(self)

    def values(self) -> Any:
        return ValuesView(self)

    def __eq__(self, other: Any) -> Any:
        if not _is_mapping(other):
            return NotImplemented
        me: Any = self
        return dict(me.items()) == dict(other.items())


class MutableMapping(Mapping):
    __module__ = "collections.abc"

    def pop(self, key: Any, *default: Any) -> Any:
        me: Any = self
        try:
            value = me[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del me[key]
        return value

    def popitem(self) -> Any:
        me: Any = self
        try:
            key = next(iter(me))
        except StopIteration:
            raise KeyError from None
        value = me[key]
        del me[key]
        return key, value

    def clear(self) -> None:
        me: Any = self
        try:
            while True:
                me.popitem()
        except KeyError:
            pass

    def update(self, other: Any = (), /, **kwds: Any) -> None:
        me: Any = self
        if _is_mapping(other):
            for key in other:
                me[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():  # noqa: SIM118
                me[key] = other[key]
        else:
            for key, value in other:
                me[key] = value
        for name, value in kwds.items():
            me[name] = value

    def setdefault(self, key: Any, default: Any = None) -> Any:
        me: Any = self
        try:
            return me[key]
        except KeyError:
            me[key] = default
        return default


class Set(Collection):
    __module__ = "collections.abc"

    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        made: Any = cls
        return made(it)

    def __le__(self, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        me: Any = self
        return len(me) <= len(other) and all(item in other for item in me)

    def __lt__(self, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        me: Any = self
        return len(me) < len(other) and me <= other

    def __gt__(self, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        me: Any = self
        return len(me) > len(other) and me >= other

    def __ge__(self, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        me: Any = self
        return len(me) >= len(other) and all(item in me for item in other)

    def __eq__(self, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        me: Any = self
        return len(me) == len(other) and me <= other

    def __and__(self, other: Any) -> Any:
        if not _is_iterable(other):
            return NotImplemented
        me: Any = self
        return me._from_iterable(item for item in other if item in me)

    def __rand__(self, other: Any) -> Any:
        me: Any = self
        return me & other

    def isdisjoint(self, other: Any) -> bool:
        me: Any = self
        return not any(item in me for item in other)

    def __or__(self, other: Any) -> Any:
        if not _is_iterable(other):
            return NotImplemented
        me: Any = self
        return me._from_iterable(item for part in (me, other) for item in part)

    def __ror__(self, other: Any) -> Any:
        me: Any = self
        return me | other

    def __sub__(self, other: Any) -> Any:
        me: Any = self
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = me._from_iterable(other)
        return me._from_iterable(item for item in me if item not in other)

    def __rsub__(self, other: Any) -> Any:
        me: Any = self
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = me._from_iterable(other)
        return me._from_iterable(item for item in other if item not in me)

    def __xor__(self, other: Any) -> Any:
        me: Any = self
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = me._from_iterable(other)
        return (me - other) | (other - me)

    def __rxor__(self, other: Any) -> Any:
        me: Any = self
        return me ^ other


class MutableSet(Set):
    __module__ = "collections.abc"

    def remove(self, value: Any) -> None:
        me: Any = self
        if value not in me:
            raise KeyError(value)
        me.discard(value)

    def pop(self) -> Any:
        me: Any = self
        it = iter(me)
        try:
            value = next(it)
        except StopIteration:
            raise KeyError from None
        me.discard(value)
        return value

    def clear(self) -> None:
        me: Any = self
        try:
            while True:
                me.pop()
        except KeyError:
            pass

    def __ior__(self, it: Any) -> Any:
        me: Any = self
        for value in it:
            me.add(value)
        return me

    def __iand__(self, it: Any) -> Any:
        me: Any = self
        for value in me - it:
            me.discard(value)
        return me

    def __ixor__(self, it: Any) -> Any:
        me: Any = self
        if it is me:
            me.clear()
            return me
        if not _is_set(it):
            it = me._from_iterable(it)
        for value in it:
            if value in me:
                me.discard(value)
            else:
                me.add(value)
        return me

    def __isub__(self, it: Any) -> Any:
        me: Any = self
        if it is me:
            me.clear()
        else:
            for value in it:
                me.discard(value)
        return me


class MappingView(Sized):
    __module__ = "collections.abc"
    _mapping: Any

    def __init__(self, mapping: Any) -> None:
        self._mapping = mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __module__ = "collections.abc"

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        return set(it)

    def __contains__(self, key: Any) -> bool:
        return key in self._mapping

    def __iter__(self) -> Any:
        yield from self._mapping


class ItemsView(MappingView, Set):
    __module__ = "collections.abc"

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
    __module__ = "collections.abc"

    def __contains__(self, value: Any) -> bool:
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self) -> Any:
        for key in self._mapping:
            yield self._mapping[key]
