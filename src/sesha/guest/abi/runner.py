"""What the runner of virtual machines and their guest agree on: ports, console input, the command line.

Ports are devices that the runner attaches to QEMU; a guest that finds none of them (another monitor)
does without: standard error goes to the serial console, the exit status is lost.
"""

ERROR_PORT = 0x5E0
"""isa-debugcon: standard error, byte by byte. Reading it gives ERROR_PORT_READBACK where it exists."""
ERROR_PORT_READBACK = 0xE9
STATUS_PORT = 0x5E1
"""isa-debugcon: one byte, the exit status, before the machine stops."""
EXIT_PORT = 0x5E4
"""isa-debug-exit: any write stops the machine."""
EXIT_PORT_SIZE = 4

ESCAPE = 0x10
"""In console input: the next byte says what is meant (only with FLAG_ESCAPED)."""
ESCAPED_END = 0x04
"""ESCAPE ESCAPED_END: end of input. ESCAPE ESCAPE: the byte ESCAPE."""

FLAG_ESCAPED = "sesha.input=escaped"
ARGUMENT = "sesha.arg="
VARIABLE = "sesha.env="
STATIC_NETWORK = "sesha.net="
"""Parameters of the command line, parted by spaces; the text is percent-encoded UTF-8."""
COMMAND_LINE_MOST = 4000

LEAST_ROOM = 512 << 10
"""Bytes of memory above the image without which a machine does not start."""

REFUSED_STATUS = 2
"""Exit status of a machine that cannot start here; it says why."""
FAULT_STATUS = 70
"""Exit status of a machine that stopped because of a fault of ours."""
