"""Sizes, published ports and variables as people write them."""

import pytest

from sesha.cli.values import parse_publication, parse_size, parse_variable
from sesha.machine.job import Publication

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    "text, size",
    [("16M", 16 << 20), ("4096K", 4 << 20), ("1G", 1 << 30), ("4194304", 4 << 20), ("8MiB", 8 << 20)],
)
def test_size(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "M", "1T", "-4M", "1.5G", "12"])
def test_wrong_size(text: str) -> None:
    with pytest.raises(ValueError):
        parse_size(text)


def test_publication() -> None:
    assert parse_publication("8080:80") == Publication(8080, 80)


@pytest.mark.parametrize("text", ["80", "a:b", "0:80", "80:65536", "1:2:3", ":"])
def test_wrong_publication(text: str) -> None:
    with pytest.raises(ValueError):
        parse_publication(text)


def test_variable() -> None:
    assert parse_variable("A=b=c") == ("A", "b=c")
    assert parse_variable("A=") == ("A", "")


@pytest.mark.parametrize("text", ["A", "=b", "", "SESHA_TAP=x"])
def test_wrong_variable(text: str) -> None:
    with pytest.raises(ValueError):
        parse_variable(text)
