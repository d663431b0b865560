"""Parse and verify LLVM IR text, give bitcode: the last thing done in this process."""

import llvmlite.binding as llvm


class MalformedModule(Exception):
    """The back end wrote something that LLVM does not accept: a fault of ours."""


def to_bitcode(text: str) -> bytes:
    """The module as bitcode, verified."""
    try:
        module = llvm.parse_assembly(text)
        module.verify()
    except RuntimeError as error:
        raise MalformedModule(str(error)) from error
    bitcode: bytes = module.as_bitcode()
    return bitcode
