"""See whether a TAP device can be used, before a machine that cannot say why not is started."""

import errno
import fcntl
import os
import struct

from sesha.machine.job import EnvironmentProblem

DEVICE = "/dev/net/tun"
TUNSETIFF = 0x400454CA
IFF_TAP_NO_PI = 0x1002
IN_USE = "stop the machine that has it, or name another device"


def check_tap(name: str) -> None:
    """Open the device and close it again; raises EnvironmentProblem."""
    try:
        descriptor = os.open(DEVICE, os.O_RDWR)
    except OSError as error:
        raise EnvironmentProblem(
            f"TAP devices cannot be used here: {DEVICE}: {error.strerror}", "load the module tun"
        ) from error
    try:
        fcntl.ioctl(descriptor, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP_NO_PI))
    except OSError as error:
        make = f"make it once: sudo ip tuntap add dev {name} mode tap user $USER"
        remedy = IN_USE if error.errno == errno.EBUSY else make
        raise EnvironmentProblem(f"TAP device {name} cannot be used: {error.strerror}", remedy) from error
    finally:
        os.close(descriptor)
