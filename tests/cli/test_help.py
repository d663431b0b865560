"""What the command says of itself: every command and option is explained, examples come first."""

import click
import pytest
from click.testing import CliRunner

from sesha import __version__
from sesha.cli.main import cli

COMMANDS = sorted(cli.commands)


def said(*arguments: str) -> str:
    answer = CliRunner().invoke(cli, arguments, prog_name="sesha")
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_help_names_every_command_and_shows_examples() -> None:
    text = said("--help")
    assert text.startswith("Usage: sesha ")
    assert "sesha run hello.py --machine qemu" in text
    assert all(f"\n  {name} " in text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    options = [p for p in cli.commands[name].params if isinstance(p, click.Option)]
    silent = [option.name for option in options if not option.help]
    assert not silent
    assert f"Usage: sesha {name} " in said(name, "--help")


def test_version() -> None:
    assert said("--version") == f"sesha, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("run", "--machine", "toaster", "hello.py"), "toaster"),
        (("run", "--publish", "web", "hello.py"), "web"),
        (("run", "--memory", "lots", "hello.py"), "lots"),
        (("dance",), "dance"),
    ],
)
def test_wrong_words_are_named(arguments: tuple[str, ...], word: str) -> None:
    answer = CliRunner().invoke(cli, arguments, prog_name="sesha")
    assert answer.exit_code == 2
    assert word in answer.output
