"""Implement `vars`: an object's attributes as a dict."""

from typing import Any

from sesha.guest.abi.layout import UNSET
from sesha.guest.cpu.intrinsics import bits, word


def vars(value: Any) -> Any:
    found: Any = getattr(value, "__dict__", word(UNSET))
    if bits(found) == UNSET:
        raise TypeError("vars() argument must have __dict__ attribute")
    return found
