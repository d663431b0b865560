"""The kept library: what is built with it is what is built without."""

from pathlib import Path

import pytest

from sesha.compiler import pipeline
from sesha.compiler.options import BuildOptions

PROGRAM = """\
import asyncio
import traceback
from http import HTTPStatus

async def main() -> None:
    print(len(HTTPStatus), HTTPStatus.__doc__, traceback.print_exc.__doc__)
    try:
        await asyncio.open_connection("nowhere", 1)
    except OSError:
        traceback.print_exc()

asyncio.run(main())
"""


def test_the_same_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    texts = []
    for cache in ("0", "1"):
        monkeypatch.setenv("SESHA_CACHE", cache)
        options = BuildOptions(str(program), emit="llvm", output=tmp_path / cache)
        texts.append(pipeline.build(options).read_text())
    assert texts[0] == texts[1]
