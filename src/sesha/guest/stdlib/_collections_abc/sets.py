"""Sets: what `__contains__`, `__iter__` and `__len__` (`add`, `discard`) make of a class."""

from typing import Any

from sesha.guest.stdlib._collections_abc.protocols import Collection, Iterable


def _is_set(value: Any) -> bool:
    return isinstance(value, Set)


def _is_iterable(value: Any) -> bool:
    return isinstance(value, Iterable)


def _operand(left: Any, right: Any) -> Any:
    """What stands for the right side of an operator: a set of its items; None if it has none."""
    if _is_set(right):
        return right
    return left._from_iterable(right) if _is_iterable(right) else None


class Set(Collection):
    def __hash__(self) -> int:
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        made: Any = cls
        return made(it)

    def __le__(self: Any, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self: Any, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) < len(other) and self <= other

    def __gt__(self: Any, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) > len(other) and self >= other

    def __ge__(self: Any, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __eq__(self: Any, other: Any) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) == len(other) and self <= other

    def __and__(self: Any, other: Any) -> Any:
        if not _is_iterable(other):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    def __rand__(self: Any, other: Any) -> Any:
        return self & other

    def isdisjoint(self: Any, other: Any) -> bool:
        return not any(item in self for item in other)

    def __or__(self: Any, other: Any) -> Any:
        if not _is_iterable(other):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    def __ror__(self: Any, other: Any) -> Any:
        return self | other

    def __sub__(self: Any, other: Any) -> Any:
        operand = _operand(self, other)
        if operand is None:
            return NotImplemented
        return self._from_iterable(item for item in self if item not in operand)

    def __rsub__(self: Any, other: Any) -> Any:
        operand = _operand(self, other)
        if operand is None:
            return NotImplemented
        return self._from_iterable(item for item in operand if item not in self)

    def __xor__(self: Any, other: Any) -> Any:
        operand = _operand(self, other)
        if operand is None:
            return NotImplemented
        return (self - operand) | (operand - self)

    def __rxor__(self: Any, other: Any) -> Any:
        return self ^ other


class MutableSet(Set):
    def remove(self: Any, value: Any) -> None:
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self: Any) -> Any:
        it = iter(self)
        try:
            value = next(it)
        except StopIteration:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self: Any) -> None:
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self: Any, it: Any) -> Any:
        for value in it:
            self.add(value)
        return self

    def __iand__(self: Any, it: Any) -> Any:
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self: Any, it: Any) -> Any:
        if it is self:
            self.clear()
            return self
        if not _is_set(it):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self: Any, it: Any) -> Any:
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self
