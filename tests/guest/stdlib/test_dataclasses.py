"""Compare the guest's dataclass functions with CPython's, over CPython's dataclasses."""

import dataclasses
from collections import namedtuple
from dataclasses import dataclass, field
from typing import Any

import pytest

from sesha.guest.stdlib import dataclasses as ours

pytestmark = pytest.mark.fast
Pair = namedtuple("Pair", "x y")


def compiled(cls: Any) -> Any:
    """Give a class the methods that the compiler adds to dataclasses."""
    names = tuple(f.name for f in dataclasses.fields(cls))
    init_names = tuple(f.name for f in dataclasses.fields(cls) if f.init)
    cls.__field_names__ = classmethod(lambda c: names)
    cls.__init_names__ = classmethod(lambda c: init_names)
    cls.__field_values__ = lambda self: tuple(getattr(self, name) for name in names)
    cls.__with_fields__ = lambda self, values: type(self)(**dict(zip(init_names, values)))
    return cls


@compiled
@dataclass
class Inner:
    a: int
    b: str = "b"


@compiled
@dataclass
class Outer:
    inner: Inner
    items: list[Any] = field(default_factory=list)
    mapping: dict[str, Any] = field(default_factory=dict)
    late: int = field(default=3, init=False, repr=False)


VALUE = Outer(Inner(1), [Inner(2), (Inner(3), Pair(Inner(4), None))], {"k": Inner(5)})


def test_conversions() -> None:
    assert ours.asdict(VALUE) == dataclasses.asdict(VALUE)
    assert ours.astuple(VALUE) == dataclasses.astuple(VALUE)
    assert ours.asdict(VALUE, dict_factory=tuple) == dataclasses.asdict(VALUE, dict_factory=tuple)  # type: ignore[call-overload]
    assert [f.name for f in ours.fields(Outer)] == ["inner", "items", "mapping", "late"]
    assert ours.is_dataclass(VALUE)
    assert ours.is_dataclass(Outer)
    assert not ours.is_dataclass(3)


def test_replace() -> None:
    assert ours.replace(VALUE, items=[]) == dataclasses.replace(VALUE, items=[])
    for function in (ours.replace, dataclasses.replace):
        with pytest.raises((TypeError, ValueError), match="field late is declared with init=False"):
            function(VALUE, late=4)


@pytest.mark.parametrize("name", ["asdict", "astuple", "replace", "fields"])
def test_refuses_other_values(name: str) -> None:
    messages = []
    for module in (ours, dataclasses):
        with pytest.raises(TypeError) as caught:
            getattr(module, name)(3)
        messages.append(str(caught.value))
    assert messages[0].replace("replace()", "") == messages[1].replace("replace()", "")


def test_field() -> None:
    with pytest.raises(ValueError, match="cannot specify both default and default_factory"):
        ours.field(default=1, default_factory=list)
    assert ours.field(default=1).default == 1
    assert issubclass(ours.FrozenInstanceError, AttributeError)
