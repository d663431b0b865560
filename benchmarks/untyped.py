"""Take every annotation out of a program: the same code as its untyped twin."""

import ast
from pathlib import Path

from benchmarks.places import BUILD


class Strip(ast.NodeTransformer):
    """Drops annotations of parameters, results and variables; `x: int` alone becomes nothing."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        assignment = ast.Assign(targets=[node.target], value=node.value, lineno=node.lineno)
        return ast.copy_location(assignment, node)


def without_annotations(program: Path) -> Path:
    """Write the untyped twin of a program into the build folder."""
    tree = Strip().visit(ast.parse(program.read_text(encoding="utf-8")))
    folder = BUILD / "untyped"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / program.name
    target.write_text(ast.unparse(ast.fix_missing_locations(tree)) + "\n", encoding="utf-8")
    return target
