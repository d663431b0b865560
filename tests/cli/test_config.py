"""[tool.sesha]: known keys are read, unknown ones and wrong values are named."""

from pathlib import Path

import pytest

from sesha.cli.config import ConfigError, find_config, read_config

pytestmark = pytest.mark.fast
PATH = Path("pyproject.toml")


def test_every_key() -> None:
    table: dict[str, object] = {
        "program": "app.py",
        "machine": "qemu-q35",
        "memory": "8M",
        "publish": ["8080:8000"],
        "env": {"MODE": "test"},
        "assets": ["words.txt"],
        "net": "user",
        "optimize": 0,
    }
    config = read_config(table, PATH)
    assert (config.program, config.machine, config.model) == ("app.py", "pvh", "q35")
    assert (config.memory, config.publish, config.env) == (8 << 20, ["8080:8000"], {"MODE": "test"})
    assert (config.assets, config.network, config.optimize) == (["words.txt"], "user", 0)


@pytest.mark.parametrize(
    "table, words",
    [
        ({"memmory": "8M"}, ["'memmory'", "did you mean 'memory'"]),
        ({"colour": 1}, ["'colour'", "known keys"]),
        ({"memory": 8}, ["memory", "a string is expected"]),
        ({"memory": "8 apples"}, ["memory", "is not a size"]),
        ({"machine": "vax"}, ["'vax' is not a machine", "process"]),
        ({"publish": ["80"]}, ["publish", "HOST:GUEST"]),
        ({"env": ["A"]}, ["env", "NAME=VALUE"]),
        ({"optimize": 7}, ["optimize", "0 or 2"]),
    ],
)
def test_wrong_key_or_value_is_named(table: dict[str, object], words: list[str]) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(table, PATH)
    for word in words:
        assert word in str(error.value)


def test_nearest_project_file_with_a_table_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sesha]\nmemory = "4M"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (inner / "app.py").write_text("")
    assert find_config(inner / "app.py").memory == 4 << 20


def test_no_project_file(tmp_path: Path) -> None:
    assert find_config(tmp_path / "app.py").machine == "process"
