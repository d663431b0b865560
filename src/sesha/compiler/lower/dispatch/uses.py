"""Say which dispatcher an operation on a name needs: opcode -> maker."""

from collections.abc import Callable

from sesha.compiler.ir.function import Function, Op
from sesha.compiler.lower.dispatch.dispatchers import Dispatchers
from sesha.compiler.lower.expressions.attribute_names import Names
from sesha.compiler.types.classes import FunctionDecl

Maker = Callable[[Dispatchers, str, Op], Function]
"""maker(dispatchers, the dispatcher's name, an operation that uses it)."""


def make_dispatcher(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    return MAKERS[use.opcode](dispatchers, name, use)


def _virtual(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    a = use.attributes
    decl = a["decl"]
    assert isinstance(decl, FunctionDecl)
    after = str(a["after"]) if use.opcode == "call_super" else None
    shape = str(a["given"]) if "given" in a else None
    return dispatchers.virtual(name, str(a.get("cls")), _of(use), decl, bool(a.get("setter")), after, shape)


def _call(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    keywords = use.attributes["keywords"]
    assert isinstance(keywords, tuple)
    return dispatchers.call(name, _of(use), len(use.operands), keywords, default=False)


def _call_or(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    return dispatchers.call(name, _of(use), len(use.operands) - 1, (), default=True)


def _overrides(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    return dispatchers.overrides(name, _of(use))


def _get(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    cls = use.attributes.get("cls")
    return dispatchers.get(name, _of(use), use.opcode == "get_dynamic_or", None if cls is None else str(cls))


def _set(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    return dispatchers.set(name, _of(use), bool(use.attributes.get("open")), _raw(use))


def _delete(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    return dispatchers.delete(name, _of(use), _raw(use))


def _computed(dispatchers: Dispatchers, name: str, use: Op) -> Function:
    known = use.attributes["known"]
    assert known is None or isinstance(known, tuple)
    names = Names(known, str(use.attributes["prefix"]))
    return dispatchers.computed(name, use.opcode, str(use.attributes["owner"]), names, _raw(use))


def _of(use: Op) -> str:
    """The name of the method or attribute."""
    return str(use.attributes["name"])


def _raw(use: Op) -> bool:
    """Whether it goes past the class's own `__setattr__`."""
    return bool(use.attributes.get("raw"))


MAKERS: dict[str, Maker] = {
    "call_method": _virtual,
    "call_super": _virtual,
    "call_dynamic": _call,
    "call_method_or": _call_or,
    "overrides": _overrides,
    "passes_abstract": lambda maker, name, _: maker.passes_abstract(name),
    "get_dynamic": _get,
    "get_dynamic_or": _get,
    "set_dynamic": _set,
    "delete_dynamic": _delete,
    "get_formatted": lambda maker, name, _: maker.formatted(name),
    "get_computed": _computed,
    "get_computed_or": _computed,
    "set_computed": _computed,
    "delete_computed": _computed,
}
