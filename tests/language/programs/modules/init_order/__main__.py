"""Top-level code runs once, in the order of the imports; also inside functions and under conditions."""

print("main begins")
import sys
from typing import TYPE_CHECKING

import alpha

if alpha.READY:
    import beta
else:
    import gamma  # never


def late() -> str:
    import delta

    return delta.NAME


print("main after imports", beta.VALUE)
print(late(), late())

if __name__ == "__main__":
    print("is main")


def again() -> None:
    """A module whose body failed is run by the next import; versions and platforms are known."""
    for _ in range(3):
        try:
            import shaky

            print(shaky.STATE)
        except RuntimeError as error:
            print(error)
    if sys.platform == "elsewhere":
        print(sys.nothing_like_that)
    elif sys.version_info < (3, 1):
        print(sys.older_yet)
    else:
        print("here")
    if TYPE_CHECKING:
        print("checked")
    else:
        print("run")
    if not TYPE_CHECKING:
        print("run too")


again()
