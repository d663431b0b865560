"""Lower calls of values by the generic entry: words on the stack, or a tuple and a dict of arguments."""

from mypy import nodes as n

from sesha.compiler.lower.calls.arguments import Arguments, has_spread, lower_arguments
from sesha.compiler.lower.expressions.displays import from_words, make_dict, store_words
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import I64, Type
from sesha.compiler.types.representation import Repr


def call_value(fl: FunctionLowering, callee: Val, node: n.CallExpr) -> Val:
    """A callee known only at run time, through its generic entry."""
    if has_spread(node):
        positional, keywords = lower_spread(fl, node)
        return fl.runtime("call.call_spread", callee, positional, keywords)
    return call_with(fl, callee, lower_arguments(fl, node))


def call_with(fl: FunctionLowering, callee: Val, arguments: Arguments) -> Val:
    values = [*arguments.positional, *arguments.keywords.values()]
    address, count = store_words(fl, values)
    names = tuple(arguments.keywords)
    return fl.runtime(
        "call.call_value",
        callee,
        Val(address, I64),
        Val(count, I64),
        constant(names) if names else NONE_VALUE,
    )


def lower_spread(fl: FunctionLowering, node: n.CallExpr) -> tuple[Val, Val]:
    """The arguments of a call with * or **: a tuple and a dict."""
    items = from_words(fl, "list", [])
    keywords = make_dict(fl, [])
    for expression, kind, name in zip(node.args, node.arg_kinds, node.arg_names, strict=True):
        value = fl.expression(expression)
        if kind is n.ARG_STAR:
            fl.runtime("list.extend", items, value)
        elif kind is n.ARG_STAR2:
            fl.runtime("dict.merge_keywords", keywords, value)
        elif name is None:
            fl.runtime("list.append", items, value)
        else:
            fl.runtime("dict.merge_keyword", keywords, constant(name), value)
    return Val(fl.runtime("tuple.from_iterable", items).operand, Type(Repr.WORD, "builtins.tuple")), keywords
