"""A package with `__init__.py` runs as `python -m` runs it."""

print("package starts", __name__)
__version__ = "1.2"
__author__: str = "somebody"
from .shapes import Square  # noqa: E402
from . import tools  # noqa: E402

__all__ = ["Square", "tools", "__version__"]
