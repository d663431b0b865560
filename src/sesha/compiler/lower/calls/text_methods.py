"""Lower methods of str and bytes whose usual call needs only a small part of what they can do.

METHODS by class and name, as in calls/built_in.py: an entry answers None for the ordinary call.
"""

from mypy import nodes as n

from sesha.compiler.lower.calls.built_in import STR, MethodLowering, plain_arguments
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val

STRICT = {
    "utf-8": "utf8",
    "utf8": "utf8",
    "ascii": "ascii",
    "us-ascii": "ascii",
    "latin-1": "latin1",
    "latin1": "latin1",
    "iso-8859-1": "latin1",
}
"""Spelling of an encoding -> how the runtime's functions for it end, which know no error handlers."""


def _strict_codec(node: n.CallExpr) -> str | None:
    """The encoding, when a call of encode or decode names it in so many words and nothing else."""
    if not node.args:
        return "utf8"
    encoding = node.args[0]
    if not plain_arguments(node, 1) or not isinstance(encoding, n.StrExpr):
        return None
    return STRICT.get(encoding.value.lower())


def encode_call(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
    """The other codecs and the error handlers stay out of the image."""
    codec = _strict_codec(node)
    return fl.runtime(f"str_encode.encode_{codec}", receiver) if codec else None


def decode_call(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
    codec = _strict_codec(node)
    return fl.runtime(f"bytes_decode.decode_{codec}", receiver) if codec else None


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
