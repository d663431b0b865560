"""Warn, as the module `warnings` of images: a line on standard error.

A warning is shown once per text and category, deprecations are not shown, as by CPython's default
filters for code outside of `__main__`. The place of the call is not known in an image.
"""

import sys
from typing import Any

_shown: set[tuple[str, str]] = set()
_action = "default"


def _is_silent(category: Any) -> bool:
    return issubclass(
        category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
    )


def warn(message: Any, category: Any = None, stacklevel: int = 1, source: Any = None) -> None:
    """Say that something may be wrong."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    text = str(message)
    if _action == "error":
        raise message if isinstance(message, Warning) else category(message)
    key = (text, category.__name__)
    if _action == "ignore" or (_action == "default" and (_is_silent(category) or key in _shown)):
        return
    _shown.add(key)
    sys.stderr.write(f"{category.__name__}: {text}\n")


def simplefilter(action: str, category: Any = Warning, lineno: int = 0, append: bool = False) -> None:
    """Treat all warnings alike from now on: "default", "always", "ignore" or "error"."""
    global _action
    if action not in ("default", "always", "ignore", "error", "once", "module"):
        raise ValueError(f"invalid action: {action!r}")
    _action = "default" if action in ("once", "module") else action


def resetwarnings() -> None:
    global _action
    _action = "always"
