"""Module attributes: rebinding seen by importers through the module, not through copied names."""

import settings
import worker
from settings import LEVEL, TABLE, describe

print(LEVEL, settings.LEVEL, describe())
settings.LEVEL = 5
TABLE["k"] = 2
print(LEVEL, settings.LEVEL, describe(), worker.level(), settings.TABLE is TABLE)
worker.raise_level()
print(settings.LEVEL, worker.LEVEL, worker.copied())
worker.hook = lambda text: text.upper()
print(worker.run("changed"), worker.__name__, worker.__doc__)
try:
    print(settings.absent)  # type: ignore[attr-defined]
except AttributeError as error:
    print(type(error).__name__, error)
settings.drop()
try:
    print(settings.DROPPED)
except AttributeError as error:
    print(type(error).__name__, error)
