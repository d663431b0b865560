"""Lower list, set and dict comprehensions: loops in place, their variables renamed apart."""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import children
from sesha.compiler.ir.function import Block
from sesha.compiler.lower.expressions.displays import DICT, LIST, SET, from_words
from sesha.compiler.lower.expressions.names import make_cell
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.statements.loops import iterate, walk_iterator
from sesha.compiler.lower.value import UNSET_VALUE, Val
from sesha.compiler.types.classes import WORD, Type
from sesha.compiler.types.representation import Repr

Loops = n.GeneratorExpr | n.DictionaryComprehension


def list_comprehension(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.ListComprehension)
    result = _hold(fl, from_words(fl, "list", []))
    element = node.generator.left_expr
    _run(
        fl, node.generator, lambda: fl.runtime("list.append", _held(fl, result, LIST), fl.expression(element))
    )
    return _held(fl, result, LIST)


def set_comprehension(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.SetComprehension)
    result = _hold(fl, from_words(fl, "set", []))
    element = node.generator.left_expr
    _run(fl, node.generator, lambda: fl.runtime("set.add", _held(fl, result, SET), fl.expression(element)))
    return _held(fl, result, SET)


def dict_comprehension(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.DictionaryComprehension)
    if node.key is None:
        raise fl.unsupported("unpacking in a comprehension", node)
    wanted = node.key
    result = _hold(fl, fl.runtime("dict.new"))

    def store() -> None:
        key = fl.expression(wanted)
        fl.runtime("dict.setitem", _held(fl, result, DICT), key, fl.expression(node.value))

    _run(fl, node, store)
    return _held(fl, result, DICT)


def _hold(fl: FunctionLowering, value: Val) -> str:
    name = fl.builder.temporary(Repr.WORD, "made")
    fl.builder.set(name, fl.word(value))
    return name


def _held(fl: FunctionLowering, name: str, kind: Type) -> Val:
    return Val(fl.builder.get(name), kind)


def _run(fl: FunctionLowering, node: Loops, element: Callable[[], object]) -> None:
    names: set[str] = set()
    for index in node.indices:
        names |= target_names(index)
    saved = {name: fl.variables.get(name) for name in names}
    captured = _captured(fl, node)

    def level(depth: int) -> None:
        if depth == len(node.sequences):
            element()
            return

        def assigned(value: Val, following: Block) -> None:
            assign(fl, node.indices[depth], value)
            body(following)

        def body(following: Block) -> None:
            for test in node.condlists[depth]:
                kept = fl.builder.new_block("kept")
                condition(fl, test, kept, following)
                fl.builder.place(kept)
            level(depth + 1)

        if node.is_async[depth]:
            fl.async_iterate(fl.operand(node.sequences[depth]), assigned)  # type: ignore[attr-defined]
        elif depth == 0:
            _first(fl, node, lambda: _declare(fl, node, names, captured), assigned, body)
        else:
            iterate(fl, node.sequences[depth], node.indices[depth], body)

    if node.is_async[0]:
        _declare(fl, node, names, captured)
    level(0)
    for name, variable in saved.items():
        if variable is None:
            fl.variables.pop(name, None)
        else:
            fl.variables[name] = variable


def _first(
    fl: FunctionLowering,
    node: Loops,
    declare: Callable[[], None],
    assigned: Callable[[Val, Block], None],
    body: Callable[[Block], None],
) -> None:
    """The first iterable is evaluated outside the comprehension's own names."""
    source = node.sequences[0]
    inner_names = set().union(*(target_names(i) for i in node.indices))
    if _mentions(source, inner_names):
        value = fl.runtime("iteration.iter_of", fl.operand(source))
        declare()
        walk_iterator(fl, value, assigned)
        return
    declare()
    iterate(fl, source, node.indices[0], body)


def _mentions(node: n.Node, names: set[str]) -> bool:
    from_node = [node]
    while from_node:
        current = from_node.pop()
        if isinstance(current, n.NameExpr) and current.name in names:
            return True
        from_node.extend(children(current))
    return False


def _declare(fl: FunctionLowering, node: Loops, names: set[str], captured: set[str]) -> None:
    types = _index_types(fl, node)
    for name in sorted(names):
        if name in captured:
            local = fl.builder.temporary(Repr.WORD, name)
            fl.builder.set(local, make_cell(fl, UNSET_VALUE.operand))
            fl.variables[name] = Variable(local, WORD, cell=True)
            continue
        kind = types.get(name, WORD)
        if kind.repr is not Repr.WORD:
            kind = WORD
        fl.variables[name] = Variable(fl.builder.temporary(Repr.WORD, name), kind)


def _index_types(fl: FunctionLowering, node: Loops) -> dict[str, Type]:
    return {index.name: fl.type_of(index) for index in node.indices if isinstance(index, n.NameExpr)}


def _captured(fl: FunctionLowering, node: Loops) -> set[str]:
    """Names that functions inside the comprehension close over."""
    result: set[str] = set()
    pending: list[n.Node] = [node]
    while pending:
        current = pending.pop()
        for child in children(current):
            if isinstance(child, (n.LambdaExpr, n.GeneratorExpr)) and child in fl.module.scopes:
                result |= fl.module.scopes[child].free
            pending.append(child)
    return result
