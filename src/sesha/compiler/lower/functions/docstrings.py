"""Give docstrings, as the Python that runs the build has them, and what else functions say of themselves.

Those of the library are not CPython's, and stay out of images.
"""

from mypy import nodes as n

from sesha.compiler.lower.functions.signature_notes import signature_notes
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import ClassDecl, FunctionDecl, ParameterKind
from sesha.compiler.types.shown_names import shown_module

READER = "sesha.guest.builtins.function._note"
"""What reads the notes of functions: they are in an image that has it."""
POSITIONAL = (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY)


def function_notes(lowerer: Lowerer, decl: FunctionDecl, signatures: bool) -> tuple[object, ...]:
    """What guest/abi/layout.py NOTES_* lists; the later ones with `signatures`."""
    body = lowerer.bodies.get(decl.name)
    node = body.node if body is not None and not body.module.guest else None
    text = docstring(node.body) if isinstance(node, n.FuncDef) else None
    visible = [p for p in decl.parameters if p.name != "<function>"]
    notes = (
        text,
        shown_module(decl.module),
        sum(p.kind in POSITIONAL for p in visible),
        tuple(p.name for p in visible if p.kind is ParameterKind.KEYWORD),
        any(p.has_default for p in visible),
    )
    return (*notes, *signature_notes(lowerer, decl, visible)) if signatures else notes


def class_docstring(lowerer: Lowerer, cls: ClassDecl) -> str | None:
    module = lowerer.modules.get(cls.module)
    node = module.class_nodes.get(cls.name) if module is not None and not module.guest else None
    return docstring(node.defs) if node is not None else None


def docstring(body: n.Block | n.MypyFile) -> str | None:
    """The docstring of a body; newer versions of Python take the common indentation away."""
    statements = body.defs if isinstance(body, n.MypyFile) else body.body
    first = statements[0] if statements else None
    if not isinstance(first, n.ExpressionStmt) or not isinstance(first.expr, n.StrExpr):
        return None
    code = compile(f"def f():\n    {first.expr.value!r}", "", "exec")
    function = next(c for c in code.co_consts if hasattr(c, "co_consts"))
    text = function.co_consts[0]
    return text if isinstance(text, str) else first.expr.value
