"""Read `[tool.sesha]` of the pyproject.toml beside the program or above it.

Every key has one meaning and one type; a key that is not known is an error that names it and the
nearest known one.
"""

import difflib
import tomllib
from collections.abc import Callable
from pathlib import Path

from sesha.cli.values import parse_publication, parse_size, parse_variable
from sesha.compiler.options import ProjectConfig

FILE = "pyproject.toml"
MACHINE_NAMES = {
    "process": ("process", "microvm"),
    "qemu": ("pvh", "microvm"),
    "qemu-q35": ("pvh", "q35"),
    "qemu-pc": ("pvh", "pc"),
}
"""What people call a machine -> what images are built for, which of QEMU's machines runs them."""


class ConfigError(Exception):
    """pyproject.toml says something that Sesha does not understand."""


def find_config(program: Path) -> ProjectConfig:
    """The configuration that holds for a program: of the nearest pyproject.toml with a table for us."""
    start = program.resolve()
    for folder in (start, *start.parents):
        path = folder / FILE
        if path.is_file():
            table = _load(path).get("tool", {}).get("sesha")
            if table is not None:
                return read_config(table, path)
    return ProjectConfig()


def _load(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    try:
        return tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error


def read_config(table: dict[str, object], path: Path) -> ProjectConfig:
    """Check every key of the table."""
    config = ProjectConfig(folder=path.parent)
    for key, value in table.items():
        reader = READERS.get(key)
        if reader is None:
            near = difflib.get_close_matches(key, READERS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(READERS)}"
            raise ConfigError(f"{path}: [tool.sesha] has no key {key!r}; {hint}")
        try:
            reader(config, value)
        except (TypeError, ValueError) as error:
            raise ConfigError(f"{path}: [tool.sesha] {key}: {error}") from error
    return config


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a string is expected, not {value!r}")
    return value


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(f"a list of strings is expected, not {value!r}")
    return [_text(item) for item in value]


def _program(config: ProjectConfig, value: object) -> None:
    config.program = _text(value)


def _machine(config: ProjectConfig, value: object) -> None:
    if value not in MACHINE_NAMES:
        raise ValueError(f"{value!r} is not a machine; there are {', '.join(MACHINE_NAMES)}")
    config.machine, config.model = MACHINE_NAMES[_text(value)]


def _memory(config: ProjectConfig, value: object) -> None:
    config.memory = parse_size(_text(value))


def _publish(config: ProjectConfig, value: object) -> None:
    config.publish = _texts(value)
    for text in config.publish:
        parse_publication(text)


def _env(config: ProjectConfig, value: object) -> None:
    if isinstance(value, dict):
        config.env = {name: _text(text) for name, text in value.items()}
    else:
        config.env = dict(parse_variable(text) for text in _texts(value))


def _assets(config: ProjectConfig, value: object) -> None:
    config.assets = _texts(value)


def _network(config: ProjectConfig, value: object) -> None:
    config.network = _text(value)


def _optimize(config: ProjectConfig, value: object) -> None:
    if value not in (0, 2):
        raise ValueError(f"0 or 2 is expected, not {value!r}")
    config.optimize = int(str(value))


READERS: dict[str, Callable[[ProjectConfig, object], None]] = {
    "program": _program,
    "machine": _machine,
    "memory": _memory,
    "publish": _publish,
    "env": _env,
    "assets": _assets,
    "net": _network,
    "optimize": _optimize,
}
