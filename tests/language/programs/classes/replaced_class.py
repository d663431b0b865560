"""A class decorator that answers something else than its class."""
# differs: the name of a class stands for the class itself

from typing import Any


def replacing(cls: Any) -> Any:
    return "another"


try:

    @replacing
    class Plain:
        pass

    print(Plain)
except TypeError as error:
    print(error)
