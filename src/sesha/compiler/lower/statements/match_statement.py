"""Lower `match`: each pattern tests the subject and binds names."""

from collections.abc import Callable

from mypy import nodes as n, patterns as p

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Block, Const
from sesha.compiler.lower.classes.abstract_tests import is_abstract
from sesha.compiler.lower.expressions import attributes, operators
from sesha.compiler.lower.expressions.displays import DICT, from_words
from sesha.compiler.lower.expressions.names import assign_name
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import I64, WORD, ClassDecl, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

SELF_MATCHING = frozenset(
    f"builtins.{name}"
    for name in (
        "bool",
        "bytearray",
        "bytes",
        "dict",
        "float",
        "frozenset",
        "int",
        "list",
        "set",
        "str",
        "tuple",
    )
)


def match_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.MatchStmt)
    builder = fl.builder
    subject = builder.temporary(Repr.WORD, "subject")
    builder.set(subject, fl.word(fl.operand(node.subject)))
    end = builder.new_block("end")
    for pattern, guard, body in zip(node.patterns, node.guards, node.bodies, strict=True):
        following = builder.new_block("case")
        _pattern(fl, pattern, subject, following)
        if guard is not None:
            passed = builder.new_block("guard")
            operators.condition(fl, guard, passed, following)
            builder.place(passed)
        fl.block(body)
        builder.jump(end)
        builder.place(following)
    builder.jump(end)
    builder.place(end)


def _require(fl: FunctionLowering, test: Val, otherwise: Block) -> None:
    matched = fl.builder.new_block("matched")
    fl.builder.branch(fl.truth(test), matched, otherwise)
    fl.builder.place(matched)


def _read(fl: FunctionLowering, subject: str) -> Val:
    return Val(fl.builder.get(subject), WORD)


def _hold(fl: FunctionLowering, value: Val) -> str:
    name = fl.builder.temporary(Repr.WORD, "part")
    fl.builder.set(name, fl.word(value))
    return name


def _pattern(fl: FunctionLowering, pattern: n.Node, subject: str, otherwise: Block) -> None:
    """Test the subject against the pattern: go on, or to `otherwise`."""
    handler = PATTERNS.get(type(pattern))
    if handler is None:
        raise fl.unsupported("this pattern", pattern)
    handler(fl, pattern, subject, otherwise)


def _as(fl: FunctionLowering, pattern: p.AsPattern, subject: str, otherwise: Block) -> None:
    if pattern.pattern is not None:
        _pattern(fl, pattern.pattern, subject, otherwise)
    if pattern.name is not None:
        assign_name(fl, pattern.name.name, _read(fl, subject))


def _or(fl: FunctionLowering, pattern: p.OrPattern, subject: str, otherwise: Block) -> None:
    matched = fl.builder.new_block("any")
    for alternative in pattern.patterns:
        following = fl.builder.new_block("or")
        _pattern(fl, alternative, subject, following)
        fl.builder.jump(matched)
        fl.builder.place(following)
    fl.builder.jump(otherwise)
    fl.builder.place(matched)


def _value(fl: FunctionLowering, pattern: p.ValuePattern, subject: str, otherwise: Block) -> None:
    _require(fl, operators.compare(fl, "==", _read(fl, subject), fl.operand(pattern.expr)), otherwise)


def _singleton(fl: FunctionLowering, pattern: p.SingletonPattern, subject: str, otherwise: Block) -> None:
    _require(fl, operators.identity(fl, _read(fl, subject), constant(pattern.value)), otherwise)


def _sequence(fl: FunctionLowering, pattern: p.SequencePattern, subject: str, otherwise: Block) -> None:
    items = pattern.patterns
    starred = [i for i, item in enumerate(items) if isinstance(item, p.StarredPattern)]
    before = starred[0] if starred else len(items)
    after = len(items) - before - 1 if starred else -1
    parts = fl.runtime(
        "match_support.sequence", _read(fl, subject), Val(integer(before), I64), Val(integer(after), I64)
    )
    unset = Const(Repr.WORD, layout.UNSET)
    failed = fl.builder.emit("same", fl.word(parts), unset)
    matched = fl.builder.new_block("sequence")
    fl.builder.branch(failed, otherwise, matched)
    fl.builder.place(matched)
    held = _hold(fl, parts)
    for index, item in enumerate(items):
        element = fl.runtime(
            "tuple.item",
            Val(fl.builder.get(held), Type(Repr.WORD, "builtins.tuple")),
            Val(integer(index), I64),
        )
        if isinstance(item, p.StarredPattern):
            if item.capture is not None:
                assign_name(fl, item.capture.name, element)
            continue
        _pattern(fl, item, _hold(fl, element), otherwise)


