"""import * takes what __all__ names, or every public name."""

from listed import *  # noqa: F403
from open_module import *  # noqa: F403

print(alpha, beta(2), gamma)  # noqa: F405
