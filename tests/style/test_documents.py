"""The documents: links resolve, the folder table is the tree, the promises name their tests."""

import re
from pathlib import Path

import pytest

from tests.style.sources import PACKAGE, ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PENDING = "pending"


def is_outside(target: str) -> bool:
    return target.startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_resolve(document: Path) -> None:
    targets = [t for t in LINK.findall(document.read_text(encoding="utf-8")) if not is_outside(t)]
    missing = [target for target in targets if not (document.parent / target).exists()]
    assert not missing


def rows(document: Path) -> list[list[str]]:
    """The cells of every table row, headings and rules left out."""
    lines = [line for line in document.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    following = [*cells[1:], [""]]
    pairs = zip(cells, following, strict=True)
    return [row for row, after in pairs if not is_rule(row) and not is_rule(after)]


def is_rule(row: list[str]) -> bool:
    return all(set(cell) <= set("-: ") and cell for cell in row)


def test_every_promise_names_its_test_or_is_pending() -> None:
    promises = rows(ROOT / "SPECIFICATION.md")
    assert promises
    open_ended = [row[0] for row in promises if not (LINK.search(row[-1]) or PENDING in row[-1])]
    assert not open_ended


def test_architecture_names_every_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = [
        path.relative_to(PACKAGE)
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_dir() and any(path.glob("*.py")) and len(path.relative_to(PACKAGE).parts) <= 2
    ]
    missing = [str(folder) for folder in folders if f"`{folder}/`" not in text]
    assert not missing
