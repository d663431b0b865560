"""Replace `from m import *` by the import of every name that it brings, so that nothing after this
stage has to know of it.

Which names those are is mypy's finding: those of `__all__`, else every one without an underscore.
"""

from mypy import nodes as n

from sesha.compiler.frontend.walk import descendants


def expand_stars(files: dict[str, n.MypyFile], names: list[str]) -> None:
    """Rewrite the trees of the named modules."""
    for name in names:
        tree = files[name]
        if not any(isinstance(statement, n.ImportAll) for statement in tree.imports):
            continue
        blocks = [d.body for d in descendants(tree) if isinstance(d, n.Block)]
        for statements in (tree.defs, *blocks):
            for index, statement in enumerate(statements):
                if isinstance(statement, n.ImportAll):
                    statements[index] = _expanded(files, tree, statement)
        tree.imports = [_expanded(files, tree, i) if isinstance(i, n.ImportAll) else i for i in tree.imports]


def _expanded(files: dict[str, n.MypyFile], tree: n.MypyFile, node: n.ImportAll) -> n.ImportFrom:
    source = files.get(absolute_name(tree.fullname, tree.path, node.id, node.relative))
    names: list[tuple[str, str | None]] = []
    for name, symbol in source.names.items() if source is not None else ():
        if symbol.module_public and not symbol.module_hidden and _is_wanted(source, name):
            names.append((name, None))
    result = n.ImportFrom(node.id, node.relative, names)
    result.set_line(node)
    return result


def _is_wanted(source: n.MypyFile | None, name: str) -> bool:
    """mypy leaves what `__all__` names public, and nothing else if there is one."""
    return source is not None and (not name.startswith("_") or "__all__" in source.names)


def absolute_name(importer: str, path: str, target: str, relative: int) -> str:
    """The module that a `from` import names, relative ones made absolute."""
    if not relative:
        return target
    parts = importer.split(".")
    if not path.endswith("__init__.py"):
        parts = parts[:-1]
    parts = parts[: len(parts) - (relative - 1)]
    return ".".join([*parts, target] if target else parts)
