"""Enumerations, as the module `enum` of images.

The compiler makes the members of an enumeration when its module starts, in this way. For each
name of the class body, in order:

1. the value is computed; `auto()` is replaced by `Class._generate_next_value_(name, 1, count,
   last_values)` (`next_int`, `next_text` and `next_flag` are what the classes here answer);
2. if `canonical(members, value)` finds a member, the name is an alias of it;
3. else a member is made: an instance with `_name_`, `_value_` and `_sort_order_` set, whose own
   `__init__`, if the class defines one, is called with the value's items (a tuple) or the value.

`registry.py` keeps the members of a class without aliases, and all names. What `Class(value)`,
`Class[name]`, iteration, `len`, `in` and `reversed` do are functions in `members.py`.
"""

from sesha.guest.stdlib.enum.base import Enum, auto
from sesha.guest.stdlib.enum.flags import Flag, IntFlag
from sesha.guest.stdlib.enum.members import unique
from sesha.guest.stdlib.enum.numbers import IntEnum
from sesha.guest.stdlib.enum.texts import StrEnum

__all__ = ["Enum", "Flag", "IntEnum", "IntFlag", "StrEnum", "auto", "unique"]
