"""What modules and packages say of themselves: __package__, __path__."""

import os

import pk
from pk import part

print(__package__, pk.__package__, part.__package__, part.package, __name__, pk.__name__)
print(pk.where == pk.__path__, os.path.basename(pk.__path__[0]), os.path.dirname(pk.__file__) == pk.__path__[0])
print(hasattr(pk, "__path__"), hasattr(part, "__path__"), hasattr(part, "__package__"), getattr(pk, "__package__"))
