"""Name the ELF note in which an image says what it is: JSON in a note of owner OWNER, type TYPE.

Keys: `version` (of this format), `machine`, `memory` (bytes that the build asked for), `network`
("none", "sockets" or "device": what the program reaches).
"""

OWNER = "Sesha"
TYPE = 0x5E5
VERSION = 1

NETWORK_NONE = "none"
NETWORK_SOCKETS = "sockets"
NETWORK_DEVICE = "device"
