"""Find out whether KVM can run a guest here: by running the smallest one for less than a second.

/dev/kvm may exist and be of no use: no permission, nested virtualisation switched off, or so broken
that guests hang. The answer is kept until the next boot of this computer.
"""

import contextlib
import os
import struct
import subprocess
import tempfile
from pathlib import Path

from sesha.guest.abi import runner

DEVICE = Path("/dev/kvm")
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
SECONDS = 0.9
PROBE_STATUS = 21
"""isa-debug-exit makes 2 * value + 1 of the written value."""
LOAD_ADDRESS = 0x100000


def kvm_works(qemu: str) -> bool:
    """Whether a plain guest runs under KVM."""
    if not os.access(DEVICE, os.R_OK | os.W_OK):
        return False
    cache = _cache_file()
    with contextlib.suppress(OSError):
        return cache.read_text() == "yes"
    works = _probe(qemu)
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text("yes" if works else "no")
    return works


def _cache_file() -> Path:
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    boot = BOOT_ID.read_text().strip() if BOOT_ID.exists() else "unknown"
    return home / "sesha" / f"kvm-{boot}"


def _probe(qemu: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        guest = Path(folder) / "probe"
        guest.write_bytes(probe_image())
        command = [
            *(qemu, "-M", "microvm,acpi=off", "-accel", "kvm", "-cpu", "host", "-m", "8M"),
            *("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-kernel", str(guest)),
            *("-device", f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError):
            return False
    return done.returncode == PROBE_STATUS


def probe_image() -> bytes:
    """A PVH ELF of three instructions: write to the exit port."""
    header, program_header, note = 64, 56, 24
    note_offset = header + 2 * program_header
    code_offset = note_offset + note
    code = (
        b"\xb8"
        + struct.pack("<I", PROBE_STATUS // 2)  # mov eax, value
        + b"\xba"
        + struct.pack("<I", runner.EXIT_PORT)  # mov edx, port
        + b"\xef\xf4"  # out dx, eax; hlt
    )
    size = code_offset + len(code)
    entry = LOAD_ADDRESS + code_offset
    elf = b"\x7fELF\x02\x01\x01".ljust(16, b"\0")
    elf += struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, entry, header, 0, 0, header, program_header, 2, 0, 0, 0)
    elf += struct.pack("<IIQQQQQQ", 1, 5, 0, LOAD_ADDRESS, LOAD_ADDRESS, size, size, 4096)
    place = LOAD_ADDRESS + note_offset
    elf += struct.pack("<IIQQQQQQ", 4, 4, note_offset, place, place, note, note, 4)
    elf += struct.pack("<III4sQ", 4, 8, 18, b"Xen\0", entry)
    return elf + code
