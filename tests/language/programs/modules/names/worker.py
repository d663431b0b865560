"""The worker."""

from collections.abc import Callable

import settings
from settings import LEVEL

hook: Callable[[str], str] = str.title


def level() -> int:
    return settings.LEVEL


def raise_level() -> None:
    settings.LEVEL += 10


def copied() -> int:
    return LEVEL


def run(text: str) -> str:
    return hook(text)
