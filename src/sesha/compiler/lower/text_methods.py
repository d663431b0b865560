"""Lower methods of str and bytes whose usual call needs only a small part of what they can do.

METHODS by class and name, as in builtin_calls.py: an entry answers None for the ordinary call.
"""

from mypy import nodes as n

from sesha.compiler.lower.builtin_calls import STR, MethodLowering, plain_arguments
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val


def _is_utf8(node: n.CallExpr) -> bool:
    """Whether a call of encode or decode asks for strict UTF-8 in so many words, or in none."""
    if not node.args:
        return True
    encoding = node.args[0]
    return (
        plain_arguments(node, 1) and isinstance(encoding, n.StrExpr) and encoding.value in ("utf-8", "utf8")
    )


def encode_call(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
    """The other codecs and the error handlers stay out of the image."""
    return fl.runtime("str_encode.encode_utf8", receiver) if _is_utf8(node) else None


def decode_call(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
    return fl.runtime("bytes_decode.decode_utf8", receiver) if _is_utf8(node) else None


def of_one_string(function: str) -> MethodLowering:
    """A method called with one string and nothing else."""

    def lower(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
        if not plain_arguments(node, 1) or fl.type_of(node.args[0]).cls != STR.cls:
            return None
        argument = Val(fl.coerce(fl.operand(node.args[0]), STR), STR)
        return fl.runtime(function, receiver, argument)

    return lower


METHODS: dict[tuple[str, str], MethodLowering] = {
    ("builtins.str", "encode"): encode_call,
    ("builtins.str", "startswith"): of_one_string("str_search.starts_with"),
    ("builtins.str", "endswith"): of_one_string("str_search.ends_with"),
    ("builtins.bytes", "decode"): decode_call,
}
