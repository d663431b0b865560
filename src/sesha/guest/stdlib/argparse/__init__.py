"""Read a program's arguments, as the module `argparse` of images.

`container.py` collects arguments, `actions.py` says what happens to them, `parsing.py` and
`matching.py` go through the strings, `formatter.py` and `usage.py` write the help.
"""

from sesha.guest.stdlib.argparse.actions import (
    Action,
    BooleanOptionalAction,
    SubParsersAction as _SubParsersAction,
)
from sesha.guest.stdlib.argparse.constants import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
)
from sesha.guest.stdlib.argparse.container import (
    ArgumentContainer as _ActionsContainer,
    ArgumentGroup as _ArgumentGroup,
    MutuallyExclusiveGroup as _MutuallyExclusiveGroup,
)
from sesha.guest.stdlib.argparse.errors import ArgumentError, ArgumentTypeError
from sesha.guest.stdlib.argparse.formatter import (
    ArgumentDefaultsHelpFormatter,
    HelpFormatter,
    MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)
from sesha.guest.stdlib.argparse.namespace import Namespace
from sesha.guest.stdlib.argparse.parser import ArgumentParser

__all__ = [
    "ONE_OR_MORE",
    "OPTIONAL",
    "PARSER",
    "REMAINDER",
    "SUPPRESS",
    "ZERO_OR_MORE",
    "Action",
    "ArgumentDefaultsHelpFormatter",
    "ArgumentError",
    "ArgumentParser",
    "ArgumentTypeError",
    "BooleanOptionalAction",
    "HelpFormatter",
    "MetavarTypeHelpFormatter",
    "Namespace",
    "RawDescriptionHelpFormatter",
    "RawTextHelpFormatter",
    "_ActionsContainer",
    "_ArgumentGroup",
    "_MutuallyExclusiveGroup",
    "_SubParsersAction",
]
