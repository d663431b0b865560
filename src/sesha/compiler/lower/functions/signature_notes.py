"""Give what `inspect` asks of functions beyond their names: what a call gives, and annotations as texts.

The text of an annotation is what CPython shows of it. It is known for names of classes; others would be
type expressions as values.
"""

from mypy import nodes as n, types as t

from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import FunctionDecl, Parameter, ParameterKind

SIGNATURE_READER = "sesha.guest.builtins.function_signature.signature_note"
"""What reads these notes: functions have them in an image that has it."""


def signature_notes(
    lowerer: Lowerer, decl: FunctionDecl, visible: list[Parameter]
) -> tuple[str, tuple[str | None, ...], tuple[object, ...]]:
    """What guest/abi/layout.py lists from NOTES_FLAVOUR on."""
    packs = [
        next((p.name for p in visible if p.kind is kind), None)
        for kind in (ParameterKind.VARARGS, ParameterKind.VARKW)
    ]
    return decl.flavour.value, tuple(packs), _annotations(lowerer, decl, len(visible))


def _annotations(lowerer: Lowerer, decl: FunctionDecl, count: int) -> tuple[object, ...]:
    body = lowerer.bodies.get(decl.name)
    node = body.node if body is not None else None
    unknown = (False,) * (count + 1)
    if body is None or body.module.guest or not isinstance(node, (n.FuncDef, n.LambdaExpr)):
        return unknown
    written = node.unanalyzed_type if isinstance(node, n.FuncDef) else None
    meant = node.type
    if not isinstance(written, t.CallableType) or not isinstance(meant, t.CallableType):
        return (None,) * (count + 1)
    pairs = zip((*written.arg_types, written.ret_type), (*meant.arg_types, meant.ret_type), strict=True)
    return tuple(_text(lowerer, as_written, as_meant) for as_written, as_meant in pairs)


def _text(lowerer: Lowerer, written: t.Type, meant: t.Type) -> object:
    """None without an annotation, False where the text is not known."""
    if isinstance(written, t.AnyType) and written.type_of_any == t.TypeOfAny.unannotated:
        return None
    proper = t.get_proper_type(meant)
    if not isinstance(written, t.UnboundType) or written.args or written.original_str_expr:
        return False
    if isinstance(proper, t.NoneType):
        return "None"
    if isinstance(proper, t.AnyType):
        return "Any"
    cls = lowerer.tables.find_class(proper.type.fullname) if isinstance(proper, t.Instance) else None
    if cls is None:
        return False
    module = cls.shown_module()
    return cls.qualname if module == "builtins" else f"{module}.{cls.qualname}"
