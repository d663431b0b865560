"""Say where builds keep what later builds use again, and whether they do.

In the user's cache folder: mypy's view of the standard library (`frontend/check.py`) and the guest
library (`library/cache.py`). SESHA_CACHE=0 switches both off.
"""

import os
from pathlib import Path

SWITCH = "SESHA_CACHE"


def folder() -> Path:
    """The folder of everything that is kept; it may not exist yet."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "sesha"


def is_on() -> bool:
    """Whether anything is kept: the person may say no."""
    return os.environ.get(SWITCH) != "0"