def _mapping(fl: FunctionLowering, pattern: p.MappingPattern, subject: str, otherwise: Block) -> None:
    _require(fl, fl.runtime("match_support.is_mapping", _read(fl, subject)), otherwise)
    keys = []
    for key, value in zip(pattern.keys, pattern.values, strict=True):
        key_value = fl.operand(key)
        keys.append(_hold(fl, key_value))
        found = fl.runtime("match_support.lookup", _read(fl, subject), key_value)
        missing = fl.builder.emit("same", fl.word(found), Const(Repr.WORD, layout.UNSET))
        matched = fl.builder.new_block("key")
        fl.builder.branch(missing, otherwise, matched)
        fl.builder.place(matched)
        _pattern(fl, value, _hold(fl, found), otherwise)
    if pattern.rest is not None:
        used = from_words(fl, "list", [_read(fl, k) for k in keys])
        rest = fl.runtime("match_support.rest", _read(fl, subject), used)
        assign_name(fl, pattern.rest.name, Val(rest.operand, DICT))


def _class(fl: FunctionLowering, pattern: p.ClassPattern, subject: str, otherwise: Block) -> None:
    found = fl.lowerer.tables.resolve(pattern.class_ref.fullname or "?")
    if not isinstance(found, ClassDecl):
        raise fl.unsupported("this class pattern", pattern)
    test = fl.builder.emit("is_instance", fl.builder.get(subject), cls=found.name)
    matched = fl.builder.new_block("class")
    fl.builder.branch(test, matched, otherwise)
    fl.builder.place(matched)
    typed = WORD if is_abstract(found) else Type(Repr.WORD, found.name)
    count = len(pattern.positionals)
    itself = found.name in SELF_MATCHING
    names = [""] if itself else _match_args(fl, found)
    if count > len(names):
        plural = "" if len(names) == 1 else "s"
        message = f"{found.qualname}() accepts {len(names)} positional sub-pattern{plural} ({count} given)"
        fl.runtime("operators_errors.wrong_arguments", constant(message))
        return
    if itself and count:
        _pattern(fl, pattern.positionals[0], subject, otherwise)
        names = []
    given = zip(names, pattern.positionals, strict=False)
    for name, inner in (*given, *zip(pattern.keyword_keys, pattern.keyword_values, strict=True)):
        _attribute(fl, inner, Val(fl.builder.get(subject), typed), name, otherwise)


def _attribute(fl: FunctionLowering, pattern: n.Node, value: Val, name: str, otherwise: Block) -> None:
    """Match an attribute; an instance that has none of that name does not fit."""
    cls = fl.find_class(value.cls)
    found = fl.lowerer.tables.find_attribute(cls, name) if cls is not None else None
    if cls is not None and ((found is not None and found[1].always) or name in (cls.tuple_fields or ())):
        part = attributes.read_attribute(fl, value, name)
        _pattern(fl, pattern, _hold(fl, part), otherwise)
        return
    unset = Const(Repr.WORD, layout.UNSET)
    found_word = fl.builder.emit("get_dynamic_or", fl.word(value), unset, name=name)
    present = fl.builder.new_block("attribute")
    fl.builder.branch(fl.builder.emit("same", found_word, unset), otherwise, present)
    fl.builder.place(present)
    _pattern(fl, pattern, _hold(fl, Val(found_word, WORD)), otherwise)


def _match_args(fl: FunctionLowering, cls: ClassDecl) -> list[str]:
    """The attributes that positional patterns stand for."""
    for name in cls.mro:
        base = fl.lowerer.tables.classes.get(name)
        if base is not None and base.match_args is not None:
            return base.match_args
        if base is not None and "__match_args__" in base.variables:
            raise fl.unsupported(
                f"positional patterns by the computed __match_args__ of {base.qualname}", None
            )
    return []


PATTERNS: dict[type, Callable[..., None]] = {
    p.AsPattern: _as,
    p.OrPattern: _or,
    p.ValuePattern: _value,
    p.SingletonPattern: _singleton,
    p.SequencePattern: _sequence,
    p.MappingPattern: _mapping,
    p.ClassPattern: _class,
}

__all__ = ["NONE_VALUE"]
