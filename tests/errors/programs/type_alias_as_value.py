"""An alias that is read is a variable: what it is made of must be a value."""

from typing import List

Texts = List[str]  # error: 'typing.List' is not supported

print(Texts)
