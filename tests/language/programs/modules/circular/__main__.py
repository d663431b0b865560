"""Circular imports that work: by module, late use, and a name that is not there yet."""

import first
import second

print(first.ping(3), second.pong(2))
print(first.LIST, second.LIST)
