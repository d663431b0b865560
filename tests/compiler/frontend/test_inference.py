"""What is inferred of functions without annotations, from all their uses."""

from pathlib import Path

import pytest
from mypy import nodes as n

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.program import check_program
from sesha.compiler.options import BuildOptions

CLASSES = """
class Leaf:
    def __init__(self, value):
        self.value = value
        self.next = None

    def link(self, other):
        self.next = other


class Twig(Leaf):
    pass

"""

SIGNATURES = {
    "def f(x): return x + 1\nf(1)\nf(2)": "def (x: int) -> int",
    "def f(x): return x\nf(1)\nf(1.5)": "",
    "def f(x): return x\nf(1)\nf(True)": "",
    "def f(x): return x\nf(1)\nf(None)": "def (x: int | None) -> int | None",
    "def f(x, y=2.5): return y\nf('a')\nf('b', 1.0)": "def (x: str, y: float =) -> float",
    "def f(x, y): return [y]\nf(y=1, x='a')": "def (x: str, y: int) -> list[int]",
    "def f(x): return x\nprint(list(map(f, [1])), f(2))": "",
    "def f(x): return x\nf(*[1])": "",
    "def f(x): return x\nname = 'f'\nf(1)": "",
    "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(5)": "def (n: int) -> int",
    "def f(xs): return xs[0]\nf([0.5, 1.5])": "def (xs: list[float]) -> float",
    "def f(x):\n    if x: return 'a'\nf(1)": "def (x: int) -> Any",
    "def f(x): x = x / 2\nf(1)": "def (x: Any)",
    "def f(x, n=None):\n    if n is None: n = x\n    return n\nf(1)": "def (x: int, n: int | None =) -> int",
    CLASSES + "def f(leaf): return leaf.value\nf(Leaf(1))\nf(Twig(2))": "def (leaf: __main__.Leaf) -> int",
    CLASSES + "def f(leaf): return leaf.next\nf(Leaf(1))": "def (leaf: __main__.Leaf) -> Any",
    CLASSES + "def f(leaf):\n    leaf.link(Leaf(2))\n    return leaf.next\nf(Leaf(1))": (
        "def (leaf: __main__.Leaf) -> __main__.Leaf | None"
    ),
    CLASSES
    + "def f(leaf): return leaf.value\nk = Leaf\nf(k('x'))\nf(Leaf(1))": "def (leaf: __main__.Leaf) -> Any",
}
"""Program -> what `f` is taken for, as mypy shows it (a result of None is left out); '' where its uses say
nothing that could be relied upon."""


@pytest.mark.fast
@pytest.mark.parametrize("program", SIGNATURES)
def test_signature(program: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(program + "\n")
    checked, entry = check_program(BuildOptions(str(path)))
    functions = [node for node in descendants(checked.files[entry]) if isinstance(node, n.FuncDef)]
    found = next(function for function in functions if function.name == "f")
    assert ("" if found.type is None else str(found.type)) == SIGNATURES[program]


@pytest.mark.fast
def test_annotated_modules_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text("def f(x): return x\ny: int = f(1)\n")
    checked, entry = check_program(BuildOptions(str(path)))
    assert checked.files[entry].names["f"].node.type is None  # type: ignore[union-attr]
