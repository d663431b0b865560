# args: 3 4
# expect-exit: 3
import sys

import as_package
from as_package import Square, __version__, tools
from . import shapes
from .tools import area


class Local(Exception):
    """Of the main module."""


def main(words):
    print(__name__, __version__, as_package.__version__, as_package.__name__, as_package.__doc__)
    print([area(Square(int(word))) for word in words], tools.area is area, shapes.Square is Square)
    print(Local, Square, main.__module__, area.__module__, Local.__module__, repr(Local("x")))
    print(shapes.__name__, tools.__name__, as_package.tools.area.__name__)
    try:
        Square(-1)
    except shapes.ShapeError as error:
        print(type(error), error)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
